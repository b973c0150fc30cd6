import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { startBrowser } from './browser.ts';
import { type FixtureService, startFixtureService } from './fixture-service.ts';
import { SKY } from './sky-events.ts';
import { manyEvents } from './timeline-fixtures.ts';

let browser: Browser;
let service: FixtureService;
let context: BrowserContext;
let page: Page;
let map: Locator;

const host = (slug: string, more = '', attributes = ''): string =>
  `<!doctype html><html><title>Somebody’s page</title><meta name="viewport" content="width=device-width"><body><h1>Somebody’s page</h1><script type="module" src="{{url}}/embed.js"></script><dateline-timeline src="{{url}}/v1/timelines/${slug}" ${attributes}><a href="{{url}}/embed/${slug}">The timeline</a></dateline-timeline>${more}</body></html>`;

beforeAll(async () => {
  browser = await startBrowser();
  service = await startFixtureService(
    {
      sky: { title: 'People and the sky', events: SKY },
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
      '/themed': host(
        'sky',
        '<style>dateline-timeline{--dateline-accent:rgb(0, 90, 0);--dateline-height:200px}</style>',
      ),
    },
  );
});

beforeEach(async () => {
  context = await browser.newContext({ viewport: { width: 1000, height: 800 }, reducedMotion: 'reduce' });
  page = await context.newPage();
  map = page.locator('dateline-timeline');
});

afterEach(() => context.close());

afterAll(async () => {
  await browser?.close();
  await service?.stop();
});

async function open(path: string): Promise<void> {
  await page.goto(service.url + path);
  await map.locator('button[data-event]').first().waitFor();
  await settled();
}

/** After gestures the widget fetches and lays out anew; then it is quiet. */
const settled = (): Promise<void> => page.waitForTimeout(250);
const windowOf = (): Promise<{ from: string; to: string }> =>
  map.evaluate((el) => (el as unknown as { window: { from: string; to: string } }).window);
const spanOf = async (): Promise<number> => {
  const { from, to } = await windowOf();
  return Number.parseInt(to, 10) - Number.parseInt(from, 10);
};
const middle = async (): Promise<{ x: number; y: number }> => {
  const box = await map.locator('.stage').boundingBox();
  return { x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + 60 };
};

test('it opens where most of the events are, not in 240 BC', async () => {
  await open('/sky');
  expect(await windowOf()).toEqual({ from: expect.stringMatching(/^194/), to: expect.stringMatching(/^199/) });
});

test('dragging moves time under the hand', async () => {
  await open('/sky');
  const before = await windowOf();
  const { x, y } = await middle();
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 200, y, { steps: 8 });
  await page.waitForTimeout(120);
  await page.mouse.up();
  await settled();
  expect(Number.parseInt((await windowOf()).from, 10)).toBeLessThan(Number.parseInt(before.from, 10) - 5);
});

test('the wheel scrolls the page until the map is used, and zooms with Ctrl', async () => {
  await open('/sky');
  const before = await spanOf();
  const { x, y } = await middle();
  await page.mouse.move(x, y);
  await page.mouse.wheel(0, -300);
  await settled();
  expect(await spanOf()).toBe(before);
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -100);
  await page.keyboard.up('Control');
  await settled();
  expect(await spanOf()).toBeLessThan(before * 0.6);
});

test('two fingers zoom', async () => {
  const touch = await browser.newContext({ viewport: { width: 390, height: 800 }, hasTouch: true });
  const phone = await touch.newPage();
  await phone.goto(`${service.url}/sky`);
  await phone.locator('dateline-timeline button[data-event]').first().waitFor();
  await phone.waitForTimeout(500);
  const span = (): Promise<number> =>
    phone.locator('dateline-timeline').evaluate((el) => {
      const { from, to } = (el as unknown as { window: { from: string; to: string } }).window;
      return Number.parseInt(to, 10) - Number.parseInt(from, 10);
    });
  const before = await span();
  const box = await phone.locator('dateline-timeline .stage').boundingBox();
  const y = (box?.y ?? 0) + 100;
  const client = await touch.newCDPSession(phone);
  const fingers = (type: 'touchStart' | 'touchMove' | 'touchEnd', xs: number[]) =>
    client.send('Input.dispatchTouchEvent', { type, touchPoints: xs.map((x, id) => ({ x, y, id })) });
  await fingers('touchStart', [180]);
  await fingers('touchStart', [180, 210]);
  for (let step = 1; step <= 6; step += 1) await fingers('touchMove', [180 - step * 15, 210 + step * 15]);
  await fingers('touchEnd', []);
  await phone.waitForTimeout(500);
  expect(await span()).toBeLessThan(before * 0.5);
  await touch.close();
});

