import { listOf } from '../../../shared/store/lists/facet-lists.ts';
import { pageKey } from '../../../shared/store/tiles/tile-page.ts';
import { TOP_PAGE } from '../../../shared/timeline/pyramid/pages.ts';
import { anEvent, found } from './events.ts';
import { FREQUENT, storeBench } from './store-bench.ts';

jest.setTimeout(60_000);
const [withLists, without] = [storeBench(), storeBench({ frequent: 1000 })];
beforeEach(async () => {
  await withLists.clearTable();
  await without.clearTable();
});

const FACET = { kind: 'keyword', id: 'harbour' } as const;
const { sk: TOP } = pageKey(listOf('main', FACET), TOP_PAGE);
const { pk: TILES } = pageKey(listOf('main', FACET), TOP_PAGE);

/** One of five parts that together make a compaction and a facet that is frequent for the one store only. */
const part = (of: number) =>
  found(
    Array.from({ length: Math.ceil((FREQUENT + 6) / 5) }, (_, n) =>
      anEvent({
        title: `The harbour of place ${of} ${n} opens`,
        sentence: `The harbour of place ${of} ${n} opens.`,
        trigger: `opens${of}x${n}`,
        start: `19${10 + of * 12 + n}-0${1 + of}-11`,
        end: n % 3 === 0 ? `19${10 + of * 12 + n}-1${of % 3}-11` : `19${10 + of * 12 + n}-0${1 + of}-11`,
        importance: ((n * 7 + of) % 32) / 32,
        keywords: [FACET.id, `place ${of} ${n}`],
      }),
    ),
  );

test('a facet with fewer events than the bound has no list, and its pages and overviews are those of a list', async () => {
  const answers = [];
  for (const bench of [withLists, without]) {
    for (let of = 0; of < 5; of++) await bench.tell(bench.storeWith(), `part-${of}`, part(of));
    expect((await bench.copyTable()).some(({ pk, sk }) => pk === TILES && sk === TOP)).toBe(bench === withLists);
    const { events } = bench.storeWith();
    const query = { collection: 'main', keywords: [FACET.id] };
    const own = { collection: 'main', keywords: [FACET.id], from: '1921-04-01', to: '1958-02-11' };
    const first = await events.list(query, { order: 'asc', limit: 20 });
    answers.push({
      first: first.events,
      second: (await events.list(query, { order: 'asc', limit: 50, cursor: first.next ?? '' })).events,
      last: (await events.list(own, { order: 'desc', limit: 20 })).events,
      overview: (await events.overview(query, 20)).buckets.map(({ start, count, top }) => [
        start,
        count,
        top.map(({ title }) => title),
      ]),
    });
    await bench.storeWith().articles.remove('part-2');
    await bench.storeWith().fold();
    answers.push((await bench.storeWith().events.list(query, { order: 'asc', limit: 100 })).events);
    expect(await bench.differences()).toEqual([]);
  }
  expect(answers.slice(2)).toEqual(answers.slice(0, 2));
  expect(answers[1]).toHaveLength(4 * part(0).events.length);
});
