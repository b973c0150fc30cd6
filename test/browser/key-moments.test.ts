import { consoleBench } from './console-bench.ts';

// What a reader of a long timeline sees first, on a wide page and on a phone, with and without script.

const bench = consoleBench();
const COUNT = 70;
const api = async (method: 'POST' | 'PUT', path: string, data: object) =>
  (
    await bench.context.request.fetch(bench.service.url + path, {
      method,
      data,
      headers: { origin: bench.service.url },
    })
  ).json();

let ids: readonly string[] = [];
const timeline = (more: object) =>
  api('PUT', '/v1/timelines/long', {
    title: 'Long',
    visibility: 'public',
    collection: 'long',
    query: {},
    ...more,
  });

beforeAll(async () => {
  await bench.page.goto(bench.service.consoleLink);
  const rows = Array.from({ length: COUNT }, (_, n) => `${1900 + n},3,${1 + (n % 28)},Event number ${n},`);
  const csv = ['Year,Month,Day,Headline,Text', ...rows].join('\n');
  ids = (await api('POST', '/v1/events/import', { csv, collection: 'long' })).ids;
  await timeline({});
});

const visible = async () => {
  await bench.page.locator('#events li.event:visible').first().waitFor();
  return bench.page.locator('#events li.event:visible').count();
};

test('a long timeline begins with key moments, fewer on a phone, and a link shows all events', async () => {
  await bench.see('/embed/long');
  expect(await visible()).toBe(24);
  await bench.page.getByText(`The key moments of ${COUNT} events.`).waitFor();
  await bench.page.setViewportSize({ width: 390, height: 800 });
  expect(await visible()).toBe(12);
  const empty = bench.page.locator('.periods > li:visible').filter({ hasNot: bench.page.locator('li.event:visible') });
  expect(await empty.count()).toBe(0);
  await bench.page.getByRole('link', { name: 'All events' }).click();
  await bench.page.getByRole('link', { name: 'Next page' }).waitFor();
  expect(await visible()).toBe(50);
  await bench.page.setViewportSize({ width: 1200, height: 900 });
});

test('a window shows all of its events', async () => {
  await bench.see('/embed/long?from=1900&to=1939');
  expect(await visible()).toBe(40);
});

test('the events that an editor chose are among the key moments, and those left out are not', async () => {
  const chosen = ids[69] as string;
  const important = ids[3] as string;
  await bench.context.request.patch(`${bench.service.url}/v1/events/${important}`, {
    data: { importance: 1 },
    headers: { origin: bench.service.url },
  });
  await timeline({ pinned: [chosen], hidden: [important] });
  await bench.see('/embed/long');
  expect(await visible()).toBe(24);
  expect(await bench.page.locator(`#e-${chosen}`).count()).toBe(1);
  expect(await bench.page.locator(`#e-${important}`).count()).toBe(0);
  await timeline({ pinned: [chosen] });
  await bench.see('/embed/long');
  expect(await bench.page.locator(`#e-${important}`).count()).toBe(1);
});
