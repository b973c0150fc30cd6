import fc from 'fast-check';
import type { IndexedEvent } from '../../../shared/store/event-payload.ts';
import { dayKey } from '../../../shared/store/keys.ts';
import { facetsOfCollection } from '../../../shared/store/queries/facets.ts';
import { compactOnce } from '../../../shared/store/segments/compact.ts';
import { readManifest, writeManifest } from '../../../shared/store/segments/manifest.ts';
import { readTerms } from '../../../shared/store/segments/read-terms.ts';
import { blocksOf } from '../../../shared/store/segments/segment.ts';
import type { Place } from '../../../shared/store/segments/term-row.ts';
import { facetTerm, type Posting, wordTerm } from '../../../shared/store/segments/terms.ts';
import { walkTerms } from '../../../shared/store/segments/walk-terms.ts';
import {
  type IndexChange,
  putBlocks,
  rowsOfChanges,
  segmentName,
  writeSegment,
} from '../../../shared/store/segments/write-segment.ts';
import type { StoreContext } from '../../../shared/store/store-context.ts';
import { contextOf } from '../../../shared/store/table-context.ts';
import { dayNumber } from '../../../shared/time/day.ts';
import { startTestEngine, type TestEngine } from '../../integration/store/engine-table.ts';
import { anEvent } from '../../integration/store/events.ts';

jest.setTimeout(400_000);
let engine: TestEngine;
let context: StoreContext;
let collections = 0;

beforeAll(async () => {
  engine = await startTestEngine();
  const options = { client: engine.client(), tableName: await engine.table(), now: () => '2026-11-24T10:00:00.000Z' };
  context = contextOf(options);
});
afterAll(() => engine.stop());

const WORDS = ['red', 'green', 'blue'];
const KEYWORDS = ['north', 'south'];
const TERMS = [...WORDS.map(wordTerm), ...KEYWORDS.map((id) => facetTerm({ kind: 'keyword', id }))];

/** The content of an event after a batch; `undefined` if it was removed. */
const state = fc.option(
  fc.record({
    words: fc.subarray(WORDS),
    keywords: fc.subarray(KEYWORDS),
    day: fc.integer({ min: 1, max: 9 }),
    leaf: fc.integer({ min: 1, max: 3 }),
  }),
  { nil: undefined },
);
type State = NonNullable<typeof state extends fc.Arbitrary<infer S> ? S : never>;

const batch = fc.record({
  events: fc.array(fc.tuple(fc.integer({ min: 0, max: 5 }), state), { minLength: 1, maxLength: 4 }),
  /** As releases before event tables wrote segments. */
  isFormerForm: fc.boolean(),
});

const idOf = (n: number): string => `${'bucket'.padEnd(11, '-')}${String(n).padStart(11, '0')}`;
const indexable = (n: number, said: State | undefined): IndexChange['after'] =>
  said && {
    event: {
      ...anEvent({ title: 'Title', start: `1950-01-0${said.day}`, keywords: said.keywords }),
      id: idOf(n),
      collection: 'main',
      tags: [],
      pinned: false,
    } as IndexedEvent,
    words: said.words,
    leaf: said.leaf,
  };

async function writeFormerForm(collection: string, number: string, changes: readonly IndexChange[]): Promise<void> {
  const rows = rowsOfChanges(changes);
  if (rows.length === 0) return;
  const name = segmentName(number, false);
  await putBlocks(context, blocksOf(collection, name, rows));
  const manifest = await readManifest(context, collection, { consistent: true });
  await writeManifest(context, collection, { ...manifest, segments: [...manifest.segments, { name, level: 0 }] });
}

async function walkedBy(
  collection: string,
  terms: readonly string[],
  forward: boolean,
  bound?: Place,
): Promise<readonly Posting[]> {
  const walked: Posting[] = [];
  for await (const posting of walkTerms(context, collection, terms, { forward, bound })) walked.push(posting);
  return walked;
}

