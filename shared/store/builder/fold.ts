import type { Mention } from '../../events/merging/mention.ts';
import type { Item } from '../dynamo/table-access.ts';
import { groupedBy } from '../grouped-by.ts';
import { keys } from '../keys.ts';
import { pack, unpack } from '../packing.ts';
import type { StoreContext } from '../store-context.ts';
import type { EditRecord, MergeBucket } from './bucket.ts';
import { composeBuckets } from './compose.ts';
import { writesOf } from './diff.ts';
import { finishArticles, noteMoved } from './finish-articles.ts';
import { keptLists } from './kept-lists.ts';
import type { Lease } from './lease.ts';
import { placeMentions } from './mentions.ts';
import { articlesOfTasks, type BatchPlan, type Decision, decide, planBatch } from './plan-batch.ts';
import { recordChanges } from './record-changes.ts';
import { isEditTask, isUrgentTask, readTasks, type WaitingTask } from './tasks.ts';
import { writeViews } from './views.ts';
import { type BuilderCache, trimCache, type Workspace, workspace } from './workspace.ts';

/** Most tasks of one batch: more tasks share more writes, fewer become visible sooner. */
const MOST_TASKS = 300;
/** Edits among them: their words lie in the batch's record, which is one item. */
const MOST_EDITS = 60;

/** A batch as its record keeps it. */
interface Recorded {
  readonly tasks: readonly string[];
  readonly decisions: readonly Decision[];
  /** The edits in its buckets, as the batch read them: a later edit has a task of its own. */
  readonly edits: Readonly<Record<string, readonly EditRecord[]>>;
}

interface Batch {
  readonly items: readonly Item[];
  readonly tasks: readonly WaitingTask[];
  readonly decisions: readonly Decision[];
  /** The articles' own items. */
  readonly articles: ReadonlyMap<string, Item>;
  readonly edits?: Recorded['edits'] | undefined;
  /** Whether tasks that waited when it was read are left for the next batch. */
  readonly leavesSome: boolean;
}

/** The result of a batch. */
export interface Folded {
  /** Keys of the completed tasks; none if only an unfinished batch was completed. */
  readonly tasks: readonly string[];
  /** Whether other tasks waited when it was read. Later tasks start a turn of their own. */
  readonly leavesSome: boolean;
}

/**
 * Folds one batch of a shard's tasks into the views, an unfinished one first (README.md describes the protocol).
 *
 * @returns `undefined` if nothing waits.
 */
export async function foldBatch(context: StoreContext, lease: Lease, cache: BuilderCache): Promise<Folded | undefined> {
  try {
    const { recorded } = lease.batch();
    const batch = recorded
      ? await unfinishedBatch(context, lease, unpack(recorded) as Recorded)
      : await nextBatch(context, lease);
    if (recorded) trimCache(cache, 0);
    if (!batch) return undefined;
    if (batch !== 'ended') await fold(context, lease, cache, batch);
    trimCache(cache);
    if (batch === 'ended') return { tasks: [], leavesSome: true };
    return { tasks: batch.items.map(({ sk }) => sk), leavesSome: batch.leavesSome };
  } catch (error) {
    // It is unknown how much was written, so everything is read again.
    trimCache(cache, 0);
    throw error;
  }
}

async function nextBatch(context: StoreContext, lease: Lease): Promise<Batch | undefined> {
  const waiting = await context.table.range({ pk: keys.tasks(lease.shard), limit: MOST_TASKS, consistent: true });
  if (waiting.items.length === 0) return undefined;
  // A caller waits for a takedown or an edit, so articles are left for the next batch.
  const urgent = waiting.items.filter(({ sk }) => isUrgentTask(sk));
  let edits = 0;
  const items = (urgent.length > 0 ? urgent : waiting.items).filter(
    (item) => !isEditTask(item) || edits++ < MOST_EDITS,
  );
  const tasks = await readTasks(context.table, items);
  const articles = await articlesOfTasks(context, tasks);
  const leavesSome = waiting.items.length === MOST_TASKS || items.length < waiting.items.length;
  return { items, tasks, decisions: decide(tasks, articles), articles, leavesSome };
}

async function unfinishedBatch(context: StoreContext, lease: Lease, recorded: Recorded): Promise<Batch | 'ended'> {
  const pk = keys.tasks(lease.shard);
  const found = await context.table.getMany(
    recorded.tasks.map((sk) => ({ pk, sk })),
    { consistent: true },
  );
  const byKey = new Map(found.map((item) => [item.sk, item]));
  const items = recorded.tasks.flatMap((sk) => byKey.get(sk) ?? []);
  if (items.length < recorded.tasks.length) {
    // Tasks are removed after everything else.
    await endBatch(context, lease, items);
    return 'ended';
  }
  const decided = new Map(recorded.tasks.map((sk, n) => [sk, recorded.decisions[n] ?? 'drop']));
  const tasks = await readTasks(context.table, items);
  const decisions = tasks.map(({ item }) => decided.get(item.sk) ?? 'drop');
  const articles = await articlesOfTasks(context, tasks);
  return { items, tasks, decisions, articles, edits: recorded.edits, leavesSome: true };
}

