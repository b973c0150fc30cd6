import fc from 'fast-check';
import type { IndexedEvent } from '../../../shared/store/event-payload.ts';
import { compactOnce } from '../../../shared/store/segments/compact.ts';
import { readManifest, writeManifest } from '../../../shared/store/segments/manifest.ts';
import { readTerms } from '../../../shared/store/segments/read-terms.ts';
import { blocksOf } from '../../../shared/store/segments/segment.ts';
import { facetTerm, wordTerm } from '../../../shared/store/segments/terms.ts';
import {
  type IndexChange,
  putBlocks,
  rowsOfChanges,
  segmentName,
  writeSegment,
} from '../../../shared/store/segments/write-segment.ts';
import type { StoreContext } from '../../../shared/store/store-context.ts';
import { contextOf } from '../../../shared/store/table-context.ts';
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

/** What an event says after a batch; `undefined`: it is gone. */
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
        }
      }
    }),
    { numRuns: 25 },
  );
});
