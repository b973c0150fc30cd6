import { consoleBench } from './console-bench.ts';

// Messages for unexpected input and states: each has one, and it is readable on a phone.

const bench = consoleBench();
let landedOn = '';

beforeAll(async () => {
  await bench.page.goto(bench.service.consoleLink);
  landedOn = bench.page.url();
});

test('an invalid bound of a range is reported and stays in the field for correction', async () => {
  await bench.see('/events?collection=sample');
  await bench.page.getByLabel('From', { exact: true }).fill('1957-13-01');
  await bench.page.getByRole('button', { name: 'Search' }).click();
  expect(await bench.page.getByRole('alert').innerText()).toContain('“1957-13-01” is no day that exists');
  expect(await bench.page.getByLabel('From', { exact: true }).inputValue()).toBe('1957-13-01');
});

test('a year or a month is accepted as the bound of a range in the console, on a timeline and in the API', async () => {
  await bench.see('/events?collection=sample&from=1969&to=1969-07');
  expect(await bench.page.locator('.window').innerText()).toBe('Jan – Jul 1969');
  await bench.see('/embed/sample?from=1969&to=1969-07');
  await bench.page.locator('dateline-timeline button[data-event]').first().waitFor();
  const window = await bench.page.locator('dateline-timeline').evaluate((map) => map.window);
  expect(window).toEqual({ from: '1969-01-01', to: '1969-07-31' });
  const answer = await bench.context.request.get(
    `${bench.service.url}/v1/timelines/sample/events?from=1969&to=1969-07`,
  );
  const { events } = await answer.json();
  expect(events.length).toBeGreaterThan(0);
  const wrong = await bench.context.request.get(`${bench.service.url}/v1/timelines/sample/events?from=1969-31`);
  expect([wrong.status(), (await wrong.json()).field]).toEqual([400, 'from']);
});

test('an organisation is found by its name as well as by its id', async () => {
  const count = async (entity: string): Promise<number> => {
    const answer = await bench.context.request.get(`${bench.service.url}/v1/events?collection=sample&entity=${entity}`);
    return (await answer.json()).events.length;
  };
  expect(await count('NASA')).toBeGreaterThan(0);
  expect(await count('Neil Armstrong')).toBe(await count('neil-armstrong'));
});

test('an embed token needs no body', async () => {
  await bench.see('/');
  const status = await bench.page.evaluate(
    "fetch('/v1/timelines/sample/tokens', { method: 'POST' }).then((r) => r.status)",
  );
  expect(status).toBe(201);
});

test('the feed of a timeline begins with the newest events', async () => {
  const order = async (query: string): Promise<string | undefined> => {
    const answer = await bench.context.request.get(
      `${bench.service.url}/v1/timelines/sample/events.rss?limit=1${query}`,
    );
    return /<item>\s*<title>(.*?)<\/title>/.exec(await answer.text())?.[1];
  };
  expect(await order('')).toMatch(/20[2-9]\d/);
  expect(await order('&order=asc')).toContain('BC');
});

test('a text in an unsupported language gets that reason, not "no dates found"', async () => {
  await bench.see('/');
  await bench.page
    .getByLabel('Article', { exact: true })
    .fill(
      'Die Brücke wurde am 12. Mai 1937 eröffnet. Der Rat der Stadt hat sie im Juni 1961 nicht mehr für den Verkehr zugelassen.',
    );
  await bench.page.getByRole('button', { name: 'Find its events' }).click();
  await bench.page.locator('#reading .note', { hasText: 'German' }).waitFor();
});

test('the link that the service prints opens a collection with events', async () => {
  expect(landedOn).toContain('collection=sample');
  const answer = await bench.context.request.get(`${bench.service.url}/v1/collections`);
  expect((await answer.json()).collections).toEqual([
    { name: 'main', events: 0, first: null, last: null },
    expect.objectContaining({ name: 'sample', first: '-0239-01-01' }),
  ]);
});

test('articles are listed by status, and a collection is chosen from a list', async () => {
  await bench.see('/articles');
  expect(await bench.page.locator('main').innerText()).toContain('No articles in this collection yet');
  await bench.page.locator('.who summary').click();
  await bench.page.locator('.who').getByRole('link', { name: 'sample' }).click();
  expect(await bench.page.locator('.feeds li').count()).toBe(9);
  await bench.page.getByRole('link', { name: 'Failed', exact: true }).click();
  expect(await bench.page.locator('main').innerText()).toContain('No article has failed');
  await bench.page.getByRole('link', { name: 'Show all' }).click();
  await bench.page.locator('.feeds h2 a').first().click();
  await bench.page.locator('.found li').first().waitFor();
});

test('timelines of every collection are listed', async () => {
  await bench.see('/timelines');
  expect(await bench.page.locator('main').innerText()).toContain('People and the sky');
});

test.each(['/docs', '/events?collection=sample', '/timelines/sample', '/feeds', '/keys', '/'])(
  '%s can be read on a phone: nothing is squeezed to a column of letters, nothing lies outside',
  async (path) => {
    await bench.page.setViewportSize({ width: 390, height: 844 });
    await bench.see(path);
    const wrong = await bench.page.locator('body').evaluate((body) => {
      const all = [...body.querySelectorAll('td, p, h1, h2, h3, label, nav a')] as {
        textContent: string;
        getBoundingClientRect(): { width: number; height: number; right: number };
      }[];
      return all
        .map((one) => ({ text: one.textContent.trim().slice(0, 40), box: one.getBoundingClientRect() }))
        .filter(({ text, box }) => text.length > 12 && box.width > 0 && (box.width < 60 || box.right > 391))
        .map(({ text, box }) => `${text}: ${Math.round(box.width)} wide, ends at ${Math.round(box.right)}`);
    });
    await bench.page.setViewportSize({ width: 1200, height: 900 });
    expect(wrong).toEqual([]);
  },
);
