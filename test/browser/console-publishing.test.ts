import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { findings } from './axe.ts';
import { consoleBench } from './console-bench.ts';

// An editor's afternoon with the real service: publish, share, keep feeds and keys, and meet hostile articles.

const bench = consoleBench();
let host: Server;
let hostPage = '';

beforeAll(async () => {
  await bench.page.goto(bench.service.consoleLink);
  // Somebody else's site, on another origin.
  host = createServer((_, response) =>
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(hostPage),
  );
  await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve));
});

afterAll(() => host?.close());

test('a search becomes a timeline, and its snippets work where they are pasted', async () => {
  await bench.see('/events?from=1957-01-01&collection=sample');
  await bench.page.getByText('Make a timeline of this search').click();
  await bench.page.getByLabel('Title', { exact: true }).fill('Since Sputnik');
  await bench.page.getByLabel('Name in the address').fill('since-sputnik');
  await bench.page.getByRole('button', { name: 'Make the timeline' }).click();
  await bench.page.waitForURL(/\/timelines\/since-sputnik/);
  // The console stays in the collection of what it shows.
  expect(await bench.page.locator('.who summary').innerText()).toBe('sample');
  await bench.page
    .locator('.snippets section', { hasText: 'Web component' })
    .getByRole('button', { name: 'Copy' })
    .click();
  const component = await bench.page.evaluate('navigator.clipboard.readText()');
  const snippets = await bench.page.locator('.snippets code').allInnerTexts();
  expect(snippets).toContain(component);
  hostPage = `<!doctype html><meta charset="utf-8"><title>Elsewhere</title>${snippets.slice(0, 5).join('\n')}`;
  const elsewhere = await bench.context.newPage();
  await elsewhere.goto(`http://127.0.0.1:${(host.address() as AddressInfo).port}/`);
  await elsewhere.locator('dateline-timeline button[data-event]').first().waitFor();
  const frames = elsewhere.locator('iframe');
  for (let i = 0; i < (await frames.count()); i += 1) {
    await frames.nth(i).scrollIntoViewIfNeeded();
    await elsewhere.frameLocator('iframe').nth(i).locator('#events li.event').first().waitFor();
    // The widget runs in the frame too, in an opaque origin.
    await elsewhere.frameLocator('iframe').nth(i).locator('dateline-timeline button[data-event]').first().waitFor();
  }
  expect(await elsewhere.locator('img').evaluate((img) => img.naturalWidth)).toBeGreaterThan(500);
  await elsewhere.close();
});

test('the page of a timeline links its oEmbed document, which contains a frame', async () => {
  await bench.see('/embed/since-sputnik');
  const href = await bench.page.locator('link[type="application/json+oembed"]').getAttribute('href');
  const answer = await bench.context.request.get(href ?? '');
  expect(await answer.json()).toMatchObject({
    type: 'rich',
    title: 'Since Sputnik',
    html: expect.stringContaining('<iframe'),
  });
});

test('a private timeline is shared by a link that expires', async () => {
  await bench.see('/events?collection=sample&tag=comets');
  await bench.page.getByText('Make a timeline of this search').click();
  await bench.page.getByLabel('Title', { exact: true }).fill('Comets for friends');
  await bench.page.getByLabel('Only with a key').check();
  await bench.page.getByRole('button', { name: 'Make the timeline' }).click();
  await bench.page.waitForURL(/\/timelines\/comets/);
  await bench.page.getByLabel('Valid for').selectOption('a day');
  await bench.page.getByRole('button', { name: 'Make the link' }).click();
  const code = bench.page.locator('.snippets code').last();
  await code.waitFor();
  const link = await code.innerText();
  expect(link.length).toBeLessThan(2048);
  const stranger = await bench.browser.newContext();
  const reader = await stranger.newPage();
  await reader.goto(link);
  await reader.locator('dateline-timeline button[data-event]').first().waitFor();
  await reader.goto(link.split('?')[0] ?? '');
  expect(await reader.locator('#events li.event').count()).toBe(0);
  await stranger.close();
});

