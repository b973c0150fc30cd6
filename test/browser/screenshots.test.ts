import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { ARTEFACTS, startBrowser } from './browser.ts';
import { type FixtureService, startFixtureService } from './fixture-service.ts';
import { SKY } from './sky-events.ts';
import { eventOf, manyEvents } from './timeline-fixtures.ts';

// Screenshots for people, kept in test/browser/artefacts; and checks that need no eyes: nothing is wider than the
// window, and no two labels of the map lie on each other.

let browser: Browser;
let service: FixtureService;

// biome-ignore format: a table
const ARABIC = [
  eventOf({ title: 'إطلاق أول قمر صناعي إلى مدار الأرض', start: '1957-10-04', display: '4 أكتوبر 1957', sentence: 'في 4 أكتوبر 1957 أطلق الاتحاد السوفييتي أول قمر صناعي.', trigger: 'أطلق', timex: '4 أكتوبر 1957', importance: 0.8, entities: ['الاتحاد السوفييتي'] }, 1),
  eventOf({ title: 'أول إنسان في الفضاء', start: '1961-04-12', display: '12 أبريل 1961', importance: 0.7, entities: ['الاتحاد السوفييتي'] }, 2),
  eventOf({ title: 'هبوط رائدي فضاء على سطح القمر', start: '1969-07-20', display: '20 يوليو 1969', importance: 0.9 }, 3),
  eventOf({ title: 'عودة مأهولة إلى القمر', start: '1980-01-01', end: '1983-12-31', display: 'أوائل الثمانينيات', precision: 'part', modality: 'predicted', importance: 0.4 }, 4),
];

beforeAll(async () => {
  browser = await startBrowser();
  service = await startFixtureService(
    {
      sky: {
        title: 'People and the sky',
        description: 'Comets, calendars, telescopes and the race to the Moon.',
        events: SKY,
      },
      one: { title: 'A single day', events: SKY.slice(15, 16) },
      fifty: { title: 'Fifty events', events: manyEvents(50) },
      thousands: { title: 'Five thousand events', events: manyEvents(5000) },
      arabic: { title: 'الإنسان والسماء', description: 'سباق الفضاء في أربعة أحداث.', language: 'ar', events: ARABIC },
      paper: { title: 'On paper', theme: 'paper', events: SKY },
      contrast: { title: 'In contrast', theme: 'contrast', events: SKY },
    },
    {
      '/dashboard':
        '<!doctype html><title>Dashboard</title><style>body{margin:0;background:#181b1f;color:#ccc;font:14px sans-serif;padding:16px}iframe{border:1px solid #333;width:900px;height:620px;background:#fff}</style><p>A panel</p><iframe sandbox credentialless src="{{url}}/embed/sky"></iframe>',
      '/article':
        '<!doctype html><html lang="en"><title>An article</title><meta name="viewport" content="width=device-width"><style>body{max-width:46rem;margin:2rem auto;padding:0 1rem;font:18px/1.6 Georgia,serif;color:#222}</style><h1>An article</h1><p>It speaks of many things, and some of them have dates.</p><script type="module" src="{{url}}/embed.js"></script><dateline-timeline src="{{url}}/v1/timelines/sky"></dateline-timeline><p>Then it goes on.</p></html>',
    },
  );
});

afterAll(async () => {
  await browser?.close();
  await service?.stop();
});

const DESK = { viewport: { width: 1100, height: 900 } };
const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true };

/** Pairs of labels that cover each other by more than a hair. */
async function overlaps(labels: Locator): Promise<string[]> {
  const boxes: { words: string; x: number; y: number; width: number; height: number }[] = [];
  for (const label of await labels.all()) {
    const box = await label.boundingBox();
    if (box && box.width > 0) boxes.push({ words: await label.innerText().catch(() => ''), ...box });
  }
  return boxes.flatMap((a, i) =>
    boxes
      .slice(i + 1)
      .filter(
        (b) =>
          Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x) > 2 &&
          Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y) > 3,
      )
      .map((b) => `${a.words} / ${b.words}`),
  );
}

async function picture(
  name: string,
  path: string,
  options: BrowserContextOptions,
  work?: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  await page.goto(service.url + path);
  if (options.javaScriptEnabled === false) {
    const map = page.locator(options.viewport?.width === 390 ? 'svg.map.narrow' : 'svg.map.wide');
    expect(await overlaps(map.locator('text.name'))).toEqual([]);
  } else if (path !== '/dashboard') {
    await page.locator('dateline-timeline button[data-event]').first().waitFor();
    await page.waitForTimeout(350);
    expect(await overlaps(page.locator('dateline-timeline .event .words'))).toEqual([]);
    const wide = await page.locator('html').evaluate((root) => root.scrollWidth - root.clientWidth);
    expect(wide).toBeLessThanOrEqual(0);
  }
  await work?.(page);
  await page.screenshot({ path: join(ARTEFACTS, `${name}.png`) });
  await context.close();
}

const openCard = async (page: Page): Promise<void> => {
  await page
    .locator('dateline-timeline button[data-event]', { hasText: /Sputnik|predicted/ })
    .first()
    .click();
  await page.locator('dateline-timeline .card').waitFor();
};

test.each<[string, string, BrowserContextOptions, ((page: Page) => Promise<void>)?]>([
  ['desktop', '/embed/sky', DESK],
  ['desktop-card', '/embed/sky', DESK, openCard],
  ['desktop-dark', '/embed/sky', { ...DESK, colorScheme: 'dark' }, openCard],
  ['desktop-no-scripts', '/embed/sky', { ...DESK, javaScriptEnabled: false }],
  ['desktop-no-scripts-event', '/embed/sky?event=event-16', { ...DESK, javaScriptEnabled: false }],
  ['desktop-right-to-left', '/embed/arabic', DESK],
  ['desktop-right-to-left-no-scripts', '/embed/arabic', { ...DESK, javaScriptEnabled: false }],
  ['phone', '/embed/sky', PHONE],
  ['phone-dark-card', '/embed/sky', { ...PHONE, colorScheme: 'dark' }, openCard],
  ['phone-no-scripts', '/embed/sky', { ...PHONE, javaScriptEnabled: false }],
  ['events-1', '/embed/one', DESK],
  ['events-50', '/embed/fifty', DESK],
  ['events-5000', '/embed/thousands', DESK],
  ['events-5000-phone', '/embed/thousands', PHONE],
  ['theme-paper', '/embed/paper', DESK],
  ['theme-contrast', '/embed/contrast', DESK],
  ['dashboard-sandboxed-frame', '/dashboard', DESK],
  ['inside-an-article', '/article', DESK, openCard],
])('nothing is wider than the window and no labels overlap: %s', (...row) => picture(...row));

test('the printed page shows the events and no controls', async () => {
  const context = await browser.newContext(DESK);
  const page = await context.newPage();
  await page.route('**/embed.js', (route) => route.abort());
  await page.goto(`${service.url}/embed/sky`);
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('nav.filters').isVisible()).toBe(false);
  expect(await page.locator('#events li.event').first().isVisible()).toBe(true);
  await page.screenshot({ path: join(ARTEFACTS, 'print.png') });
  await context.close();
});
