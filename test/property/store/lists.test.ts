import fc from 'fast-check';
import type { TimelineEvent } from '../../../shared/events/event.ts';
import { openStore } from '../../../shared/store/open-store.ts';
import type { TimelineQuery } from '../../../shared/timeline/query.ts';
import { startTestEngine, type TestEngine } from '../../integration/store/engine-table.ts';
import { anArticle, found } from '../../integration/store/events.ts';
import { countsIn, inOrder, type Known, matches } from './oracle.ts';
import { eventsOf, query, TAGS } from './random-events.ts';

let engine: TestEngine;
let options: Parameters<typeof openStore>[0];
let collections = 0;

jest.setTimeout(400_000);

beforeAll(async () => {
  engine = await startTestEngine();
  options = { client: engine.client(), tableName: await engine.table(), now: () => '2026-11-24T10:00:00.000Z' };
});
afterAll(() => engine.stop());

/** Puts events through the store, in a collection of their own; what comes back has the ids the store gave. */
async function stored(
  given: readonly TimelineEvent[],
  tags: readonly string[],
): Promise<{ collection: string; known: readonly Known[] }> {
  const store = openStore(options);
  const collection = `c${collections++}|%`;
  const id = `article of ${collection}`;
  // All in one sentence: two statements of one sentence are never one event.
  const events = given.map((event) => ({
    ...event,
    evidence: event.evidence.map((piece) => ({ ...piece, articleId: id })),
  }));
  await store.articles.accept(anArticle(id, { collection, tags }));
  await store.articles.complete(id, `hash-${id}`, found(events), '1');
  await store.fold();
  const ids = new Map((await store.articles.eventsOf(id)).map((event) => [event.title, event.id]));
  const known = events.map((event): Known => ({ ...event, collection, id: ids.get(event.title) ?? 'missing', tags }));
  return { collection, known };
}

async function everyPage(
  asked: TimelineQuery,
  order: 'asc' | 'desc',
  limit: number,
): Promise<readonly TimelineEvent[]> {
  const store = openStore(options);
  const seen: TimelineEvent[] = [];
  let cursor: string | undefined;
  do {
    const page = await store.events.list(asked, { order, limit, ...(cursor === undefined ? {} : { cursor }) });
    expect(page.events.length).toBeLessThanOrEqual(limit);
    seen.push(...page.events);
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return seen;
}

const shape = ({ id, title, date, modality, entities, keywords, importance, sources, evidence }: TimelineEvent) => ({
  id,
  title,
  date,
  modality,
  entities,
  keywords,
  importance,
  sources,
  evidence,
});

test('pages of a list equal a scan of all events, in order', async () => {
  let queries = 0;
  await fc.assert(
    fc.asyncProperty(
      eventsOf({ maxLength: 24 }),
      fc.subarray(TAGS),
      fc.array(
        fc.record({
          query,
          order: fc.constantFrom('asc' as const, 'desc' as const),
          limit: fc.integer({ min: 1, max: 9 }),
        }),
        {
          minLength: 12,
          maxLength: 12,
        },
      ),
      async (given, tags, asked) => {
        const { collection, known } = await stored(given, tags);
        for (const { query: part, order, limit } of asked) {
          const whole = { ...part, collection };
          const expected = inOrder(
            known.filter((event) => matches(event, whole)),
            order,
          );
          expect((await everyPage(whole, order, limit)).map(shape)).toEqual(expected.map(shape));
          queries++;
        }
      },
    ),
    { numRuns: 60, endOnFailure: true },
  );
  expect(queries).toBe(720);
});

test('overviews equal the counts of a scan of all events, for short lists and for long ones', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(eventsOf({ maxLength: 20 }), eventsOf({ minLength: 70, maxLength: 90 })),
      fc.array(fc.record({ query, buckets: fc.integer({ min: 1, max: 100 }) }), { minLength: 40, maxLength: 40 }),
      async (given, asked) => {
        const { collection, known } = await stored(given, TAGS);
        // By pages of tiles, also of short lists, and by all rows of lists that are short.
        const readers = [openStore({ ...options, client: engine.client(), wholeList: 0 }), openStore(options)];
        for (const { query: part, buckets } of asked) {
          const whole = { ...part, collection };
          const expected = known.filter((event) => matches(event, whole));
          const [overview, other] = await Promise.all(readers.map(({ events }) => events.overview(whole, buckets)));
          if (!overview) throw new Error('no overview');
          expect(other).toEqual(overview);
          expect(overview.total).toBe(expected.length);
          expect(overview.exact).toBe(true);
          expect(overview.buckets.map(({ count }) => count)).toEqual(countsIn(expected, whole.from, overview.buckets));
          expect(overview.buckets.length).toBeLessThanOrEqual(Math.max(20, buckets));
          const ids = new Set(expected.map(({ id }) => id));
          for (const { top, count } of overview.buckets) {
            expect(top.length).toBeLessThanOrEqual(count);
            expect(top.every(({ id }) => ids.has(id))).toBe(true);
          }
        }
      },
    ),
    { numRuns: 5, endOnFailure: true },
  );
});
