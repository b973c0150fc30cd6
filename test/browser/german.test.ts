import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { ENGLISH } from '../../shared/display/words.ts';
import { startBrowser } from './browser.ts';
import { type FixtureService, startFixtureService } from './fixture-service.ts';
import { type LiveService, startLiveService } from './live-service.ts';
import { SKY } from './sky-events.ts';

// The interface in German: what readers see, hear and press.

let browser: Browser;
let fixtures: FixtureService;
let live: LiveService;

const host = (html: string): string =>
  `<!doctype html>${html}<title>Eine Seite</title><script type="module" src="{{url}}/embed.js?lang=de"></script><dateline-timeline src="{{url}}/v1/timelines/sky"></dateline-timeline></html>`;

beforeAll(async () => {
  [browser, fixtures, live] = await Promise.all([
    startBrowser(),
    startFixtureService(
      {
        sky: { title: 'Menschen und Himmel', events: SKY, opening: { from: '1950-01-01', to: '1989-12-31' } },
        empty: { title: 'Leer', events: [] },
      },
      { '/host': host('<html lang="de">'), '/rtl': host('<html dir="rtl">') },
    ),
    startLiveService(),
  ]);
}, 90_000);

afterAll(async () => {
  await browser?.close();
  await fixtures?.stop();
  await live?.stop();
});

async function on(url: string, options: BrowserContextOptions, work: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({
    viewport: { width: 1000, height: 900 },
    reducedMotion: 'reduce',
    ...options,
  });
  const page = await context.newPage();
  await page.goto(url);
  await work(page);
  await context.close();
}

const atRest = async (page: Page): Promise<void> => {
  await page.locator('dateline-timeline button[data-event]').first().waitFor();
  await page.waitForTimeout(250);
};

/** Labels of the interface that stand on a page in English: what articles say, and what is no sentence, aside. */
const englishOn = (page: Page): Promise<string[]> =>
  page.locator('html').evaluate(
    (html, words) => {
      const texts: string[] = [];
      const visit = (root: { querySelectorAll: (s: string) => Iterable<never> }): void => {
        for (const element of root.querySelectorAll('*') as Iterable<{
          closest: (s: string) => unknown;
          getAttribute: (name: string) => string | null;
          childNodes: Iterable<{ nodeType: number; textContent: string }>;
          shadowRoot: never;
        }>) {
          for (const name of ['aria-label', 'title', 'placeholder']) texts.push(element.getAttribute(name) ?? '');
          if (!element.closest('blockquote, script, style, bdi:not(:has(bdi)), cite, .name'))
            for (const { nodeType, textContent } of element.childNodes)
              if (nodeType === 3) texts.push(textContent.trim());
          if (element.shadowRoot) visit(element.shadowRoot);
        }
      };
      visit(html.ownerDocument);
      return words.filter((word) => texts.some((text) => text.includes(word)));
    },
    Object.values(ENGLISH)
      .flatMap((word) => (typeof word === 'string' ? [word] : typeof word === 'object' ? Object.values(word) : []))
      .filter((word): word is string => typeof word === 'string' && word.length > 4 && word !== 'CSV'),
  );

test.each([
  ['as a whole', '?lang=de&search=1', true],
  ['without scripts', '?lang=de&search=1', false],
  ['with an open event', '?lang=de&event=event-16', false],
  ['with filters', '?lang=de&modality=planned&entity=nasa', false],
  ['that has no match', '?lang=de&entity=nobody', false],
])('a German page %s has no English label', (_, query, javaScriptEnabled) =>
  on(`${fixtures.url}/embed/sky${query}`, { javaScriptEnabled }, async (page) => {
    if (javaScriptEnabled) await atRest(page);
    expect(await page.locator('html').getAttribute('lang')).toBe('de');
    expect(await englishOn(page)).toEqual([]);
  }),
);

test('an English page has labels that the check for German would find', () =>
  on(`${fixtures.url}/embed/sky`, {}, async (page) => {
    expect((await englishOn(page)).length).toBeGreaterThan(10);
  }));

test('every link of a German page stays German, but for files that have no words of their own', () =>
  on(`${fixtures.url}/embed/sky?lang=de`, { javaScriptEnabled: false }, async (page) => {
    const links = await page.locator('a[href^="?"]').evaluateAll((all) => all.map((a) => a.getAttribute('href') ?? ''));
    expect(links.length).toBeGreaterThan(20);
    expect(links.filter((link) => !link.includes('lang=de'))).toEqual([]);
    const files = await page.locator('.formats a').evaluateAll((all) => all.map((a) => a.getAttribute('href') ?? ''));
    expect(files.filter((file) => file.includes('lang='))).toEqual([expect.stringContaining('events.svg?lang=de')]);
  }));