test('a feed that cannot be reached says why, and can be removed', async () => {
  await bench.see('/feeds');
  expect(await bench.page.locator('main').innerText()).toContain('No feeds yet');
  await bench.page.getByLabel('Address of the feed').fill('http://feeds.invalid/feed.xml');
  await bench.page.getByRole('button', { name: 'Add the feed' }).click();
  await bench.page.locator('[data-feed]').waitFor();
  await bench.page.getByRole('button', { name: 'Remove' }).click();
  await bench.page.getByRole('button', { name: /Really remove/ }).click();
  await bench.page.getByText('No feeds yet').waitFor();
});

test('an OPML file is imported, and the page says how many feeds were added and which were refused', async () => {
  await bench.see('/feeds');
  const opml =
    '<opml version="2.0"><head/><body><outline text="Bridges" type="rss" xmlUrl="https://feeds.example/bridges.rss"/></body></opml>';
  await bench.page
    .locator('[data-opml]')
    .setInputFiles({ name: 'feeds.opml', mimeType: 'text/x-opml', buffer: Buffer.from(opml) });
  await bench.page.locator('#said', { hasText: '1 added' }).waitFor();
  await bench.page.locator('[data-feed]', { hasText: 'Bridges' }).waitFor();
});

test('a key is shown once and can be revoked', async () => {
  await bench.see('/keys');
  await bench.page.getByLabel('What it is for').fill('importer');
  await bench.page.getByRole('button', { name: 'Make a key' }).click();
  const key = await bench.page.locator('#new-key code').innerText();
  const asKey = { headers: { authorization: `Bearer ${key}` } };
  const stranger = await bench.browser.newContext();
  expect((await stranger.request.get(`${bench.service.url}/v1/events`, asKey)).status()).toBe(200);
  await bench.see('/keys');
  expect(await bench.page.locator('main').innerText()).not.toContain(key);
  await bench.page.locator('[data-key]', { hasText: 'importer' }).getByRole('button', { name: 'Revoke' }).click();
  await bench.page.getByRole('button', { name: /Really revoke/ }).click();
  await bench.page.locator('[data-key]', { hasText: /importer[\s\S]*revoked/ }).waitFor();
  expect((await stranger.request.get(`${bench.service.url}/v1/events`, asKey)).status()).toBe(401);
  await stranger.close();
});

test('markup and scripts in an article are shown as text on every page of the service', async () => {
  const attack = '<img src=x onerror=alert(1)>"><script>alert(1)</script>';
  const dialogs: string[] = [];
  bench.page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  await bench.see('/?collection=hostile');
  await bench.page
    .getByLabel('Article', { exact: true })
    .fill(`The council of ${attack} opened the ${attack} bridge on June 4, 1989. In 2030 ${attack} will close it.`);
  await bench.page.getByLabel('Title', { exact: true }).fill(attack);
  await bench.page.getByLabel('Published', { exact: true }).fill('2014-03-30');
  await bench.page.getByLabel('Tags', { exact: true }).fill(attack);
  await bench.page.getByRole('button', { name: 'Find its events' }).click();
  await bench.page.locator('#reading .found li').first().waitFor();
  await bench.page.getByRole('button', { name: 'Keep this article' }).click();
  await bench.page.waitForURL(/\/articles\//);
  await bench.page.locator('.found li').first().waitFor({ timeout: 20_000 });
  for (const path of ['/events?collection=hostile', '/?collection=hostile']) {
    await bench.see(path);
    expect(await bench.page.locator('img, main script').count()).toBe(0);
  }
  await bench.see('/events?collection=hostile');
  await bench.page.locator('.periods .event h3 a').first().click();
  await bench.page.locator('#proof').waitFor();
  expect(await bench.page.locator('.proofs').innerText()).toContain('<img src=x onerror=alert(1)>');
  expect(dialogs).toEqual([]);
});

test.each(['/', '/events?collection=sample', '/timelines', '/timelines/sample', '/feeds', '/webhooks', '/keys'])(
  'axe finds nothing wrong on %s, on a desk and on a phone',
  async (path) => {
    await bench.see(path);
    expect(await findings(bench.page)).toEqual([]);
    await bench.page.setViewportSize({ width: 390, height: 844 });
    expect(await findings(bench.page)).toEqual([]);
    await bench.page.setViewportSize({ width: 1200, height: 900 });
  },
);

test('signing out ends the session', async () => {
  await bench.see('/');
  await bench.page.locator('.who summary').click();
  await bench.page.getByRole('button', { name: 'Sign out' }).click();
  await bench.page.getByText('one-time link').waitFor();
});
