import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { findings } from './axe.ts';
import { startBrowser } from './browser.ts';
import { type FixtureService, startFixtureService } from './fixture-service.ts';
import { SKY } from './sky-events.ts';
import { manyEvents } from './timeline-fixtures.ts';

let browser: Browser;
let service: FixtureService;

beforeAll(async () => {
  browser = await startBrowser();
  service = await startFixtureService(
    {
      sky: {
        title: 'People and the sky',
        description: 'Comets and calendars.',
        events: SKY,
        opening: { from: '1950-01-01', to: '1989-12-31' },
      },
      paper: { title: 'On paper', theme: 'paper', events: SKY, opening: { from: '1950-01-01', to: '1989-12-31' } },
      contrast: {
        title: 'In contrast',
        theme: 'contrast',
        events: SKY,
        opening: { from: '1950-01-01', to: '1989-12-31' },
      },
      minutes: { title: 'Minutes', events: manyEvents(5000) },
      empty: { title: 'Empty', events: [] },
    },
    {
      '/host-de': `<!doctype html><html lang="de"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Eine Seite</title><main><h1>Eine Seite</h1><script type="module" src="{{url}}/embed.js?lang=de"></script><dateline-timeline src="{{url}}/v1/timelines/sky" heading-level="2"></dateline-timeline></main></html>`,
      '/host': `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>A page</title><main><h1>A page</h1><h2>Its timeline</h2><script type="module" src="{{url}}/embed.js"></script><dateline-timeline src="{{url}}/v1/timelines/minutes" heading-level="3"></dateline-timeline></main></html>`,
    },
  );
});

afterAll(async () => {
  await browser?.close();
  await service?.stop();
});

const PHONE = { width: 390, height: 844 };

async function on(path: string, options: BrowserContextOptions, work: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({
    viewport: { width: 1000, height: 900 },
    reducedMotion: 'reduce',
    ...options,
  });
  const page = await context.newPage();
  await page.goto(service.url + path);
  if (options.javaScriptEnabled !== false && path !== '/embed/empty') {
    await page.locator('dateline-timeline button[data-event]').first().waitFor();
    await page.waitForTimeout(250);
  }
  await work(page);
  await context.close();
}

// axe needs scripts, so the page without the widget is looked at by keeping the widget from loading.
const withoutWidget = async (page: Page): Promise<void> => {
  await page.route('**/embed.js*', (route) => route.abort());
  await page.reload();
};

test.each<[string, string, BrowserContextOptions]>([
  ['with the widget', '/embed/sky', {}],
  ['in the dark', '/embed/sky', { colorScheme: 'dark' }],
  ['on a phone', '/embed/sky', { viewport: PHONE }],
  ['with an open event', '/embed/sky?event=event-16', {}],
  ['with a search', '/embed/sky?search=1&q=moon', {}],
  ['with a search on a phone in the dark', '/embed/sky?search=1', { viewport: PHONE, colorScheme: 'dark' }],
  ['with filters', '/embed/sky?entity=nasa&modality=asserted', {}],
  ['on paper', '/embed/paper', {}],
  ['in contrast', '/embed/contrast', {}],
  ['with thousands of events', '/embed/minutes', {}],
  ['without events', '/embed/empty', {}],
  ['in German', '/embed/sky?lang=de&search=1&event=event-16', {}],
  ['in German on a phone in the dark', '/embed/sky?lang=de', { viewport: PHONE, colorScheme: 'dark' }],
  ['inside another page', '/host', {}],
  ['inside a German page', '/host-de', {}],
  ['inside another page on a phone in the dark', '/host', { viewport: PHONE, colorScheme: 'dark' }],
])('axe finds nothing wrong %s', (_, path, options) =>
  on(path, options, async (page) => expect(await findings(page)).toEqual([])),
);

test.each<[string, string, BrowserContextOptions]>([
  ['on a desk', '', {}],
  ['on a phone in the dark', '', { viewport: PHONE, colorScheme: 'dark' }],
  ['in German', '?lang=de', {}],
])('axe finds nothing wrong without the widget %s', (_, query, options) =>
  on(`/embed/sky${query}`, options, async (page) => {
    await withoutWidget(page);
    expect(await findings(page)).toEqual([]);
  }),
);

test('axe finds nothing wrong with an open card and an open pile', () =>
  on('/host', {}, async (page) => {
    const map = page.locator('dateline-timeline');
    await map.locator('button[data-event]').first().click();
    await map.locator('.card').waitFor();
    expect(await findings(page)).toEqual([]);
    for (const _ of [1, 2, 3]) {
      await map.getByRole('button', { name: 'Zoom in' }).click();
      await page.waitForTimeout(250);
    }
    await map.locator('button[data-bar]', { hasText: 'more of' }).nth(3).click();
    await map.locator('.card.many li').first().waitFor();
    expect(await findings(page)).toEqual([]);
  }));

