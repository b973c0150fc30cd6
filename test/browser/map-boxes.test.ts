import type { Browser } from 'playwright-core';
import { dayNumber, isoDay } from '../../shared/time/day.ts';
import { startBrowser } from './browser.ts';
import { type FixtureService, startFixtureService } from './fixture-service.ts';
import { type LiveService, startLiveService } from './live-service.ts';
import { faultsOfMap } from './map-boxes.ts';
import { SKY } from './sky-events.ts';
import { eventOf } from './timeline-fixtures.ts';

// The map's labels are readable at every width of an embed, with a script and without.

const WIDTHS = [320, 390, 480, 600, 680, 720, 760, 820, 968, 1440];

/** One event every five years, with titles and dates of many lengths. */
const CENTURY = Array.from({ length: 20 }, (_, i) => {
  const year = 1901 + i * 5;
  const title =
    ['Rail strike', 'Delegates of nineteen harbour towns agree on one common tariff for salt', 'WWW MMM HQ'][i % 3] ??
    '';
  const modality = (['asserted', 'planned', 'hypothetical', 'negated'] as const)[i % 4] ?? 'asserted';
  return eventOf(
    { title, start: `${year}-09-24`, display: `September 24, ${year}`, modality, importance: 0.3 + (i % 7) / 10 },
    i,
  );
});

/** A thousand events of one week. */
const WEEK = Array.from({ length: 1000 }, (_, i) => {
  const start = isoDay(dayNumber('2024-03-04') + (i % 7));
  return eventOf(
    { title: `Observer ${i} counts the boats at the northern lock`, start, display: start, importance: (i % 97) / 97 },
    i,
  );
});

let browser: Browser;
let fixtures: FixtureService;
let live: LiveService;

beforeAll(async () => {
  [browser, fixtures, live] = await Promise.all([
    startBrowser(),
    startFixtureService({
      sky: { title: 'People and the sky', events: SKY },
      century: { title: 'A century', events: CENTURY },
      week: { title: 'A week', events: WEEK },
    }),
    startLiveService(),
  ]);
}, 90_000);

afterAll(async () => {
  await browser?.close();
  await fixtures?.stop();
  await live?.stop();
});

describe.each(['sample', 'sky', 'sky?lang=de', 'century', 'week'])('the map of %s', (slug) => {
  test.each([
    ['with a script', true],
    ['without', false],
  ])(
    'has no label that overlaps, leaves the picture or is cut without an ellipsis, %s',
    async (_, javaScriptEnabled) => {
      const context = await browser.newContext({ javaScriptEnabled, reducedMotion: 'reduce' });
      const page = await context.newPage();
      const found: string[] = [];
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 });
        await page.goto(`${slug === 'sample' ? live.url : fixtures.url}/embed/${slug}`);
        if (javaScriptEnabled) {
          await page.locator('dateline-timeline button[data-event]').first().waitFor();
          await page.waitForTimeout(250);
        }
        const { labels, ticks, faults } = await faultsOfMap(page);
        if (labels < 2 || ticks < 2) found.push(`${width}: ${labels} labels, ${ticks} ticks`);
        found.push(...faults.map((fault) => `${width}: ${fault}`));
      }
      await context.close();
      expect(found).toEqual([]);
    },
    60_000,
  );
});
