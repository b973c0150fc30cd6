import type { Page } from 'playwright-core';
import { findings } from './axe.ts';
import { consoleBench } from './console-bench.ts';
import { PNG } from './picture.ts';

// An editor adds events without articles, with pictures of another site, and readers see them.

const bench = consoleBench();
const PICTURES = 'https://pictures.example';
/** Requests to the pictures' site, and their referrers. */
const asked: { readonly url: string; readonly referrer: string | undefined }[] = [];

beforeAll(async () => {
  await bench.context.route(`${PICTURES}/**`, async (route) => {
    asked.push({ url: route.request().url(), referrer: (await route.request().allHeaders()).referer });
    await route.fulfill({ contentType: 'image/png', body: PNG });
  });
  await bench.page.goto(bench.service.consoleLink);
});

/** Waits until the picture is there; fails where the page's policy forbids it. */
async function isLoaded(page: Page, alt: string): Promise<void> {
  const picture = page.getByRole('img', { name: alt });
  await picture.scrollIntoViewIfNeeded();
  await picture.and(page.locator('img')).waitFor();
  await page.waitForFunction(
    `[...document.querySelectorAll('img')].some((img) => img.alt === ${JSON.stringify(alt)} && img.naturalWidth > 0)`,
  );
}

test('an event is added by hand with text, link and picture, and its page shows them', async () => {
  await bench.see('/events?collection=harbour');
  await bench.page.getByText('Add an event by hand').click();
  const form = bench.page.locator('form[data-form=event]');
  await form.getByLabel('What happened').fill('The ferry makes its last crossing');
  await form.getByLabel('Date').fill('1937-05');
  await form.getByText('31 days').waitFor();
  await form.getByLabel('Text').fill('The ferrymen were given work.\n\nOn the bridge.');
  await form.getByLabel('Link').fill('https://archive.example/ferry');
  await form.getByLabel('Tags').fill('harbour, ferries');
  await form.getByLabel('Address').fill(`${PICTURES}/ferry.png`);
  await form.getByLabel('What it shows').fill('A crowded ferry');
  await form.getByLabel('Credit').fill('Town archive');
  expect(await findings(bench.page)).toEqual([]);
  await form.getByRole('button', { name: 'Add the event' }).click();
  await bench.page.waitForURL(/\/events\/[\w-]{22}/);
  await bench.page.getByRole('heading', { name: 'Added by an editor' }).waitFor();
  await bench.page.getByText('On the bridge.').first().waitFor();
  await isLoaded(bench.page, 'A crowded ferry');
  expect(await findings(bench.page)).toEqual([]);
});

test('a picture without a text alternative is refused with the reason', async () => {
  await bench.see('/events?collection=harbour');
  await bench.page.getByText('Add an event by hand').click();
  const form = bench.page.locator('form[data-form=event]');
  await form.getByLabel('What happened').fill('Without words');
  await form.getByLabel('Date').fill('1938');
  await form.getByLabel('Address').fill(`${PICTURES}/x.png`);
  await form.getByRole('button', { name: 'Add the event' }).click();
  await bench.page.getByText('Say what the picture shows').waitFor();
});

test('importing a spreadsheet adds its events once and lists the refused rows', async () => {
  await bench.see('/events?collection=harbour');
  await bench.page.getByText('Add an event by hand').click();
  const csv = 'Year,Month,Day,Headline,Text\n1937,5,12,The old bridge opens,A ribbon.\n1938,13,1,No month,\n';
  const file = { name: 'sheet.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) };
  for (const outcome of ['1 added, 0 changed, 0 known already, 1 refused', '0 added, 0 changed, 1 known already']) {
    await bench.page.getByLabel('a TimelineJS spreadsheet').setInputFiles(file);
    await bench.page.getByText(outcome).waitFor();
  }
  await bench.page.getByText('Row 3 No month').waitFor();
});

test('readers see picture, text and link with and without scripts, and the picture’s site receives no referrer', async () => {
  await bench.context.request.put(`${bench.service.url}/v1/timelines/harbour`, {
    data: { title: 'Harbour', visibility: 'public', collection: 'harbour', query: {} },
    headers: { origin: bench.service.url },
  });
  await bench.see('/embed/harbour');
  await isLoaded(bench.page, 'A crowded ferry');
  await bench.page.getByText('added by an editor').first().waitFor();
  await bench.page.getByRole('button', { name: /The ferry makes its last crossing/ }).click();
  const card = bench.page.locator('dateline-timeline article.card');
  await card.getByRole('img', { name: 'A crowded ferry' }).waitFor();
  await card.getByText('The ferrymen were given work.').waitFor();
  await card.getByText('Added by an editor').waitFor();
  await card.getByRole('link', { name: 'archive.example' }).waitFor();
  expect(await findings(bench.page)).toEqual([]);

  const plain = await bench.browser.newContext({ javaScriptEnabled: false });
  await plain.route(`${PICTURES}/**`, (route) => route.fulfill({ contentType: 'image/png', body: PNG }));
  const page = await plain.newPage();
  const event = await bench.page.locator('#events li.event').first().getAttribute('id');
  await page.goto(`${bench.service.url}/embed/harbour?event=${event?.slice(2)}`);
  await page.locator('#card').getByRole('img', { name: 'A crowded ferry' }).waitFor();
  await page.locator('#card').getByText('On the bridge.').waitFor();
  await plain.close();

  expect(asked.map(({ url }) => url)).toContain(`${PICTURES}/ferry.png`);
  expect(asked.map(({ referrer }) => referrer)).toEqual(asked.map(() => undefined));
});

test('a page without editors’ pictures allows images of no other site', async () => {
  const policyOf = async (path: string) =>
    (await bench.context.request.get(bench.service.url + path)).headers()['content-security-policy'] ?? '';
  expect(await policyOf('/embed/sample')).not.toContain('img-src');
  expect(await policyOf('/events?collection=sample')).toContain("img-src 'self';");
  expect(await policyOf('/embed/harbour')).toContain('img-src https:;');
  expect(await policyOf('/events?collection=harbour')).toContain("img-src 'self' https:;");
});

test('an editor removes an event entered by hand and undoes the removal', async () => {
  await bench.see('/events?collection=harbour');
  await bench.page.getByRole('link', { name: 'The old bridge opens', exact: true }).click();
  const { page } = bench;
  await page.waitForURL(/\/events\/[\w-]{22}/);
  const address = page.url();
  await page.getByRole('button', { name: 'Take back' }).click();
  await page.waitForURL(/\/events(\?|$)/);
  expect(await page.getByRole('link', { name: 'The old bridge opens' }).count()).toBe(0);
  expect((await bench.context.request.get(address)).status()).toBe(404);
});
