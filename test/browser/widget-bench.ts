import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { startBrowser } from './browser.ts';
import { type FixtureService, startFixtureService } from './fixture-service.ts';
import { SKY } from './sky-events.ts';
import { manyEvents } from './timeline-fixtures.ts';

const host = (slug: string, more = '', attributes = ''): string =>
  `<!doctype html><html><title>Somebody’s page</title><meta name="viewport" content="width=device-width"><body><h1>Somebody’s page</h1><script type="module" src="{{url}}/embed.js"></script><dateline-timeline src="{{url}}/v1/timelines/${slug}" ${attributes}><a href="{{url}}/embed/${slug}">The timeline</a></dateline-timeline>${more}</body></html>`;

/** Pages of somebody else with the widget in them, and a reader in front of one. */
export interface WidgetBench {
  browser: Browser;
  service: FixtureService;
  context: BrowserContext;
  page: Page;
  map: Locator;
  /** Opens a page and waits until the widget is at rest. */
  open(path: string): Promise<void>;
  /** After gestures the widget fetches and lays out anew; then it is quiet. */
  settled(): Promise<void>;
  windowOf(): Promise<{ from: string; to: string }>;
  middle(): Promise<{ x: number; y: number }>;
}

/** Starts browser and pages for a test file; a fresh reader for each test. */
export function widgetBench(): WidgetBench {
  const bench = {
    open: async (path: string) => {
      await bench.page.goto(bench.service.url + path);
      await bench.map.locator('button[data-event]').first().waitFor();
      await bench.settled();
    },
    settled: () => bench.page.waitForTimeout(250),
    windowOf: () => bench.map.evaluate((element) => element.window),
    middle: async () => {
      const box = await bench.map.locator('.stage').boundingBox();
      return { x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + 60 };
    },
  } as WidgetBench;

  beforeAll(async () => {
    bench.browser = await startBrowser();
    bench.service = await startFixtureService(
      {
        sky: { title: 'People and the sky', events: SKY, opening: { from: '1950-01-01', to: '1989-12-31' } },
        minutes: { title: 'Minutes', events: manyEvents(5000) },
        empty: { title: 'Empty', events: [] },
      },
      {
        '/sky': host('sky'),
        '/minutes': host('minutes'),
        '/missing': host('missing'),
        '/empty': host('empty'),
        '/synced': host('sky', '', 'sync'),
        '/rtl': host('sky').replace('<html>', '<html dir="rtl">'),
        '/hostile': host(
          'sky',
          '<style>*{letter-spacing:9px!important;line-height:4!important;text-transform:uppercase!important;font:italic 900 40px cursive!important;word-spacing:2em!important;text-align:end!important;white-space:pre!important;text-indent:3em!important;color:red!important}</style>',
        ),
        '/themed': host(
          'sky',
          '<style>dateline-timeline{--dateline-accent:rgb(0, 90, 0);--dateline-height:200px}</style>',
        ),
      },
    );
  });
  beforeEach(async () => {
    bench.context = await bench.browser.newContext({ viewport: { width: 1000, height: 800 }, reducedMotion: 'reduce' });
    bench.page = await bench.context.newPage();
    bench.map = bench.page.locator('dateline-timeline');
  });
  afterEach(() => bench.context.close());
  afterAll(async () => {
    await bench.browser?.close();
    await bench.service?.stop();
  });
  return bench;
}
