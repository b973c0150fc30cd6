import type { Browser, Page } from 'playwright-core';
import { snippetsOf } from '../../shared/pages/console/snippets.ts';
import { startBrowser } from './browser.ts';
import { type FixtureService, startFixtureService } from './fixture-service.ts';
import { SKY } from './sky-events.ts';
import { eventOf, manyEvents } from './timeline-fixtures.ts';

// What a reader can do with the page alone: scripts are off, as in dashboards that frame it in a sandbox.

const SIEGE = eventOf(
  {
    title: 'The two crowns share one customs house',
    start: '1707-01-01',
    end: '1960-12-31',
    display: '1707–1960',
    precision: 'interval',
  },
  0,
);
const PORT = eventOf({ title: 'The port opens', start: '1958-05-02', display: 'May 2, 1958' }, 1);

let browser: Browser;
let service: FixtureService;

beforeAll(async () => {
  browser = await startBrowser();
  service = await startFixtureService(
    {
      sky: { title: 'People and the sky', events: SKY, opening: { from: '1950-01-01', to: '1989-12-31' } },
      whole: { title: 'People and the sky', events: SKY },
      minutes: { title: 'Minutes', events: manyEvents(120) },
      siege: { title: 'A port', events: [SIEGE, PORT] },
      empty: { title: 'Empty', events: [] },
    },
    {
      '/growing': `<!doctype html><title>An article</title>${
        snippetsOf({ baseUrl: '{{url}}', slug: 'sky', title: 'The sky' }).find(({ name }) => name === 'Page that grows')
          ?.text
      }`,
      // A panel as Grafana makes it: scripts off, no storage, an origin that is none.
      '/panel':
        '<!doctype html><title>Dashboard</title><iframe sandbox credentialless width="800" height="600" src="{{url}}/embed/sky"></iframe>',
    },
  );
});

afterAll(async () => {
  await browser?.close();
  await service?.stop();
});

async function read(path: string, work: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(service.url + path);
  await work(page);
  await context.close();
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + 15_000; Date.now() < deadline; await new Promise((done) => setTimeout(done, 100)))
    if (await isSo()) return;
  throw new Error('it did not come to pass within 15 seconds');
}

const titles = (page: Page): Promise<string[]> => page.locator('#events li.event h3 bdi').allInnerTexts();

test('a reader without scripts sees every event with its date and its sentence, oldest first', () =>
  read('/embed/sky', async (page) => {
    expect(await page.locator('#events li.event').count()).toBe(SKY.length);
    const first = page.locator('#events li.event').first();
    expect(await first.innerText()).toContain('240 BC');
    expect(await page.locator('#events').innerText()).toContain('radio amateurs around the world');
  }));

test('the words of the event and of its date are marked in the sentence', () =>
  read('/embed/sky', async (page) => {
    const sputnik = page.locator('li.event', { hasText: 'Sputnik' });
    expect(await sputnik.locator('mark').allInnerTexts()).toEqual(['October 4, 1957', 'launched']);
  }));

test('a bar of the map leads to the events of its years', () =>
  read('/embed/sky', async (page) => {
    const bar = page
      .locator('svg.map.wide .bars a')
      .filter({ has: page.locator('title', { hasText: '1966' }) })
      .first();
    const told = await bar.getAttribute('aria-label');
    await bar.click();
    const many = Number(/(\d+) events?$/.exec(told ?? '')?.[1]);
    expect((await titles(page)).length).toBeGreaterThanOrEqual(many);
    expect((await titles(page)).length).toBeLessThan(SKY.length);
    expect(page.url()).toContain('from=196');
  }));

test('zooming out from a window and going back to the whole timeline are links', () =>
  read('/embed/sky?from=1969-01-01&to=1969-12-31', async (page) => {
    expect(await titles(page)).toEqual(['Neil Armstrong and Edwin Aldrin land on the Sea of Tranquility']);
    await page.getByRole('link', { name: 'Zoom out' }).click();
    expect(await page.locator('p.window').first().innerText()).toBe('1968 – 1970');
    await page.getByRole('link', { name: 'Whole timeline' }).click();
    expect(await titles(page)).toHaveLength(SKY.length);
  }));

test('readers can filter for one kind of event and remove the filter again', () =>
  read('/embed/sky', async (page) => {
    await page.getByRole('link', { name: 'Hypothetical', exact: true }).click();
    expect(await titles(page)).toEqual(['The Soviet Union flies men around the Moon']);
    await page.getByRole('link', { name: 'Hypothetical', exact: true }).click();
    expect(await titles(page)).toHaveLength(SKY.length);
  }));