test('the accessibility check finds a button without a name', () =>
  on('/host', {}, async (page) => {
    await page
      .locator('.top button, dateline-timeline .steps button')
      .first()
      .evaluate((button) => {
        button.removeAttribute('aria-label');
        button.removeAttribute('title');
        button.textContent = '';
      });
    expect(await findings(page)).toEqual([expect.stringContaining('button-name')]);
  }));

/** The text of the focused element in one line, through shadow roots. */
const focused = (page: Page): Promise<string> =>
  page.locator('dateline-timeline').evaluate((map) => {
    const inside = map.shadowRoot.activeElement ?? map.ownerDocument.activeElement;
    return (inside.getAttribute('aria-label') ?? inside.textContent).replace(/\s+/g, ' ').trim();
  });

test('a reader with a keyboard alone finds the landing on the Moon, reads its proof and goes on to the source', () =>
  on('/embed/sky', {}, async (page) => {
    const press = async (key: string): Promise<string> => {
      await page.keyboard.press(key);
      await page.waitForTimeout(40);
      return focused(page);
    };
    // Tab passes the five steps and stops once on the map.
    const stops: string[] = [];
    for (let i = 0; i < 6; i += 1) stops.push(await press('Tab'));
    expect(stops.slice(0, 5)).toEqual(['Earlier', 'Zoom out', 'Zoom in', 'Later', 'Whole timeline']);
    // Home, then the arrows go from event to event in the order of time.
    const seen = [await press('Home')];
    while (!seen.at(-1)?.includes('Neil Armstrong') && seen.length < 40) seen.push(await press('ArrowRight'));
    expect(seen.at(-1)).toContain('July 20, 1969');
    const years = seen.map((words) => Number(/\d{4}/.exec(words)?.[0]));
    expect([...years].sort((a, b) => a - b)).toEqual(years);
    // Enter opens the card and reads on from its title.
    expect(await press('Enter')).toBe('Neil Armstrong and Edwin Aldrin land on the Sea of Tranquility');
    expect(await page.locator('dateline-timeline .card mark').first().innerText()).toBe('landed');
    expect(await press('Tab')).toBe('pacific-ledger.example');
    // Escape closes it and the focus is where it was.
    expect(await press('Escape')).toContain('July 20, 1969');
    expect(await page.locator('dateline-timeline .card').count()).toBe(0);
    // Minus zooms out, and what is seen is said.
    await press('-');
    await page.waitForTimeout(300);
    expect(await page.locator('dateline-timeline [role=status]').innerText()).toMatch(/^19\d\d – \d{4}: \d+ events$/);
    // End is the last one in sight.
    expect(await press('End')).not.toBe(seen.at(-1));
    // One more Tab leaves the map for the key.
    expect(await press('Tab')).toBe('Reported');
  }));

test('stepping past the last event moves the window and keeps the focus', () =>
  on('/host', {}, async (page) => {
    const map = page.locator('dateline-timeline');
    for (const _ of [1, 2]) {
      await map.getByRole('button', { name: 'Zoom in' }).click();
      await page.waitForTimeout(250);
    }
    const from = (): Promise<string> => map.evaluate((el) => el.window.from);
    const before = await from();
    await map.locator('button[tabindex="0"]').focus();
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowRight');
    await page.waitForTimeout(300);
    expect(Number.parseInt(await from(), 10)).toBeGreaterThan(Number.parseInt(before, 10));
    expect(await focused(page)).not.toBe('');
    expect(await map.evaluate((el) => el.shadowRoot.activeElement?.tagName)).toBe('BUTTON');
  }));

test('a reader who prefers reduced motion sees no animation', () =>
  on('/host', { reducedMotion: 'reduce' }, async (page) => {
    const map = page.locator('dateline-timeline');
    const words = map.locator('p.window');
    const before = await words.innerText();
    await map.getByRole('button', { name: 'Zoom in' }).click();
    const frames = await map.evaluate(
      (el) =>
        new Promise<string[]>((resolve) => {
          const seen: string[] = [];
          const view = el.ownerDocument.defaultView;
          const look = (): void => {
            seen.push(el.shadowRoot.querySelector('p.window').textContent);
            if (seen.length < 12) view.requestAnimationFrame(look);
            else resolve(seen);
          };
          view.requestAnimationFrame(look);
        }),
    );
    expect(new Set(frames.filter((seen) => seen !== before)).size).toBe(1);
  }));

test('headings have the levels that the host page asks for', () =>
  on('/embed/sky?heading=3', {}, async (page) => {
    expect(await page.locator('h1').count()).toBe(0);
    expect(await page.locator('h3').first().innerText()).toBe('People and the sky');
    await page.locator('dateline-timeline button[data-event]').first().click();
    expect(await page.locator('dateline-timeline .card h4').count()).toBe(1);
  }));
