import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TimelineEvent } from '../../../../shared/events/event.ts';
import type { Item } from '../../../../shared/store/dynamo/table-access.ts';
import { openMaintenance } from '../../../../shared/store/maintenance/maintenance.ts';
import type { Store } from '../../../../shared/store/store.ts';
import { found } from '../events.ts';
import { dyingAt, type Fault, withFaults } from '../faults.ts';
import { storeBench } from '../store-bench.ts';

jest.setTimeout(1_200_000);
const { storeWith, restoreTable, copyTable, differences, maintenance, table } = storeBench();

/**
 * A table as the last release of the former layout wrote it, bytes in base64: four articles of version 1, an event with an edited title and
 * date, a hidden one, two merged by hand, one split by hand.
 */
const fixture = JSON.parse(readFileSync(join(__dirname, 'former-layout.json'), 'utf8')) as {
  readonly said: Readonly<Record<string, readonly TimelineEvent[]>>;
  readonly items: readonly Readonly<Record<string, unknown>>[];
};
const decoded = (value: unknown): unknown => {
  const { base64 } = Object(value) as { readonly base64?: string };
  return base64 === undefined ? value : Buffer.from(base64, 'base64');
};
const formerItems = fixture.items.map(
  (item) => Object.fromEntries(Object.entries(item).map(([name, value]) => [name, decoded(value)])) as unknown as Item,
);
const begin = () => restoreTable(formerItems);

/** Reprocesses the archive with version 2. */
async function readAnew(store: Store, moved: Readonly<Record<string, string>> = {}): Promise<void> {
  await store.articles.requeueOutdated('2', 100);
  for await (const { id, contentHash } of store.articles.queued()) {
    const events = (fixture.said[id] ?? []).map((event) => {
      const day = moved[event.title];
      const date = day === undefined ? event.date : { ...event.date, start: day, end: day, edtf: day };
      return { ...event, date, evidence: event.evidence.map((piece) => ({ ...piece, articleId: id })) };
    });
    await store.articles.complete(id, contentHash, found(events), '2');
  }
  await store.fold();
}

/** As the sweeps do it: a step of the migration, then outdated articles are reprocessed, until all is done. */
async function migrate(moved?: Readonly<Record<string, string>>): Promise<void> {
  for (let round = 0; ; round++) {
    const { finished } = await maintenance().migrate({ version: '2' });
    await storeWith().fold();
    if (finished) return;
    await readAnew(storeWith(), moved);
    expect(round).toBeLessThan(5);
  }
}

/** An event that an editor split, and the part that was split off. */
const WHOLE = 'dlVNNXHO4v8VyLwfjrsOz4';
const PART = 'dlVNNXHO4v84ZyUEKgkeng';

async function snapshot() {
  const store = storeWith();
  const { events } = await store.events.list({ collection: 'main' }, { order: 'asc', limit: 50 });
  return {
    events: events.map(({ id, title, date, mentions }) => [id, title, date.edtf, mentions]),
    evidence: await Promise.all(
      events.map(async ({ id }) =>
        (await store.events.find(id))?.evidence.map(({ articleId, start }) => `${articleId}@${start}`).sort(),
      ),
    ),
    differences: await differences(),
  };
}

const formerOnes = (items: readonly Item[]) =>
  items.filter(({ pk, sk }) => /^[CLWNPFRJ]\|?/.test(pk) || sk === 'mentions').map(({ pk, sk }) => `${pk} ${sk}`);