test('an entity under an event narrows the timeline to it, and the filter says how to take it out', () =>
  read('/embed/sky', async (page) => {
    await page
      .locator('li.event', { hasText: 'Sputnik' })
      .getByRole('link', { name: 'Soviet Union', exact: true })
      .click();
    expect((await titles(page)).length).toBe(3);
    await page.getByRole('link', { name: /Soviet Union.*remove this filter/ }).click();
    expect(await titles(page)).toHaveLength(SKY.length);
  }));

test('a title opens the event with its evidence, and closing it leads back to its place', () =>
  read('/embed/sky', async (page) => {
    await page.getByRole('link', { name: 'A crew reaches Mars', exact: true }).click();
    const card = page.locator('#card');
    expect(await card.innerText()).toContain('PREDICTED');
    expect(await card.innerText()).toContain('according to officials in Washington');
    expect(await card.getByRole('link', { name: 'pacific-ledger.example' }).getAttribute('rel')).toBe(
      'noopener noreferrer nofollow',
    );
    await card.getByRole('link', { name: 'Close' }).click();
    expect(new URL(page.url()).hash).toBe('#e-event-16');
  }));

test('when the map opens on part of the timeline, the page says so and lists the events of that part', () =>
  read('/embed/sky', async (page) => {
    expect(await page.locator('#events .note').innerText()).toBe(
      'The map opens on 1950 – 1989. The list has all 25 events, from 240 BC.',
    );
  }));

test('a timeline with few events is shown in full', () =>
  read('/embed/whole', async (page) => {
    expect(await page.locator('p.window').innerText()).toBe('301 BC – 2099');
    expect(await page.locator('#events .note').count()).toBe(0);
  }));

test('events that began long before the window are folded away, and the header begins with the window', () =>
  read('/embed/siege?from=1957-01-01', async (page) => {
    const reaching = page.locator('details.reaching');
    expect(await reaching.locator('summary').innerText()).toBe(
      '1 event began before 1 Jan 1957 and reaches into this time',
    );
    expect(await page.locator('#events > .periods li.event h3 bdi').allInnerTexts()).toEqual(['The port opens']);
    expect(await page.locator('.kicker .span').innerText()).toBe('1957 – 1960'.toUpperCase());
    await reaching.locator('summary').click();
    expect(await reaching.locator('li.event').innerText()).toContain('1707');
  }));

test('long timelines come in pages', () =>
  read('/embed/minutes', async (page) => {
    const first = await titles(page);
    await page.getByRole('link', { name: /Next page/ }).click();
    const second = await titles(page);
    expect(first).toHaveLength(50);
    expect(second).toHaveLength(50);
    expect(first.filter((title) => second.includes(title))).toEqual([]);
  }));

test('a timeline without events says when there will be some', () =>
  read('/embed/empty', async (page) => {
    expect(await page.locator('.nothing').innerText()).toContain('no events yet');
  }));

test('a filter without matches offers a link back to the whole timeline', () =>
  read('/embed/sky?entity=nobody', async (page) => {
    await page.getByRole('link', { name: 'Show the whole timeline' }).click();
    expect(await titles(page)).toHaveLength(SKY.length);
  }));

test('in a sandboxed, credentialless frame the page is whole and its links work', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${service.url}/panel`);
  const panel = page.frameLocator('iframe');
  await panel.getByRole('link', { name: 'Planned', exact: true }).click();
  await panel.locator('li.event', { hasText: 'Four astronauts' }).waitFor();
  expect(await panel.locator('#events li.event').count()).toBe(1);
  expect(await context.cookies()).toEqual([]);
  await context.close();
});

test('the page loads nothing but itself and the widget', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(`${service.url}/embed/sky`);
  await page.locator('dateline-timeline button[data-event]').first().waitFor();
  expect(asked.filter((url) => !url.startsWith(service.url))).toEqual([]);
  const kept = await page.evaluate('[localStorage.length, sessionStorage.length, document.cookie]');
  expect(kept).toEqual([0, 0, '']);
  await context.close();
});

test('a frame takes the height of its page, and listens to no other window', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${service.url}/growing`);
  const frame = page.locator('iframe').first();
  const inside = page.frameLocator('iframe').first();
  const height = async (): Promise<number> => Math.round((await frame.boundingBox())?.height ?? 0);
  await until(async () => (await height()) > 1500);
  // Fewer events, a lower frame; nothing is cut and nothing scrolls twice.
  const before = await height();
  await inside
    .getByRole('link', { name: 'Planned', exact: true })
    .or(inside.getByRole('button', { name: 'Planned' }))
    .first()
    .click();
  await until(async () => (await height()) < before - 500);
  const now = await height();
  await page.evaluate("window.postMessage({ dateline: 'height', height: 7 }, '*')");
  await page.waitForTimeout(200);
  expect(await height()).toBe(now);
  await context.close();
});