test('a view is fetched once: going away and coming back asks for nothing new', async () => {
  await open('/minutes');
  const step = async (name: string) => {
    await map.getByRole('button', { name }).click();
    await settled();
  };
  await step('Zoom in');
  await step('Zoom in');
  const asked = service.asked.length;
  await step('Earlier');
  await step('Later');
  const later = service.asked.length;
  await step('Earlier');
  await step('Later');
  expect(service.asked.length).toBe(later);
  expect(later - asked).toBeLessThanOrEqual(3);
});

test('a timeline of few events is fetched whole, and zooming asks for nothing', async () => {
  await open('/sky');
  const asked = service.asked.length;
  for (const name of ['Zoom in', 'Zoom in', 'Later']) {
    await map.getByRole('button', { name }).click();
    await settled();
  }
  expect(service.asked.length).toBe(asked);
});

test('what has no room is counted on its bar, and the bar opens to all of it', async () => {
  await open('/minutes');
  for (const name of ['Zoom in', 'Zoom in', 'Zoom in']) {
    await map.getByRole('button', { name }).click();
    await settled();
  }
  const bar = map.locator('button[data-bar]', { hasText: 'more of' }).nth(3);
  const words = await bar.locator('.unseen').innerText();
  const total = Number(/of (\d+) events/.exec(words)?.[1]);
  await bar.click();
  await map.locator('.card.many li').first().waitFor();
  expect(await map.locator('.card.many li').count()).toBe(total);
  await map.locator('.card.many li button').first().click();
  expect(await map.locator('.card blockquote').innerText()).not.toBe('');
});

test('a card tells date, kind, sentence with its words marked, and where it was said', async () => {
  await open('/sky');
  await map.getByRole('button', { name: /A crew reaches Mars/ }).click();
  const card = map.locator('.card');
  expect(await card.locator('.when').innerText()).toContain('early 1980s');
  expect(await card.locator('.when').innerText()).toContain('1980 – 1983');
  expect(await card.innerText()).toContain('somebody expects it');
  expect(await card.locator('mark').allInnerTexts()).toEqual(['reach', 'the early 1980s']);
  expect(await card.locator('.from a').getAttribute('href')).toBe('https://pacific-ledger.example/story-16');
});

test('an entity on a card becomes a filter, in the address too where the page asks for it', async () => {
  await open('/synced');
  await map.getByRole('button', { name: /Sputnik/ }).click();
  await map.locator('.card').getByRole('button', { name: 'Soviet Union' }).click();
  await settled();
  expect(new URL(page.url()).searchParams.getAll('entity')).toEqual(['soviet-union']);
  expect(await map.locator('button[data-event]', { hasText: 'Neil Armstrong' }).count()).toBe(0);
  await map.getByRole('button', { name: 'Remove the filter Soviet Union' }).click();
  await settled();
  expect(new URL(page.url()).search).toBe('');
});

test('an address with a window and filters opens there', async () => {
  await open('/synced?from=1960-01-01&to=1969-12-31&modality=hypothetical&unrelated=1');
  expect(await windowOf()).toEqual({ from: '1960-01-01', to: '1969-12-31' });
  expect(await map.locator('button[data-event]').allInnerTexts()).toHaveLength(1);
  await map.getByRole('button', { name: 'Zoom out' }).click();
  await settled();
  expect(new URL(page.url()).searchParams.get('unrelated')).toBe('1');
  expect(new URL(page.url()).searchParams.get('from')).not.toBe('1960-01-01');
});

test('an address with an event opens its card', async () => {
  await open('/synced?event=event-9');
  expect(await map.locator('.card h3').innerText()).toBe('The Soviet Union launches Sputnik 1');
});

