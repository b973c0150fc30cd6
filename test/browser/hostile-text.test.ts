import type { Browser, Page } from 'playwright-core';
import type { TimelineEvent } from '../../shared/events/event.ts';
import { writeConsolePage } from '../../shared/pages/console/write.ts';
import { writeErrorPage } from '../../shared/pages/embed/error.ts';
import { writeOembed } from '../../shared/pages/embed/oembed.ts';
import { writeEmbedPage } from '../../shared/pages/embed/write.ts';
import { writeSvg } from '../../shared/pages/svg/write.ts';
import { WHOLE } from '../../shared/timeline/view.ts';
import { startBrowser } from './browser.ts';
import { type FixtureService, pageModel, startFixtureService } from './fixture-service.ts';
import { bodiesSaying, eventSaying } from './hostile-models.ts';
import { look, type Seen } from './look.ts';
import { PAYLOADS } from './payloads.ts';

// Every field that comes from an article, a feed or an editor holds an attack; the pages are looked at WITHOUT their
// Content-Security-Policy, so that escaping alone must hold. The policy is there for the day when it does not.

let browser: Browser;
let service: FixtureService;

const eventsSaying = (texts: readonly string[]): TimelineEvent[] => texts.map(eventSaying);
const HARMLESS = PAYLOADS.map((_, i) => `word ${i}`);
const BASE = 'http://127.0.0.1:9';

beforeAll(async () => {
  browser = await startBrowser();
  service = await startFixtureService(
    {
      hostile: {
        title: '</title><script>alert(1)</script>',
        description: PAYLOADS.join(' '),
        events: eventsSaying(PAYLOADS),
      },
      tame: { title: 'Tame', events: eventsSaying(HARMLESS) },
    },
    {
      '/hostile':
        '<!doctype html><title>x</title><script type="module" src="{{url}}/embed.js"></script><dateline-timeline src="{{url}}/v1/timelines/hostile"></dateline-timeline>',
    },
  );
});

afterAll(async () => {
  await browser?.close();
  await service?.stop();
});

/** Attacks through addresses one by one, the others eleven at a time: each field holds them whole either way. */
const GROUPS: readonly string[] = (() => {
  const alone = PAYLOADS.filter((text) => /^.?[a-z\n]+:/i.test(text));
  const others = PAYLOADS.filter((text) => !alone.includes(text));
  const joined = Array.from({ length: Math.ceil(others.length / 11) }, (_, i) =>
    others.slice(i * 11, i * 11 + 11).join(' '),
  );
  return [...alone, ...joined];
})();

/** The one site that editors of these events gave pictures of. */
const isPicture = (url: string): boolean => url.startsWith('https://pictures.example/');

let page: Page;
let happened: string[] = [];
let served = { body: '', contentType: '' };

