import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { writeRss } from '../../shared/formats/rss/write.ts';
import { writeTimelinejs } from '../../shared/formats/timelinejs/write.ts';
import { DATES, eventOf, HOSTILE, timelineOf } from '../unit/formats/sample-timeline.ts';
import { ARTEFACTS, startBrowser } from './browser.ts';

const dist = join(process.cwd(), 'node_modules/@knight-lab/timelinejs/dist');
const script = readFileSync(join(dist, 'js/timeline.js'), 'utf8');
const style = readFileSync(join(dist, 'css/timeline.css'), 'utf8');

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

/** The real TimelineJS with our file, in a page that can reach nothing; `ran` is what a hostile title would set. */
async function shown(json: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1000, height: 640 } });
  await page.route('**/*', (route) => (route.request().url().startsWith('data:') ? route.continue() : route.abort()));
  await page.setContent(`<style>${style}</style><div id="timeline" style="width:100%;height:600px"></div>`);
  await page.addScriptTag({ content: 'window.alert = () => { window.ran = true; };' });
  await page.addScriptTag({ content: script });
  await page.addScriptTag({
    content: `window.timeline = new TL.Timeline('timeline', ${json}, { hash_bookmark: false });`,
  });
  await page.waitForSelector('.tl-slide .tl-headline', { timeout: 20_000 });
  return page;
}

test('TimelineJS begins at the start of the timeline and gives the beginning of a longer event', async () => {
  const long = { ...DATES.war, start: '1707-01-01', end: '2020-12-31', display: '1707–2020' };
  const events = [eventOf({ id: 'long', title: 'The two ports share a pilot', date: long }), eventOf()];
  const json = JSON.parse(writeTimelinejs({ ...timelineOf(events), from: '1957-01-01' }));
  expect(json.events[0]).toMatchObject({ start_date: { year: 1957, month: 1, day: 1 }, display_date: '1707–2020' });
  const page = await shown(JSON.stringify(json));
  expect(await page.locator('.tl-timeaxis-content-container').innerText()).not.toContain('1700');
  await page.close();
});

test('TimelineJS itself shows every event in order, with its date in words, BCE and doubt included', async () => {
  const told = [
    eventOf({ id: 'ides', title: 'Caesar is killed', date: DATES.ides }),
    eventOf({ id: 'circa', title: 'The first quay is built', date: DATES.circa }),
    eventOf({ id: 'war', title: 'The harbour is closed', date: DATES.war }),
    eventOf({ id: 'month', title: 'Dockers strike', date: DATES.month }),
    eventOf({ id: 'mid', title: 'A tunnel replaces the ferry', date: DATES.midYear, modality: 'predicted' }),
    eventOf({ id: 'year', title: 'A list is refused', date: DATES.year }),
    eventOf({ id: 'day' }),
  ];
  const page = await shown(writeTimelinejs(timelineOf(told, { total: 9 })));
  const headlines = await page.locator('.tl-slide .tl-headline').allInnerTexts();
  expect(headlines).toEqual([
    'The harbour, year by year',
    'Caesar is killed',
    'The first quay is built',
    'The harbour is closed',
    'Dockers strike',
    'Predicted: A tunnel replaces the ferry',
    'A list is refused',
    'The harbour bridge opens to traffic',
  ]);
  const dates = await page.locator('.tl-slide .tl-headline-date').allInnerTexts();
  expect(dates.map((date) => date.trim())).toEqual([
    // The title slide has none.
    '',
    '15 March 44 BC',
    'about 1850',
    '28 July 1914 – 11 November 1918',
    'some time in June 1989',
    'mid-2012 (some time in May – Aug 2012)',
    'some time in 2013',
    'August 9, 2019',
  ]);
  expect(await page.locator('.tl-slide').first().textContent()).toContain('2 of 9 events are not in this file');
  expect(await page.locator('.tl-timegroup').allInnerTexts()).toContain('Predicted');
  await page.screenshot({ path: join(ARTEFACTS, 'timelinejs.png') });
  await page.close();
});

test('no text of an article is executed in TimelineJS', async () => {
  const told = HOSTILE.map((words, n) => eventOf({ id: `h${n}`, title: words, sentence: words, attribution: words }));
  const page = await shown(writeTimelinejs(timelineOf(told, { title: HOSTILE[1], description: HOSTILE[0] })));
  const headlines = await page.locator('.tl-slide .tl-headline').allInnerTexts();
  expect(headlines).toContain('<script>alert(1)</script>');
  expect(headlines).toHaveLength(HOSTILE.length + 1);
  await page.waitForTimeout(200);
  expect(await page.evaluate('window.ran')).toBeUndefined();
  expect(await page.locator('.tl-slide .tl-text script, .tl-slide .tl-text img, .tl-slide .tl-text svg').count()).toBe(
    0,
  );
  await page.close();
});

/** What XML 1.0 §2.2 has no place for. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones
const FORBIDDEN = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/g;

test.each(HOSTILE)('a strict XML parser takes the feed, and finds one item with its words: %j', async (shown) => {
  const event = eventOf({ title: shown, sentence: shown, entities: [{ id: 'x', name: shown, kind: 'person' }] });
  const xml = writeRss(timelineOf([event], { title: shown, description: shown }));
  const page = await browser.newPage();
  // As text: these tests are compiled without the DOM's types.
  const found = await page.evaluate(`(() => {
    const feed = new DOMParser().parseFromString(${JSON.stringify(xml)}, 'application/xml');
    const errors = [...feed.querySelectorAll('parsererror')].map((error) => error.textContent);
    return { errors, items: feed.querySelectorAll('item').length, title: feed.querySelector('item > title').textContent };
  })()`);
  const words = shown.replace(FORBIDDEN, '').replaceAll('\ud83d', '\ufffd').replace(/\r\n?/g, '\n');
  expect(found).toEqual({ errors: [], items: 1, title: `August 9, 2019: ${words}` });
  await page.close();
});
