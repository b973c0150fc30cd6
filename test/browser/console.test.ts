import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { findings } from './axe.ts';
import { startBrowser } from './browser.ts';
import { type LiveService, startLiveService } from './live-service.ts';

// An editor's morning with the real service: read, keep, search, curate, publish.

let browser: Browser;
let service: LiveService;
let context: BrowserContext;
let page: Page;
let host: Server;
let hostPage = '';

const article = readFileSync('local/samples/race-that-might-have-been.txt', 'utf8');

beforeAll(async () => {
  [browser, service] = await Promise.all([startBrowser(), startLiveService()]);
  context = await browser.newContext({
    viewport: { width: 1200, height: 900 },
    reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  page = await context.newPage();
  // Somebody else's site, on another origin.
  host = createServer((_, response) =>
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(hostPage),
  );
  await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve));
}, 90_000);

afterAll(async () => {
  await browser?.close();
  host?.close();
  await service?.stop();
});

const see = async (path: string): Promise<void> => {
  await page.goto(service.url + path);
};

test('without the link the console shows nothing but how to get in', async () => {
  await see('/events');
  expect(await page.locator('main').innerText()).toContain('one-time link');
  expect(await page.locator('nav').count()).toBe(0);
});

test('the one-time link signs this browser in, and works once', async () => {
  await page.goto(service.consoleLink);
  expect(await page.locator('h1').innerText()).toBe('Read an article');
  const other = await browser.newContext();
  const second = await other.newPage();
  await second.goto(service.consoleLink);
  expect(await second.locator('main').innerText()).toContain('used already');
  await other.close();
});

test('a pasted article shows its events beside the text that proves them, and nothing is kept', async () => {
  await see('/');
  await page.getByLabel('Article').fill(article);
  await page.getByLabel('Published').fill('2009-07-16');
  await page.getByRole('button', { name: 'Find its events' }).click();
  await page.locator('#reading .found li').first().waitFor();
  expect(await page.locator('#reading .text').innerText()).toContain('His giant rocket, the N1, failed four times.');
  expect(await page.locator('#reading .found').innerText()).toContain('HYPOTHETICAL');
  const item = page.locator('#reading .found li', { hasText: 'July 21, 1969' });
  await item.getByRole('link').focus();
  expect(await page.locator('#reading .said.on').allInnerTexts()).toEqual(
    expect.arrayContaining([expect.stringContaining('crashed')]),
  );
  await see('/events');
  expect(await page.locator('main').innerText()).toContain('No events in this collection yet');
});