beforeAll(async () => {
  const context = await browser.newContext();
  page = await context.newPage();
  page.on('dialog', (dialog) => {
    happened.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('pageerror', (error) => happened.push(`error ${error.message}`));
  await context.route('**/*', (route) => {
    const url = route.request().url();
    if (url === `${BASE}/page`) return route.fulfill(served);
    const isOwn = /^http:\/\/127\.0\.0\.1:9\/(embed\.js|assets\/(console\.(css|js)|embed-page\.js)|embed\/)/.test(url);
    if (!isOwn && !isPicture(url)) happened.push(`request ${url}`);
    return route.abort();
  });
});

/** Shows a document without any policy; answers what is in it, and fails on a dialog, an error of a script, or a request. */
async function shown(body: string, contentType = 'text/html; charset=utf-8'): Promise<Seen> {
  served = { body, contentType };
  happened = [];
  await page.goto(`${BASE}/page`);
  await page.waitForTimeout(15);
  const seen = await look(page);
  expect([...happened, ...seen.dangerous]).toEqual([]);
  return seen;
}

/** Names of elements that there are more of than in a harmless page of the same kind. */
const moreThan = (tame: Seen, { elements }: Seen): string[] =>
  Object.keys(elements).filter((name) => (elements[name] ?? 0) > (tame.elements[name] ?? 0));

test('the embed page shows attacks in every field as the text they are', async () => {
  const pageOf = (slug: string, texts: readonly string[], title: string): string =>
    writeEmbedPage({
      ...pageModel(slug, { title, description: title, events: eventsSaying(texts) }, WHOLE, BASE),
      facets: texts.slice(0, 10).map((text) => ({ kind: 'entity', id: text, name: text, count: 1 })),
      opened: eventSaying(texts[0] ?? '', 0),
    });
  const tame = await shown(pageOf('tame', HARMLESS, 'Tame'));
  for (const attack of GROUPS)
    expect((await shown(pageOf('tame', [attack], attack))).elements.script).toBe(tame.elements.script);
  // Long titles take room from others on the map, so there may be fewer labels; never more of anything.
  expect(moreThan(tame, await shown(pageOf('tame', PAYLOADS, PAYLOADS.join(' '))))).toEqual([]);
});

test('the image of a timeline is well-formed XML whatever the titles are, and nothing in it runs', async () => {
  const svgOf = (texts: readonly string[], title: string): string =>
    writeSvg(pageModel('x', { title, events: eventsSaying(texts) }, WHOLE, BASE));
  const tame = await shown(svgOf(HARMLESS, 'Tame'), 'image/svg+xml');
  const hostile = await shown(svgOf(PAYLOADS, PAYLOADS.join(' ')), 'image/svg+xml');
  // Long titles take room from others, so there may be fewer labels; never another element.
  expect(Object.keys(hostile.elements).filter((name) => !(name in tame.elements))).toEqual([]);
  expect(hostile.elements.parsererror).toBeUndefined();
});

test('every page of the console shows attacks as text', async () => {
  const chrome = { baseUrl: BASE, collection: 'main', collections: ['main'], now: '2026-01-02T00:00:00Z' };
  const all = (text: string): string[] =>
    bodiesSaying(text).map((body) => writeConsolePage({ chrome: { ...chrome, collections: [text] }, body }));
  const tame: Seen[] = [];
  for (const html of all('word')) tame.push(await shown(html));
  for (const attack of GROUPS) {
    const pages = all(attack);
    for (const [i, html] of pages.entries()) {
      expect([attack, i, moreThan(tame[i] as Seen, await shown(html))]).toEqual([attack, i, []]);
    }
  }
});

test('error pages and the oEmbed frame show attacks as text', async () => {
  for (const attack of GROUPS) {
    const page = await shown(writeErrorPage({ status: 404, title: attack, detail: attack, baseUrl: BASE, lang: 'en' }));
    expect(page.elements.script).toBeUndefined();
    const { html } = writeOembed({ baseUrl: BASE, slug: attack, title: attack, token: attack });
    const frame = await shown(`<!doctype html><title>x</title>${html}`);
    expect(frame.elements).toEqual({ html: 1, head: 1, title: 1, body: 1, iframe: 1 });
  }
});

test('the widget shows attacks as text: on the map, in cards, in piles, in filters and in the address', async () => {
  const context = await browser.newContext({ reducedMotion: 'reduce' });
  const host = await context.newPage();
  const wrong: string[] = [];
  host.on('dialog', (dialog) => {
    wrong.push(dialog.message());
    void dialog.dismiss();
  });
  host.on('pageerror', (error) => wrong.push(error.message));
  host.on('request', (request) => {
    if (!request.url().startsWith(service.url) && !isPicture(request.url())) wrong.push(request.url());
  });
  await host.goto(`${service.url}/hostile`);
  const map = host.locator('dateline-timeline');
  await map.locator('button[data-event]').first().waitFor();
  const buttons = map.locator('button[data-event]');
  const many = await buttons.count();
  for (let i = 0; i < many; i += 1) {
    await buttons.nth(i).dispatchEvent('click');
    await map.locator('.card').waitFor();
    expect((await look(host)).dangerous).toEqual([]);
  }
  await map.locator('.card .names button').dispatchEvent('click');
  await map.locator('.key .chip').waitFor();
  await map.getByRole('button', { name: /Remove the filter/ }).dispatchEvent('click');
  await host.waitForTimeout(250);
  const bars = map.locator('button[data-bar]');
  for (let i = 0; i < (await bars.count()); i += 1) await bars.nth(i).dispatchEvent('click');
  await host.waitForTimeout(300);
  const { elements, dangerous } = await look(host);
  expect(dangerous).toEqual([]);
  expect(
    ['script', 'img', 'iframe', 'object', 'form', 'base', 'meta', 'link', 'style', 'math'].filter(
      (name) => (elements[name] ?? 0) > (name === 'script' ? 1 : 0),
    ),
  ).toEqual([]);
  expect(wrong).toEqual([]);
  await context.close();
});

test('the check detects an attack that the test lets through', async () => {
  await expect(shown('<!doctype html><title>x</title><img src=x onerror=alert(1)>')).rejects.toThrow();
});
