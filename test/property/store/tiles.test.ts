import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import fc from 'fast-check';
import { entryFields } from '../../../shared/store/events/entry-item.ts';
import { type IndexedEvent, toPayload } from '../../../shared/store/events/event-payload.ts';
import { dayKey, keys } from '../../../shared/store/keys.ts';
import { contextOf } from '../../../shared/store/open-store.ts';
import { pack } from '../../../shared/store/packing.ts';
import type { StoreContext } from '../../../shared/store/stored.ts';
import { readDayTiles } from '../../../shared/store/tiles/day-tiles.ts';
import { rebuildTiles, SMALL_LIST } from '../../../shared/store/tiles/rebuild.ts';
import { readAllPages, sortKeyOf } from '../../../shared/store/tiles/stored-pages.ts';
import { packTiles } from '../../../shared/store/tiles/tile-page.ts';
import { touchedDays } from '../../../shared/store/tiles/touched.ts';
import { dayNumber, isoDay } from '../../../shared/time/day.ts';
import { pyramidOver } from '../../../shared/timeline/pyramid/pyramid.ts';
import { startTestEngine, type TestEngine } from '../../integration/store/engine-table.ts';
import { anEvent } from '../../integration/store/events.ts';
import { Died, dyingAt, withFaults } from '../../integration/store/faults.ts';

let engine: TestEngine;
let client: DynamoDBDocumentClient;
let tableName: string;
let lists = 0;

jest.setTimeout(180_000);
beforeAll(async () => {
  engine = await startTestEngine();
  client = engine.client();
  tableName = await engine.table();
});
afterAll(() => engine.stop());

const at = (of: DynamoDBDocumentClient): StoreContext =>
  contextOf({ client: of, tableName, now: () => '2026-11-24T10:00:00.000Z' });

/** A few crowded days, a crowded year, and the rest of time. */
const day = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: dayNumber('1989-06-01'), max: dayNumber('1989-06-04') }) },
  { weight: 3, arbitrary: fc.integer({ min: dayNumber('1990-01-01'), max: dayNumber('1990-12-31') }) },
  { weight: 2, arbitrary: fc.integer({ min: dayNumber('1900-01-01'), max: dayNumber('2050-01-01') }) },
  { weight: 1, arbitrary: fc.integer({ min: dayNumber('-0500-01-01'), max: dayNumber('3000-01-01') }) },
);
/** One change of a list: an entry that is put, or the nth of those that are there, which is removed. */
const change = fc.oneof(
  { weight: 3, arbitrary: day.map((start) => ({ put: start })) },
  { weight: 2, arbitrary: fc.nat().map((nth) => ({ remove: nth })) },
);
/** Changes that one worker is told of together: fewer than make him build the list anew, mostly. */
const batch = fc.array(change, { minLength: 1, maxLength: 5 });

/** A list whose entries are put and removed as the store does it, with the tiles left to whoever is told. */
function openList(width: number) {
  const list = `tiles${lists++}`;
  const there: string[] = [];
  let made = 0;
  const entryOf = (start: number) => {
    const id = `e${String(made++).padStart(5, '0')}`;
    const end = Math.min(start + (made % width), dayNumber('9999-12-31'));
    const event: IndexedEvent = {
      ...anEvent({ title: id, start: isoDay(start), end: isoDay(end), importance: (made % 7) / 10 }),
      tags: [],
      pinned: false,
    };
    return {
      pk: keys.list(list),
      sk: `${dayKey(start)}|${dayKey(end)}|${id}`,
      ...entryFields(event, pack(toPayload(event))),
    };
  };
  return {
    list,
    async apply(changes: readonly ({ put: number } | { remove: number })[]) {
      const touched = touchedDays();
      const puts = changes.flatMap((one) => ('put' in one ? [entryOf(one.put)] : []));
      const removals = changes.flatMap((one) => {
        const [sk] = 'remove' in one && there.length > 0 ? there.splice(one.remove % there.length, 1) : [];
        return sk === undefined ? [] : [{ pk: keys.list(list), sk }];
      });
      there.push(...puts.map(({ sk }) => sk));
      await at(client).table.writeMany(puts, removals);
      touched.note([...puts, ...removals]);
      return touched.days;
    },
    size: () => there.length,
  };
}

