import type { TimelineEvent } from '../../../shared/events/event.ts';
import { mentionsOf } from '../../../shared/events/merging/mentions-of.ts';
import { timelineOf } from '../../../shared/events/merging/timeline-of.ts';
import { hash64 } from '../../../shared/store/builder/event-id.ts';
import type { Store } from '../../../shared/store/store.ts';
import { anArticle, anEvent, found } from './events.ts';
import { storeBench } from './store-bench.ts';

jest.setTimeout(400_000);
const { storeWith, clearTable, differences } = storeBench();

const TOWNS = ['Arden', 'Brill', 'Corvo', 'Delph', 'Esker', 'Fallow', 'Garth', 'Holm'];
const DEEDS = [
  ['opens', 'a school'],
  ['floods', 'the market'],
  ['elects', 'a mayor'],
  ['bans', 'lorries'],
  ['sells', 'its harbour'],
] as const;

/**
 * What one article tells: some of the deeds of the towns in one year, most of them in March. Of two towns every third article tells the month alone, so
 * that a day and its month meet as long as their buckets do.
 */
function toldBy(article: number): readonly TimelineEvent[] {
  return TOWNS.map((town, t) => {
    const [verb, thing] = DEEDS[(article + t) % DEEDS.length] as (typeof DEEDS)[number];
    const month = (article + t) % 4 === 0 ? '07' : '03';
    const day = `1997-${month}-${String(1 + ((t * 3 + ((article + t) % DEEDS.length) * 5) % 27)).padStart(2, '0')}`;
    const isCoarse = t % 4 === 2 && article % 3 === 0;
    return anEvent({
      title: article % 2 ? `${town} ${verb} ${thing}` : `The town of ${town} ${verb} ${thing} after a vote`,
      start: isCoarse ? `1997-${month}-01` : day,
      ...(isCoarse ? { end: `1997-${month}-${month === '03' ? 31 : 31}` } : {}),
      at: t * 200,
      entities: [town],
      trigger: verb,
      publishedAt: `1997-09-${String(1 + (article % 28)).padStart(2, '0')}`,
      sources: [`${article % 7}.example`],
    });
  });
}

const ARTICLES = Array.from({ length: 45 }, (_, article) => article);

/** All events with all evidence, without what counts writes. */
async function shown(store: Store) {
  const all = [];
  let cursor: string | undefined;
  do {
    const page = await store.events.list(
      { collection: 'main' },
      { order: 'asc', limit: 200, ...(cursor === undefined ? {} : { cursor }) },
    );
    all.push(...page.events);
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  const whole = await Promise.all(all.map(({ id }) => store.events.find(id)));
  return whole.map((event) => ({ ...event, version: 0 }));
}

/** Folds articles in an order, so many a batch. */
async function tell(order: readonly number[], aBatch: number): Promise<Store> {
  await clearTable();
  const store = storeWith();
  for (let at = 0; at < order.length; at += aBatch) {
    for (const article of order.slice(at, at + aBatch)) {
      const id = `article-${article}`;
      await store.articles.accept(anArticle(id));
      await store.articles.complete(id, `hash-${id}`, found(toldBy(article)), '1');
    }
    await store.fold();
  }
  return store;
}

/** The numbers in another order, the same for the same seed. */
const shuffled = (seed: number): readonly number[] =>
  [...ARTICLES].sort((a, b) => ((a * 7919 + seed * 104_729) % 1013) - ((b * 7919 + seed * 104_729) % 1013));

test('the same articles give the same entries in whatever order and in batches of whatever size they come, those of a timeline made without a store', async () => {
  const first = await shown(await tell(ARTICLES, ARTICLES.length));
  const mentions = ARTICLES.flatMap((article) =>
    mentionsOf({ id: `article-${article}`, collection: 'main', tags: [] }, toldBy(article), hash64),
  );
  const evidenceOf = (events: readonly { readonly evidence?: TimelineEvent['evidence'] }[]) =>
    events
      .map(({ evidence = [] }) =>
        evidence
          .map(({ articleId, start }) => `${articleId}@${start}`)
          .sort()
          .join(' '),
      )
      .sort();
  expect(evidenceOf(first)).toEqual(evidenceOf(timelineOf('main', mentions)));
  expect(first.some(({ evidence = [] }) => new Set(evidence.map(({ timex }) => timex.value)).size > 1)).toBe(true);
  for (const [seed, aBatch] of [
    [1, 2],
    [2, 4],
    [3, 11],
    [4, 30],
  ] as const) {
    expect(await shown(await tell(shuffled(seed), aBatch))).toEqual(first);
    expect(await differences()).toEqual([]);
  }
});
