import { rankedEvents, rankedInStore } from '../../../shared/application/ranked-events.ts';
import { MAX_RANKED_EVENTS } from '../../../shared/http/schemas/filters.ts';
import { isoDay } from '../../../shared/time/day.ts';
import { anEvent, found } from './events.ts';
import { storeBench } from './store-bench.ts';

jest.setTimeout(200_000);
const bench = storeBench();
beforeEach(() => bench.clearTable());

const query = { collection: 'main' };
const ARTICLES = 10;
const PER_ARTICLE = Math.ceil(MAX_RANKED_EVENTS / ARTICLES) + 5;

/** The report of one article: events on days that follow each other, the last of which matters most. */
const report = (article: number) =>
  found(
    Array.from({ length: PER_ARTICLE }, (_, n) => {
      const name = `${article}x${n}`;
      return anEvent({
        title: `Harbour ${name} opens`,
        sentence: `Harbour ${name} opens.`,
        trigger: `opens${name}`,
        start: isoDay(article * PER_ARTICLE + n),
        importance: n === PER_ARTICLE - 1 ? 0.9 : 0.1,
      });
    }),
  );

test('of more events than one answer reads, the most important are found wherever they lie', async () => {
  const store = bench.storeWith();
  for (let article = 0; article < ARTICLES; article++) await bench.tell(store, `article-${article}`, report(article));
  const total = (await store.events.overview(query, 1)).total;
  expect(total).toBeGreaterThan(MAX_RANKED_EVENTS);

  const greatest = Array.from({ length: ARTICLES }, (_, article) => `Harbour ${article}x${PER_ARTICLE - 1} opens`);
  const source = rankedInStore(store.events, query);
  const top = await rankedEvents(source, { order: 'asc', limit: 50, top: ARTICLES });
  expect(top?.map(({ title }) => title)).toEqual(greatest);
  expect(top?.[0]).toEqual(
    (await store.events.list({ ...query, from: top?.[0]?.date.start ?? '' }, { order: 'asc', limit: 1 })).events[0],
  );

  const ids = (top ?? []).map(({ id }) => id);
  const found = await store.events.findMany([...ids, 'no-such-event', ids[0] ?? '']);
  const oneByOne = await Promise.all(ids.map((id) => store.events.find(id)));
  expect(found).toEqual(oneByOne.map((event) => event && { ...event, evidence: event.evidence.slice(0, 1) }));

  const byImportance = await rankedEvents(source, { order: 'importance', limit: ARTICLES });
  expect(byImportance?.map(({ title }) => title).sort()).toEqual(greatest);
  expect(await rankedEvents(source, { order: 'asc', limit: 50 })).toBeUndefined();

  // Two articles: more than a page of events, and few enough to be ranked one and all.
  const few = rankedInStore(store.events, { ...query, to: isoDay(2 * PER_ARTICLE - 1) });
  const all = (await rankedEvents(few, { order: 'importance', limit: 3 * PER_ARTICLE })) ?? [];
  expect(new Set(all.map(({ id }) => id)).size).toBe(2 * PER_ARTICLE);
  expect(
    all
      .slice(0, 2)
      .map(({ title }) => title)
      .sort(),
  ).toEqual(greatest.slice(0, 2));
});