/** The pages that are there, and those that the list's entries make; each as what it says. Others may be there that nobody reads. */
async function pagesOf(list: string, others: 'none' | 'any' = 'any') {
  const found = [...(await readAllPages(at(client), list))].flatMap(([sk, item]) =>
    item.v === undefined ? [] : [[sk, Buffer.from(item.v as Uint8Array).toString('base64')]],
  );
  const { pages } = pyramidOver(await readDayTiles(at(client), list));
  const wanted = pages.map((page) => [sortKeyOf(page), Buffer.from(packTiles(page.tiles)).toString('base64')]);
  const read = new Set(wanted.map(([sk]) => sk));
  return {
    found: new Map(found.filter(([sk]) => others === 'none' || read.has(sk)) as [string, string][]),
    wanted: new Map(wanted as [string, string][]),
  };
}

const begun = async (days: readonly number[], width: number) => {
  const open = openList(width);
  await rebuildTiles(at(client), await open.apply(days.map((put) => ({ put }))));
  return open;
};
const first = fc.array(day, { minLength: SMALL_LIST + 1, maxLength: 300 });
const width = fc.constantFrom(1, 3, 40, 500);

test('after each batch the pages are those that the entries make, those that are no longer needed gone', async () => {
  await fc.assert(
    fc.asyncProperty(first, width, fc.array(batch, { maxLength: 8 }), async (days, wide, batches) => {
      const open = await begun(days, wide);
      for (const changes of batches) {
        await rebuildTiles(at(client), await open.apply(changes));
        const { found, wanted } = await pagesOf(open.list, 'none');
        expect(found).toEqual(wanted);
      }
    }),
    { numRuns: 25, endOnFailure: true },
  );
});

test('workers side by side, each told of some of the changes, leave the pages that the entries make', async () => {
  await fc.assert(
    fc.asyncProperty(
      first,
      width,
      fc.array(fc.array(batch, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 4 }),
      async (days, wide, rounds) => {
        const open = await begun(days, wide);
        for (const round of rounds) {
          await Promise.all(round.map(async (changes) => rebuildTiles(at(engine.client()), await open.apply(changes))));
        }
        const { found, wanted } = await pagesOf(open.list);
        expect(found).toEqual(wanted);
      },
    ),
    { numRuns: 15, endOnFailure: true },
  );
});

test('a worker that dies at any request is made good by telling another the same again', async () => {
  await fc.assert(
    fc.asyncProperty(first, width, fc.array(batch, { minLength: 1, maxLength: 5 }), async (days, wide, batches) => {
      const open = await begun(days, wide);
      for (const changes of batches) {
        const touched = await open.apply(changes);
        for (let nth = 1; ; nth++) {
          const dying = withFaults(engine.client(), { before: dyingAt(nth) });
          const survived = await rebuildTiles(at(dying), touched).then(
            () => true,
            () => false,
          );
          if (survived) break;
          // Between two deaths another change comes in.
          if (nth === 3) await rebuildTiles(at(client), await open.apply([{ put: dayNumber('1989-06-02') }]));
        }
        const { found, wanted } = await pagesOf(open.list);
        expect(found).toEqual(wanted);
      }
    }),
    { numRuns: 6, endOnFailure: true },
  );
});

test('a page that was left by one who died before the page over it counts for nothing', async () => {
  const crowd = Array.from({ length: SMALL_LIST + 60 }, (_, i) => dayNumber('1975-01-05') + i * 2);
  const march = ['1990-03-02', '1990-03-09', '1990-03-16'].map(dayNumber);
  const open = await begun([...march, ...crowd, dayNumber('1990-05-01'), dayNumber('1990-07-01')], 1);
  const added = await open.apply([{ put: dayNumber('1990-03-23') }]);
  let puts = 0;
  const dying = withFaults(engine.client(), {
    async before(_n, command) {
      if (!command.startsWith('Put') || ++puts > 2) return;
      if (puts === 2) throw new Died('after the page of March, before that of 1990');
      // Somebody else takes an event of March out and makes the tiles, while this one is about to write what he read before.
      await rebuildTiles(at(client), await open.apply([{ remove: 0 }]));
    },
  });
  await expect(rebuildTiles(at(dying), added)).rejects.toThrow();
  expect(puts).toBe(2);
  expect((await pagesOf(open.list, 'none')).found.size).toBeGreaterThan((await pagesOf(open.list)).wanted.size);
  await rebuildTiles(at(client), await open.apply([{ put: dayNumber('1990-03-30') }]));
  const { found, wanted } = await pagesOf(open.list);
  expect(found).toEqual(wanted);
});