test('an article that is kept is read, and stands beside its events', async () => {
  await see('/');
  await page.getByLabel('Article').fill(article);
  await page.getByLabel('Title').fill('The race that might have been');
  await page.getByLabel('Published').fill('2009-07-16');
  await page.getByLabel('Tags').fill('moon, race');
  await page.getByRole('button', { name: 'Find its events' }).click();
  await page.getByRole('button', { name: 'Keep this article' }).click();
  await page.waitForURL(/\/articles\//);
  await page.locator('.found li').first().waitFor({ timeout: 20_000 });
  expect(await page.locator('h1').innerText()).toBe('The race that might have been');
  expect(await page.locator('.facts').first().innerText()).toContain('Tags: moon, race');
  expect(await page.locator('.text mark').count()).toBeGreaterThan(10);
});

test('an HTML file is read without its furniture', async () => {
  await see('/');
  await page.locator('input[type=file]').setInputFiles('local/samples/hubble-thirty.html');
  await page.getByRole('button', { name: 'Find its events' }).click();
  await page.locator('#reading .found li').first().waitFor();
  expect(await page.locator('#reading .text').innerText()).not.toContain('Subscribe');
  expect(await page.locator('#reading .found').innerText()).toContain('April 25, 1990');
});

test('a date that is none is told in words', async () => {
  await see('/');
  await page.getByLabel('Article').fill('The bridge was opened on 12 May 1937.');
  await page.getByLabel('Published').fill('2009-13-45');
  await page.getByRole('button', { name: 'Find its events' }).click();
  await page.locator('#reading .bad').waitFor();
  expect(await page.locator('#reading .bad').innerText()).toMatch(/publishedAt|date/i);
});

test('events are searched by word, window and kind', async () => {
  await see('/events?collection=sample');
  const all = await page.locator('.results .count').innerText();
  await page.getByLabel('Word').fill('launched');
  await page.getByLabel('From').fill('1957-01-01');
  await page.getByLabel('To', { exact: true }).fill('1999-12-31');
  await page.getByRole('button', { name: 'Search' }).click();
  const found = await page.locator('.results .count').innerText();
  expect(Number.parseInt(found, 10)).toBeLessThan(Number.parseInt(all, 10));
  expect(await page.locator('.results').innerText()).toContain('Sputnik');
  await page.locator('.facets').getByRole('link', { name: 'Planned' }).click();
  expect(new URL(page.url()).searchParams.get('modality')).toBe('planned');
  expect(new URL(page.url()).searchParams.get('collection')).toBe('sample');
});

test('a title is changed, and changed back by undo', async () => {
  await see('/events');
  await page.locator('.event h3 a').first().click();
  const before = await page.locator('h1').innerText();
  await page.getByLabel('Title').fill('An editor’s better title');
  await page.getByRole('button', { name: 'Change title' }).click();
  await page.locator('h1', { hasText: 'An editor’s better title' }).waitFor();
  await page.getByRole('button', { name: 'Undo' }).first().click();
  await page.locator('h1', { hasText: before }).waitFor();
});

test('an event is hidden from lists, and shown again', async () => {
  await see('/events');
  const title = await page.locator('.event h3 a').first().innerText();
  await page.locator('.event h3 a').first().click();
  const at = page.url();
  await page.getByRole('button', { name: 'Hide' }).click();
  await page.getByText('no timeline shows this event').waitFor();
  await see('/events');
  expect(await page.locator('.event h3').allInnerTexts()).not.toContain(title);
  await page.goto(at);
  await page.getByRole('button', { name: 'Show again' }).click();
  await page.getByRole('button', { name: 'Hide' }).waitFor();
});

test('two entries for one event are merged, and taken apart by undo', async () => {
  await see('/events?from=1969-07-20&to=1969-07-21&collection=sample');
  await page.locator('.event h3 a').first().click();
  const choice = page.locator('[data-near] input').first();
  await choice.waitFor();
  const mentions = await page.locator('#proof').innerText();
  await choice.check();
  await page.getByRole('button', { name: 'Merge into this one' }).click();
  await page.locator('.history', { hasText: 'Merged' }).waitFor();
  expect(Number.parseInt(await page.locator('#proof').innerText(), 10)).toBeGreaterThan(Number.parseInt(mentions, 10));
  await page.getByRole('button', { name: 'Undo' }).first().click();
  await page.locator('#proof', { hasText: mentions }).waitFor();
});

test('a search becomes a timeline, and its snippets work where they are pasted', async () => {
  await see('/events?from=1957-01-01&collection=sample');
  await page.getByText('Make a timeline of this search').click();
  await page.getByLabel('Title').fill('Since Sputnik');
  await page.getByLabel('Name in the address').fill('since-sputnik');
  await page.getByRole('button', { name: 'Make the timeline' }).click();
  await page.waitForURL(/\/timelines\/since-sputnik/);
  await page.locator('.snippets section', { hasText: 'Web component' }).getByRole('button', { name: 'Copy' }).click();
  const component = await page.evaluate('navigator.clipboard.readText()');
  const snippets = await page.locator('.snippets code').allInnerTexts();
  expect(snippets).toContain(component);
  hostPage = `<!doctype html><meta charset="utf-8"><title>Elsewhere</title>${snippets.slice(0, 4).join('\n')}`;
  const elsewhere = await context.newPage();
  await elsewhere.goto(`http://127.0.0.1:${(host.address() as AddressInfo).port}/`);
  await elsewhere.locator('dateline-timeline button[data-event]').first().waitFor();
  const frames = elsewhere.locator('iframe');
  for (let i = 0; i < (await frames.count()); i += 1) {
    await frames.nth(i).scrollIntoViewIfNeeded();
    await elsewhere.frameLocator('iframe').nth(i).locator('#events li.event').first().waitFor();
    // The widget runs in the frame too, in an origin that is none.
    await elsewhere.frameLocator('iframe').nth(i).locator('dateline-timeline button[data-event]').first().waitFor();
  }
  expect(await elsewhere.locator('img').evaluate((img) => img.naturalWidth)).toBeGreaterThan(500);
  await elsewhere.close();
});

test('the page of a timeline says where its oEmbed is, and that answers with a frame', async () => {
  await see('/embed/since-sputnik');
  const href = await page.locator('link[type="application/json+oembed"]').getAttribute('href');
  const answer = await context.request.get(href ?? '');
  expect(await answer.json()).toMatchObject({
    type: 'rich',
    title: 'Since Sputnik',
    html: expect.stringContaining('<iframe'),
  });
});

test('a private timeline is shared by a link that expires', async () => {
  await see('/events?collection=sample&tag=comets');
  await page.getByText('Make a timeline of this search').click();
  await page.getByLabel('Title').fill('Comets for friends');
  await page.getByLabel('Only with a key').check();
  await page.getByRole('button', { name: 'Make the timeline' }).click();
  await page.waitForURL(/\/timelines\/comets/);
  await page.getByLabel('Valid for').selectOption('a day');
  await page.getByRole('button', { name: 'Make the link' }).click();
  const code = page.locator('.snippets code').last();
  await code.waitFor();
  const link = await code.innerText();
  expect(link.length).toBeLessThan(2048);
  const stranger = await browser.newContext();
  const reader = await stranger.newPage();
  await reader.goto(link);
  await reader.locator('dateline-timeline button[data-event]').first().waitFor();
  await reader.goto(link.split('?')[0] ?? '');
  expect(await reader.locator('#events li.event').count()).toBe(0);
  await stranger.close();
});

test('a feed that cannot be reached says why, and can be removed', async () => {
  await see('/feeds');
  expect(await page.locator('main').innerText()).toContain('No feeds yet');
  await page.getByLabel('Address of the feed').fill('http://feeds.invalid/feed.xml');
  await page.getByRole('button', { name: 'Add the feed' }).click();
  await page.locator('[data-feed]').waitFor();
  await page.getByRole('button', { name: 'Remove' }).click();
  await page.getByRole('button', { name: /Really remove/ }).click();
  await page.getByText('No feeds yet').waitFor();
});

test('a key is shown once and can be revoked', async () => {
  await see('/keys');
  await page.getByLabel('What it is for').fill('importer');
  await page.getByRole('button', { name: 'Make a key' }).click();
  const key = await page.locator('#new-key code').innerText();
  const asKey = { headers: { authorization: `Bearer ${key}` } };
  const stranger = await browser.newContext();
  expect((await stranger.request.get(`${service.url}/v1/events`, asKey)).status()).toBe(200);
  await see('/keys');
  expect(await page.locator('main').innerText()).not.toContain(key);
  await page.locator('[data-key]', { hasText: 'importer' }).getByRole('button', { name: 'Revoke' }).click();
  await page.getByRole('button', { name: /Really revoke/ }).click();
  await page.locator('[data-key]', { hasText: /importer[\s\S]*revoked/ }).waitFor();
  expect((await stranger.request.get(`${service.url}/v1/events`, asKey)).status()).toBe(401);
  await stranger.close();
});

test('attacks in an article come out of the whole service as text', async () => {
  const attack = '<img src=x onerror=alert(1)>"><script>alert(1)</script>';
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  await see('/?collection=hostile');
  await page
    .getByLabel('Article')
    .fill(`The council of ${attack} opened the ${attack} bridge on June 4, 1989. In 2030 ${attack} will close it.`);
  await page.getByLabel('Title').fill(attack);
  await page.getByLabel('Published').fill('2014-03-30');
  await page.getByLabel('Tags').fill(attack);
  await page.getByRole('button', { name: 'Find its events' }).click();
  await page.locator('#reading .found li').first().waitFor();
  await page.getByRole('button', { name: 'Keep this article' }).click();
  await page.waitForURL(/\/articles\//);
  await page.locator('.found li').first().waitFor({ timeout: 20_000 });
  for (const path of ['/events?collection=hostile', '/?collection=hostile']) {
    await see(path);
    expect(await page.locator('img, main script').count()).toBe(0);
  }
  await see('/events?collection=hostile');
  await page.locator('.event h3 a').first().click();
  await page.locator('#proof').waitFor();
  expect(await page.locator('.proofs').innerText()).toContain('<img src=x onerror=alert(1)>');
  expect(dialogs).toEqual([]);
});

test.each(['/', '/events?collection=sample', '/timelines', '/timelines/sample', '/feeds', '/keys'])(
  'axe finds nothing wrong on %s, on a desk and on a phone',
  async (path) => {
    await see(path);
    expect(await findings(page)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await findings(page)).toEqual([]);
    await page.setViewportSize({ width: 1200, height: 900 });
  },
);

test('signing out ends the session', async () => {
  await see('/');
  await page.locator('.who summary').click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByText('one-time link').waitFor();
});