test('a table of the former layout keeps all events and all that editors said, under the same ids, and nothing else of it', async () => {
  await begin();
  expect(formerOnes(await copyTable()).length).toBeGreaterThan(40);
  await migrate();
  const { events, evidence, differences: found } = await snapshot();
  expect(found).toEqual([]);
  expect(events.map(([, title, date]) => [title, date])).toEqual([
    ['Harbour dockers of Velm go on strike', '1987-03-02'],
    ['Crane number four collapses', '1988-05-08'],
    ['The customs hall burns down', '1989-09-01/1989-09-30'],
    ['A savings bank closes its doors', '1991-02-11'],
    ['The railway to Orsk opens', '1994-06-15'],
    ['The railway to Orsk opens', '1994-06-15'],
  ]);
  expect(events.map(([id]) => id)).toEqual([
    'GhJlTScjZnwJ6MI6fIPBVI',
    'Sgo69cqgPUw8nUSSoPSoLw',
    'u7aM83Tymvw5yDgQ1hXAbU',
    '8g6PjGcEsZIwS48vhF-2kA',
    PART,
    WHOLE,
  ]);
  const edits = (await copyTable()).filter(({ pk, sk }) => pk.startsWith('M|') && sk.startsWith('p|'));
  const changes = edits.map(({ v }) => (v as { readonly changes: object }).changes);
  expect(changes).toContainEqual(expect.objectContaining({ pinned: true }));
  expect(evidence).toEqual([
    ['bank@0', 'port@0'],
    ['port@100'],
    ['port@200'],
    ['bank@100', 'bank@200'],
    ['line@0'],
    ['rail@0'],
  ]);
  expect(formerOnes(await copyTable())).toEqual([]);
});

test('a second migration changes nothing', async () => {
  await begin();
  await migrate();
  const before = await copyTable();
  await migrate();
  expect(await copyTable()).toEqual(before);
});

test('no article is reprocessed before the edits of its events are migrated', async () => {
  await begin();
  expect(await storeWith().articles.requeueOutdated('2', 100)).toBe(0);
  await maintenance().migrate({ version: '2' });
  expect(await storeWith().articles.requeueOutdated('2', 100)).toBe(4);
});

test('an edit made before the migration can be undone after it', async () => {
  await begin();
  await migrate();
  const store = storeWith();
  const [split] = await store.audit.list({ subject: WHOLE, limit: 1 });
  await store.events.undo(split?.id ?? '', 'k');
  const { evidence } = await snapshot();
  expect(evidence).toContainEqual(['line@0', 'rail@0']);
});

test('an event that is dated to another year by the newer extractor keeps its edit', async () => {
  await begin();
  const spreads = 'A rumour of a mine accident spreads';
  await migrate({ [spreads]: '1999-07-16' });
  const { events, differences: found } = await snapshot();
  expect(found).toEqual([]);
  expect(events.map(([, title]) => title)).not.toContain(spreads);
  expect(events).toHaveLength(6);
});

test('the migration leaves no sentence of an article that was taken down before it', async () => {
  await begin();
  await storeWith().articles.remove('rail');
  await storeWith().fold();
  await migrate();
  const items = await copyTable();
  expect(formerOnes(items)).toEqual([]);
  expect(items.filter(({ pk }) => pk === 'A|rail').map(({ sk }) => sk)).toEqual(['article']);
  expect((await snapshot()).differences).toEqual([]);
});

/** Dies at the nth write: what is only read in between is read again. */
function dyingAtWrite(nth: number): Fault {
  let writes = 0;
  let isDead = false;
  return (n, command) => {
    if (/Put|Update|Delete|Write/.test(command)) writes++;
    isDead ||= writes >= nth;
    if (isDead) dyingAt(0)(n);
  };
}

test('the migration has the same result when it dies at any of its writes', async () => {
  await begin();
  await maintenance().migrate({ version: '2' });
  await readAnew(storeWith());
  const halfway = await copyTable();
  await migrate();
  const done = await snapshot();
  for (const start of [formerItems, halfway]) {
    for (let nth = 1; ; nth++) {
      await restoreTable(start);
      const { client, tableName } = table();
      const dying = openMaintenance({
        client: withFaults(client, { before: dyingAtWrite(nth) }),
        tableName,
        now: () => '2026-11-24T10:00:00.000Z',
      });
      const died = await dying.migrate({ version: '2' }).then(
        () => false,
        () => true,
      );
      await migrate();
      expect({ nth, is: await snapshot() }).toEqual({ nth, is: done });
      expect({ nth, former: formerOnes(await copyTable()) }).toEqual({ nth, former: [] });
      if (!died) break;
      expect(nth).toBeLessThan(200);
    }
  }
});
