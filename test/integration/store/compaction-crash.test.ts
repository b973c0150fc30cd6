import type { Store } from '../../../shared/store/store.ts';
import { crowd } from './crowd.ts';
import { dyingAt } from './faults.ts';
import { FREQUENT, storeBench } from './store-bench.ts';

jest.setTimeout(400_000);
const { storeWith, clearTable, sweepLater, differences, ...bench } = storeBench();

test('whatever request a compaction dies at, answers are the same, and the next one ends it', async () => {
  const tellPart = (store: Store, part: number) => bench.tell(store, `part-${part}`, crowd(part));
  const listed = async () =>
    (await storeWith().events.list({ collection: 'main', keywords: ['common'] }, { order: 'asc', limit: 200 })).events;
  await clearTable();
  for (let part = 0; part < 4; part++) await tellPart(storeWith(), part);
  const begun = await bench.copyTable();
  // The last batch makes enough segments for a compaction: its own requests are died at elsewhere.
  let requests = 0;
  const counting = (n: number) => {
    requests = n;
  };
  await tellPart(storeWith({ before: counting }), 4);
  const whole = await listed();
  expect(whole.length).toBeGreaterThan(FREQUENT);
  const from = Math.floor(requests / 2);
  let deaths = 0;
  for (let nth = from; nth <= requests; nth++) {
    await bench.restoreTable(begun);
    // How many requests a run takes depends on how they are grouped: the last few may not be reached.
    await tellPart(storeWith({ before: dyingAt(nth) }), 4).catch(() => {
      deaths++;
    });
    await sweepLater();
    await tellPart(storeWith({}, '2026-11-24T12:00:00.000Z'), 4);
    const is = { nth, events: await listed(), differences: await differences() };
    expect(is).toEqual({ nth, events: whole, differences: [] });
  }
  expect(deaths).toBeGreaterThan((requests - from) * 0.8);
});