test('a reader with a keyboard alone reads a German card and goes back', () =>
  on(`${fixtures.url}/embed/sky?lang=de`, {}, async (page) => {
    await atRest(page);
    const focused = (): Promise<string> =>
      page.locator('dateline-timeline').evaluate((map) => {
        const inside = map.shadowRoot.activeElement ?? map.ownerDocument.activeElement;
        return (inside.getAttribute('aria-label') ?? inside.textContent).replace(/\s+/g, ' ').trim();
      });
    const press = async (key: string): Promise<string> => {
      await page.keyboard.press(key);
      await page.waitForTimeout(40);
      return focused();
    };
    const stops: string[] = [];
    for (let i = 0; i < 6; i += 1) stops.push(await press('Tab'));
    expect(stops.slice(0, 5)).toEqual(['Früher', 'Verkleinern', 'Vergrößern', 'Später', 'Alles zeigen']);
    const seen = [await press('Home')];
    while (!seen.at(-1)?.includes('Neil Armstrong') && seen.length < 40) seen.push(await press('ArrowRight'));
    expect(seen.at(-1)).toContain('20. Juli 1969');
    await press('Enter');
    const card = page.locator('dateline-timeline .card');
    expect(await card.innerText()).toContain('3 Erwähnungen in');
    expect(await card.locator('blockquote').first().getAttribute('lang')).toBe('en');
    await press('Escape');
    expect(await card.count()).toBe(0);
    await press('-');
    await page.waitForTimeout(300);
    expect(await page.locator('dateline-timeline [role=status]').innerText()).toMatch(
      /^19\d\d – \d{4}: \d+ Ereignisse$/,
    );
  }));

test('in a page written from right to left the German map begins on the right', () =>
  on(`${fixtures.url}/rtl`, {}, async (page) => {
    await atRest(page);
    const xs = await page
      .locator('dateline-timeline button[data-event]')
      .evaluateAll((all) => all.map((one) => one.querySelector('.sign').getBoundingClientRect().x));
    expect([...xs].sort((a, b) => b - a)).toEqual(xs);
    expect(await page.locator('dateline-timeline .steps button').first().innerText()).toBe('‹ Früher');
  }));

test('a German page on paper has its events and no controls', () =>
  on(`${fixtures.url}/embed/sky?lang=de&search=1`, { javaScriptEnabled: false }, async (page) => {
    await page.emulateMedia({ media: 'print' });
    for (const name of ['.steps', '.search', '.formats', '.key'])
      expect(await page.locator(name).first().isVisible()).toBe(false);
    expect(await page.locator('.event').first().isVisible()).toBe(true);
  }));

test('the service answers in German: page, script, dates, picture and oEmbed', async () => {
  const read = async (path: string): Promise<string> => (await fetch(live.url + path)).text();
  const [page, script, english, events, picture, oembed, missing] = await Promise.all([
    read('/embed/sample?lang=de'),
    read('/embed.js?lang=de'),
    read('/embed.js'),
    read('/v1/timelines/sample/events?lang=de&limit=5'),
    read('/v1/timelines/sample/events.svg?lang=de'),
    read(`/oembed?url=${encodeURIComponent(`${live.url}/embed/sample?lang=de`)}`),
    fetch(`${live.url}/embed/none?lang=de`, { headers: { accept: 'text/html' } }).then((answer) => answer.text()),
  ]);
  expect(page).toContain('<html lang="de"');
  expect(page).toContain('/embed.js?lang=de"');
  expect(script).toContain('Ereignisse');
  expect(english).not.toContain('Ereignisse');
  expect(events).toMatch(
    /"display":"(\d+\. )?(Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember) /,
  );
  expect(picture).toContain('Ereignisse');
  expect(oembed).toContain('/embed/sample?lang=de');
  expect(missing).toContain('Nicht gefunden');
});

test('the live widget asks for German dates', () =>
  on(`${live.url}/embed/sample?lang=de`, {}, async (page) => {
    await atRest(page);
    expect(await page.locator('dateline-timeline .day').allInnerTexts()).not.toContainEqual(
      expect.stringMatching(/January|March|May|June|July|October|December|century|early|late/),
    );
  }));