test('the host page hears what is selected, and may keep the card closed', async () => {
  await open('/sky');
  await page.evaluate(`document.addEventListener('dateline:select', (event) => {
    event.preventDefault();
    document.title = event.detail.event.title;
  })`);
  await map.getByRole('button', { name: /Sputnik/ }).click();
  expect(await page.title()).toBe('The Soviet Union launches Sputnik 1');
  expect(await map.locator('.card').count()).toBe(0);
});

/** The computed style of what a selector finds inside the first element of the widget that has the words. */
const styleOf = (selector: string, words: string, inside: string): Promise<Record<string, string>> =>
  map
    .locator(selector, { hasText: words })
    .first()
    .evaluate((item, wanted) => {
      const found = item.querySelector(wanted) ?? item;
      const { maskImage, display, fill, stroke, strokeDasharray } =
        item.ownerDocument.defaultView.getComputedStyle(found);
      const drawn = [...found.attributes].map(({ value }: { value: string }) => value).join(' ');
      return { maskImage, display, fill, stroke, strokeDasharray, drawn };
    }, inside);

test('vague dates are bars over their days, approximate ones fade, and stated days have none', async () => {
  await open('/synced?from=1965-01-01&to=2045-12-31&modality=predicted');
  const mars = await styleOf('li.event', 'A crew reaches Mars', '.reach');
  const hubble = await styleOf('li.event', 'Hubble falls back to Earth', '.reach');
  expect(mars).toMatchObject({ display: 'block', maskImage: expect.stringContaining('gradient') });
  expect(hubble.maskImage).toContain('rgba(0, 0, 0, 0)');
  expect(mars.maskImage).not.toContain('rgba(0, 0, 0, 0)');
  await open('/synced?from=1965-01-01&to=2045-12-31&modality=asserted');
  expect((await styleOf('li.event', 'Challenger', '.reach')).display).toBe('none');
});

test('kinds of events differ in shape and in words, not in colour alone', async () => {
  await open('/sky');
  const words = ['Reported', 'Planned', 'Predicted', 'Hypothetical', 'Denied'];
  expect(await map.locator('.key button').allInnerTexts()).toEqual(words);
  const shapes = await Promise.all(words.map((word) => styleOf('.key button', word, 'g > *')));
  const withoutColour = shapes.map(
    ({ drawn, stroke, strokeDasharray }) => `${drawn} ${stroke === 'none'} ${strokeDasharray}`,
  );
  expect(new Set(withoutColour).size).toBe(5);
});

test('in a page written from right to left time runs that way too', async () => {
  await open('/rtl');
  const left = async (name: string): Promise<number> =>
    (await map.locator(`button[data-event]`, { hasText: name }).locator('svg').boundingBox())?.x ?? 0;
  expect(await left('Sputnik')).toBeGreaterThan(await left('Apollo 17'));
  const before = await windowOf();
  const { x, y } = await middle();
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 200, y, { steps: 5 });
  await page.waitForTimeout(120);
  await page.mouse.up();
  await settled();
  expect(Number.parseInt((await windowOf()).from, 10)).toBeGreaterThan(Number.parseInt(before.from, 10));
});

test('the host page sets colours and height', async () => {
  await open('/themed');
  const style = (await styleOf('li.event', '', '.glyph.asserted')).fill;
  expect(style).toBe('rgb(0, 90, 0)');
  expect((await map.locator('.stage').boundingBox())?.height).toBe(200);
});

test('where the timeline does not come, what the page wrote inside the element stays', async () => {
  await page.goto(`${service.url}/missing`);
  await page.waitForTimeout(600);
  expect(await page.getByRole('link', { name: 'The timeline' }).isVisible()).toBe(true);
});

test('a timeline without events says so', async () => {
  await page.goto(`${service.url}/empty`);
  await map.getByText('Nothing on this timeline matches.').waitFor();
});

test('on the service’s own page the list follows the map', async () => {
  await page.goto(`${service.url}/embed/sky`);
  await map.locator('button[data-event]').first().waitFor();
  await settled();
  await map.getByRole('button', { name: 'Zoom in' }).click();
  const listed = page.locator('#events li.event');
  for (let waited = 0; (await listed.count()) === SKY.length && waited < 40; waited += 1)
    await page.waitForTimeout(100);
  expect(await listed.count()).toBeLessThan(SKY.length);
  const { from } = await windowOf();
  expect(new URL(page.url()).searchParams.get('from')).toBe(from);
});
