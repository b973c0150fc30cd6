import type { Page } from 'playwright-core';
import { consoleBench } from './console-bench.ts';

// A reader looks for words on the page of a timeline, with and without scripts, framed and not.

const bench = consoleBench();

async function withPage(options: { readonly javaScriptEnabled: boolean }, work: (page: Page) => Promise<void>) {
  const context = await bench.browser.newContext(options);
  const page = await context.newPage();
  await work(page);
  await context.close();
}

const titles = (page: Pick<Page, 'locator'>) => page.locator('#events .what :is(h2,h3,h4) a').allInnerTexts();

/** What the API finds for the same words. */
async function titlesByApi(): Promise<readonly string[]> {
  const answer = await fetch(`${bench.service.url}/v1/timelines/sample/events?q=astronauts`);
  const { events } = (await answer.json()) as { events: readonly { readonly title: string }[] };
  return events.map(({ title }) => title);
}

test.each([true, false])(
  'with scripts %s, a search shows the events that contain the words, and a chip removes it',
  async (javaScriptEnabled) => {
    await withPage({ javaScriptEnabled }, async (page) => {
      await page.goto(`${bench.service.url}/embed/sample?search=1`);
      const all = (await titles(page)).length;
      await page.getByRole('searchbox').fill('astronauts');
      await Promise.all([page.waitForURL(/q=astronauts/), page.getByRole('searchbox').press('Enter')]);
      await page.locator('#events').waitFor();
      const found = await titles(page);
      expect(found.length).toBeGreaterThan(0);
      expect(found.length).toBeLessThan(all);
      expect(found).toEqual(await titlesByApi());
      expect(await page.getByRole('searchbox').inputValue()).toBe('astronauts');
      await page.locator('.filters a.chip.on').click();
      await page.waitForURL((url) => !url.searchParams.has('q'));
      expect(await titles(page)).toHaveLength(all);
    });
  },
);

test('in a sandboxed frame that may run scripts and send no forms, a search works too', async () => {
  await withPage({ javaScriptEnabled: true }, async (page) => {
    await page.goto(`${bench.service.url}/health`);
    await page.setContent(
      `<iframe sandbox="allow-scripts" width="800" height="600" src="${bench.service.url}/embed/sample?search=1"></iframe>`,
    );
    const frame = page.frameLocator('iframe');
    await frame.getByRole('searchbox').fill('astronauts');
    await frame.getByRole('searchbox').press('Enter');
    await frame.locator('.filters a.chip.on').waitFor();
    expect(await titles(frame)).toEqual(await titlesByApi());
  });
});

test('without search=1 the page has no form, and its policy allows none', async () => {
  const page = await fetch(`${bench.service.url}/embed/sample`);
  expect(page.headers.get('content-security-policy')).toContain("form-action 'none'");
  expect(await page.text()).not.toContain('<form');
});

test('an open card leads to the events before and after it, without a script', async () => {
  await withPage({ javaScriptEnabled: false }, async (page) => {
    await page.goto(`${bench.service.url}/embed/sample?all=1`);
    const [first, second, third] = await titles(page);
    await page
      .locator('#events .what a', { hasText: second ?? '' })
      .first()
      .click();
    await page.locator('#card').getByRole('link', { name: 'Next' }).click();
    expect(await page.locator('#card-title').innerText()).toBe(third);
    await page.locator('#card').getByRole('link', { name: 'Previous' }).click();
    await page.locator('#card').getByRole('link', { name: 'Previous' }).click();
    expect(await page.locator('#card-title').innerText()).toBe(first);
    expect(await page.locator('#card').getByRole('link', { name: 'Previous' }).count()).toBe(0);
  });
});

test('an open card in the widget leads from event to event, and the map follows', async () => {
  await withPage({ javaScriptEnabled: true }, async (page) => {
    await page.goto(`${bench.service.url}/embed/sample?from=1969-07-01&to=1969-07-31`);
    const map = page.locator('dateline-timeline');
    await map.locator('.event button').first().click();
    const seen: string[] = [];
    const title = async () => {
      const text = await map.locator('.card :is(h2,h3,h4)').innerText();
      seen.push(text);
      return text;
    };
    await title();
    for (let step = 0; step < 8; step += 1) {
      const before = seen.at(-1) ?? '';
      await map.getByRole('button', { name: 'Next', exact: true }).click();
      await map.locator('.card :is(h2,h3,h4)').filter({ hasNotText: before }).waitFor();
      await title();
    }
    expect(new Set(seen).size).toBe(9);
  });
});