async function fold(context: StoreContext, lease: Lease, cache: BuilderCache, batch: Batch): Promise<void> {
  const { table } = context;
  const { tasks, decisions } = batch;
  const plan = planBatch(
    tasks.filter((_, n) => decisions[n] === 'fold'),
    batch.articles,
  );
  // Editors write into buckets concurrently with the builder.
  for (const { id } of plan.buckets) cache.buckets.delete(id);
  const space = workspace(context, cache, batch.edits);
  const { buckets: touched, moved } = await changeMentions(plan, space);
  const composed = await composeBuckets(touched, space.get);
  if (!lease.batch().recorded) {
    const edits = Object.fromEntries(
      [...touched].flatMap(([id, { edits }]) => (edits.length > 0 ? [[id, edits]] : [])),
    );
    const recorded: Recorded = { tasks: batch.items.map(({ sk }) => sk), decisions: decisionsOf(batch), edits };
    const { number, grown } = lease.batch();
    await lease.record({ number: number + 1, recorded: pack(recorded), hasViews: false, grown });
  }
  lease.check();
  const writes = await writesOf(touched, space.originals, composed, lease.batch().number);
  if (!lease.batch().hasViews) {
    for (const [collection, changes] of writes.changes) {
      await lease.renew();
      const kept = await keptLists(context, cache, collection);
      await writeViews(context, collection, changes, lease.batch().number, kept.lists);
      await recordChanges(context, collection, changes, lease.batch().number);
    }
    await lease.record({ ...lease.batch(), hasViews: true });
  }
  await table.writeMany(writes.buckets.puts, writes.buckets.removals);
  // An edit changed since then has a task of its own.
  for (const { item, revision } of writes.edits)
    await table.put(item, { expression: 'r = :r', values: { ':r': revision } });
  await lease.renew();
  await noteMoved(context, moved, touched);
  await table.writeMany(writes.divided.puts, writes.divided.removals);
  await finishArticles(context, plan.articles, touched);
  for (const [id, bucket] of touched) {
    // The last ones are those that were used last.
    cache.buckets.delete(id);
    cache.buckets.set(id, bucket);
  }
  await endBatch(context, lease, batch.items, [...writes.changes.keys()]);
}

/** A task whose chunks are gone was folded before. */
const decisionsOf = ({ items, tasks, decisions }: Batch): readonly Decision[] => {
  const decided = new Map(tasks.map(({ item }, n) => [item.sk, decisions[n] ?? 'drop']));
  return items.map(({ sk }) => decided.get(sk) ?? 'drop');
};

/** Replaces the mentions of articles; @returns the buckets changed by this or by an editor. */
async function changeMentions(plan: BatchPlan, space: Workspace): Promise<Touched> {
  const given = new Map(plan.articles.map(({ id, mentions }) => [id, mentions]));
  const placement = await placeMentions(given, space.load);
  const placed = groupedBy(placement.given, ({ article }) => article);
  const named = [...plan.articles.flatMap(({ places }) => Object.keys(places)), ...plan.buckets.map(({ id }) => id)];
  await space.load(named);
  const touched = new Map<string, MergeBucket>();
  const touch = (id: string, collection: string): MergeBucket | undefined => {
    const bucket = space.buckets.get(id);
    if (!bucket) return undefined;
    bucket.collection ||= collection;
    touched.set(id, bucket);
    return bucket;
  };
  for (const { id, collection } of plan.buckets) {
    const bucket = touch(id, collection);
    // An editor's word on an event of a divided bucket may concern what finer buckets forward to it.
    if (!bucket?.isFull) continue;
    const finer = [...new Set([...bucket.forwarded.values()].map(({ from }) => from))];
    await space.load(finer);
    for (const one of finer) touch(one, collection);
  }
  for (const { id, collection, places } of plan.articles) {
    const own = groupedBy(placed.get(id) ?? [], ({ bucket }) => bucket);
    for (const name of new Set([...Object.keys(places), ...own.keys()])) {
      const bucket = touch(name, collection);
      const mentions = own.get(name)?.map(({ mention }) => mention) ?? [];
      if (mentions.length === 0) bucket?.mentions.delete(id);
      else if (bucket) bucket.mentions.set(id, withKnown(mentions, bucket.mentions.get(id) ?? []));
    }
  }
  for (const name of placement.divided) {
    const bucket = space.buckets.get(name);
    if (!bucket || (bucket.isFull && bucket.mentions.size === 0)) continue;
    touched.set(name, bucket);
    bucket.isFull = true;
    for (const article of [...bucket.mentions.keys()]) bucket.mentions.delete(article);
  }
  const moved = groupedBy(placement.moved, ({ bucket }) => bucket);
  for (const [name, mentions] of moved) {
    const bucket = touch(name, mentions[0]?.mention.event.collection ?? '');
    for (const { article, mention } of mentions) bucket?.mentions.set(article, withMention(bucket, article, mention));
  }
  return { buckets: touched, moved: new Set(placement.moved.map(({ article }) => article)) };
}

/** The changes of a batch. */
interface Touched {
  readonly buckets: Map<string, MergeBucket>;
  /** Articles of other batches whose mentions leave divided buckets. */
  readonly moved: ReadonlySet<string>;
}

function withMention({ mentions }: MergeBucket, article: string, mention: Mention): readonly Mention[] {
  const others = mentions.get(article) ?? [];
  return others.some(({ id }) => id === mention.id) ? others : [...others, mention];
}

/** Unchanged mentions are replaced by the existing objects, for which nothing is written. */
function withKnown(mentions: readonly Mention[], known: readonly Mention[]): readonly Mention[] {
  const before = new Map(known.map((mention) => [mention.id, mention]));
  return mentions.map((mention) => {
    const same = before.get(mention.id);
    return same && JSON.stringify(same) === JSON.stringify(mention) ? same : mention;
  });
}

async function endBatch(
  { table }: StoreContext,
  lease: Lease,
  items: readonly Item[],
  collections: readonly string[] = [],
): Promise<void> {
  await table.writeMany([], items);
  const chunks = items.flatMap((item) => (item.chunks as { pk: string; sk: string }[] | undefined) ?? []);
  await table.writeMany([], chunks);
  const { number, grown = [] } = lease.batch();
  await lease.record({ number, hasViews: false, grown: [...new Set([...grown, ...collections])] });
}
