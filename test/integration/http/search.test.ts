import { serviceForTests } from './service.ts';

const service = serviceForTests();
let admin: string;

jest.setTimeout(120_000);
beforeAll(async () => {
  admin = await service.key({});
  const text =
    'The flood destroyed the old bridge of Westhaven on 4 May 1952. A new bridge was opened by the mayor on 5 June 1955.';
  await service.call('POST', '/v1/articles', { key: admin, body: { text, publishedAt: '1960-01-01' } });
  await service.process();
});

const ask = async (path: string) => (await service.call('GET', path, { key: admin })).json;

test.each([
  ['floods', ['1952-05-04']],
  ['bridges opening', ['1955-06-05']],
  ['bridge', ['1952-05-04', '1955-06-05']],
  ['bridge of the Mayor', ['1955-06-05']],
  ['harbour bridge', []],
])('q=%s finds the events that contain all its words, in any inflection', async (q, days) => {
  const { events } = await ask(`/v1/events?q=${encodeURIComponent(q)}`);
  expect(events.map(({ date }: { date: { start: string } }) => date.start)).toEqual(days);
  const { total, exact } = await ask(`/v1/overview?q=${encodeURIComponent(q)}`);
  expect([total, exact]).toEqual([days.length, true]);
});

test('words narrow other filters, and a saved timeline may have them', async () => {
  expect((await ask('/v1/events?q=bridge&from=1953-01-01')).events).toHaveLength(1);
  await service.call('PUT', '/v1/timelines/floods', {
    key: admin,
    body: { title: 'Floods', visibility: 'public', query: { q: 'flood' } },
  });
  const events = await ask('/v1/timelines/floods/events.json');
  expect(JSON.stringify(events)).toContain('1952-05-04');
  expect(JSON.stringify(events)).not.toContain('1955-06-05');
});