test.each([true, false])(
  'a walk along common terms stops where its reader stops, in large segments and small ones: forward %s',
  async (forward) => {
    const collection = `c${collections++}`;
    const said = (n: number): State => ({
      words: n % 3 === 0 ? ['red', 'green'] : ['red'],
      keywords: ['north'],
      day: 1 + Math.floor(n / 200),
      leaf: 1,
    });
    const changes = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, n) => ({ before: undefined, after: indexable(from + n, said(from + n)) }));
    await writeFormerForm(collection, '000000001', changes(0, 1500));
    await writeSegment(context, collection, '000000002', changes(1500, 1700));
    let [blocks, found] = [0, 0];
    const counting: StoreContext = {
      ...context,
      table: {
        ...context.table,
        range: async (request) => {
          const page = await context.table.range(request);
          blocks += page.items.length;
          return page;
        },
      },
    };
    const walked: Posting[] = [];
    for await (const posting of walkTerms(counting, collection, [wordTerm('red'), wordTerm('green')], { forward })) {
      walked.push(posting);
      if (++found === 40) break;
    }
    const expected = Array.from({ length: 1700 }, (_, n) => n).filter((n) => n % 3 === 0);
    expect(walked.map(({ id }) => id)).toEqual((forward ? expected : expected.reverse()).slice(0, 40).map(idOf));
    expect(blocks).toBeLessThan(10);
    // A later page begins at its cursor.
    const whole = await walkedBy(collection, [wordTerm('red')], forward);
    blocks = 0;
    for (const at of [3, 170, 700, 1480, 1699]) {
      const bound = whole[at];
      const rest: Posting[] = [];
      for await (const posting of walkTerms(counting, collection, [wordTerm('red')], { forward, bound }))
        rest.push(posting);
      expect(rest.slice(rest.findIndex(({ id }) => id === bound?.id))).toEqual(whole.slice(at));
      expect(rest.length - (whole.length - at)).toBeLessThan(3 * 160 + 170);
    }
    expect(await walkedBy(collection, [wordTerm('red'), wordTerm('green')], forward)).toHaveLength(expected.length);
    expect(await walkedBy(collection, [wordTerm('red')], forward)).toHaveLength(1700);
    expect(await walkedBy(collection, [wordTerm('red'), wordTerm('blue')], forward)).toEqual([]);
  },
);

test('facets that begin with a common prefix have all their events counted, or are left out', async () => {
  const collection = `c${collections++}`;
  const withKeyword = (n: number, keyword: string) => ({
    before: undefined,
    after: indexable(n, { words: [], keywords: [keyword], day: 1, leaf: 1 }),
  });
  const numbered = Array.from({ length: 3000 }, (_, n) => withKeyword(n, `area ${String(n).padStart(4, '0')}`));
  // The large segment has more names than one search reads; the last of them is also in a small one.
  await writeSegment(context, collection, '000000001', [...numbered, withKeyword(3000, 'azure')]);
  await writeSegment(context, collection, '000000002', [withKeyword(3001, 'azure'), withKeyword(3002, 'area 0001')]);
  const counts = async (prefix: string) =>
    new Map(
      (await facetsOfCollection(context, { collection, prefix, kinds: ['keyword'], limit: 1000 })).map(
        ({ id, count }) => [id, count] as const,
      ),
    );
  expect((await counts('azu')).get('azure')).toBe(2);
  expect((await counts('a')).get('area 0001')).toBe(2);
  expect((await counts('a')).get('azure') ?? 2).toBe(2);
});

test('events are found by all pairs of their terms, whatever segments their changes lie in and however these are merged', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(batch, { minLength: 1, maxLength: 12 }), async (batches) => {
      const collection = `c${collections++}`;
      const events = new Map<number, State>();
      for (const [n, { events: changed, isFormerForm }] of batches.entries()) {
        const changes = [...new Map(changed)].map(([event, said]): IndexChange => {
          const before = indexable(event, events.get(event));
          if (said) events.set(event, said);
          else events.delete(event);
          return { before, after: indexable(event, said) };
        });
        await (isFormerForm ? writeFormerForm : writeSegment.bind(undefined, context))(
          collection,
          String(n).padStart(9, '0'),
          changes,
        );
        await compactOnce(context, collection, async () => undefined, Number.POSITIVE_INFINITY);
      }
      for (const a of TERMS) {
        for (const b of TERMS) {
          const terms = [...new Set([a, b])];
          const rows = await readTerms(context, collection, terms);
          const found = (rows[0]?.postings ?? []).filter(({ id }) =>
            rows.every(({ postings }) => postings.some((one) => one.id === id)),
          );
          const wanted = [...events].filter(([, { words, keywords }]) => {
            const own = new Set([...words.map(wordTerm), ...keywords.map((id) => facetTerm({ kind: 'keyword', id }))]);
            return terms.every((term) => own.has(term));
          });
          const shown = found.map(({ id, leaf }) => `${id} ${leaf}`).sort();
          expect(shown).toEqual(wanted.map(([n, { leaf }]) => `${idOf(n)} ${leaf}`).sort());
          for (const forward of [true, false]) {
            const walked = await walkedBy(collection, terms, forward);
            const keys = walked.map(({ start, id }) => `${dayKey(start)} ${id}`);
            expect(keys).toEqual([...new Set(keys)].sort((one, other) => (one < other ? -1 : 1) * (forward ? 1 : -1)));
            // Events may also come as they were.
            const current = walked.filter(({ id, start }) =>
              wanted.some(([n, { day }]) => idOf(n) === id && dayNumber(`1950-01-0${day}`) === start),
            );
            expect(current.map(({ id, leaf }) => `${id} ${leaf}`).sort()).toEqual(shown);
          }
        }
      }
    }),
    { numRuns: 25 },
  );
});
