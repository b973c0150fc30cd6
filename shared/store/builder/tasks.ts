import type { Extraction } from '../../events/event.ts';
import type { Item, TableAccess } from '../dynamo/table-access.ts';
import { fromPayload, type Payload, toPayload } from '../event-payload.ts';
import { giveWay } from '../give-way.ts';
import { builderShardOf, keys, partsOfTimeKey, shortHash, timeKey } from '../keys.ts';
import { pack, pieces, unpack } from '../packing.ts';
import type { StoreContext } from '../store-context.ts';

/** The result of an extraction, with the values for the article's item. */
export interface Completion extends Extraction {
  readonly text: string;
  readonly title?: string;
  readonly extractorVersion: string;
  readonly tags: readonly string[];
}

/** A task for the builder. */
export type Task =
  | {
      readonly kind: 'article';
      readonly id: string;
      readonly collection: string;
      readonly contentHash: string;
      readonly found: Completion;
    }
  | { readonly kind: 'takedown'; readonly id: string; readonly collection: string }
  | { readonly kind: 'edit'; readonly collection: string; readonly buckets: readonly string[] };

/** A task where it waits. */
export interface WaitingTask {
  readonly item: Item;
  /** ISO date-time at which it was put. */
  readonly at: string;
  readonly task: Task;
}

/** A longer packed task is stored in items of its own, so that a query returns many tasks. */
const INLINE_BYTES = 200_000;
const CHUNK_BYTES = 300_000;

/** Callers wait for takedowns and edits, so these come before articles. */
const URGENT = '0';
const orderOf = (task: Task): string => (task.kind === 'article' ? '1' : URGENT);
/** Whether a task, by its sort key, is one that goes before articles. */
export const isUrgentTask = (sk: string): boolean => sk.startsWith(`${URGENT}|`);

const nameOf = (task: Task): string =>
  task.kind === 'edit'
    ? shortHash(task.buckets.join(','))
    : task.kind === 'article'
      ? `${task.id}|${task.contentHash}`
      : task.id;

/** Whether the item of a task is an edit's. */
export const isEditTask = ({ sk }: Item): boolean => partsOfTimeKey(sk)[2] === 'edit';

/** The items of a task, followed by its chunks, which must be written first. */
export function taskItems(task: Task, at: string): { readonly item: Item; readonly chunks: readonly Item[] } {
  const key = {
    pk: keys.tasks(builderShardOf(task.collection)),
    sk: `${orderOf(task)}|${timeKey(at, task.kind, nameOf(task))}`,
  };
  const packed = packTask(task);
  if (packed.length <= INLINE_BYTES || task.kind !== 'article') return { item: { ...key, at, v: packed }, chunks: [] };
  const chunks = pieces(packed, CHUNK_BYTES).map((v, n) => ({
    ...keys.articleChunk(task.id, `${task.contentHash}.found`, n),
    v,
  }));
  return { item: { ...key, at, chunks: chunks.map(({ pk, sk }) => ({ pk, sk })) }, chunks };
}

/** Puts a task for the next fold; @returns its item. */
export async function putTask({ table, now, unfolded }: StoreContext, task: Task): Promise<Item> {
  const { item, chunks } = taskItems(task, now());
  // The task is complete once its item exists.
  if (chunks.length > 0) await table.writeMany(chunks, []);
  await table.writeMany([item], []);
  unfolded.add(builderShardOf(task.collection));
  return item;
}

/** Unpacks tasks; one whose chunks are gone was folded before. */
export async function readTasks(table: TableAccess, items: readonly Item[]): Promise<readonly WaitingTask[]> {
  const tasks: WaitingTask[] = [];
  for (const item of items) {
    await giveWay();
    const chunks = item.chunks as readonly { pk: string; sk: string }[] | undefined;
    const parts = chunks ? await table.getMany(chunks, { consistent: true }) : [];
    if (chunks && parts.length < chunks.length) continue;
    const bytes = chunks
      ? Buffer.concat([...parts].sort((a, b) => (a.sk < b.sk ? -1 : 1)).map(({ v }) => v as Uint8Array))
      : item.v;
    tasks.push({ item, at: String(item.at), task: unpackTask(bytes) });
  }
  return tasks;
}

/** Events lie in a task as they lie in their bucket later: half as long. */
function packTask(task: Task): Uint8Array {
  if (task.kind !== 'article') return pack(task);
  const { events, ...found } = task.found;
  return pack({ ...task, found, events: events.map((event) => toPayload({ ...event, tags: [], pinned: false })) });
}

function unpackTask(bytes: unknown): Task {
  const { events = [], ...task } = unpack(bytes) as Task & { readonly events?: readonly Payload[] };
  if (task.kind !== 'article') return task;
  const found = { ...task.found, events: events.map((payload) => fromPayload('', task.collection, payload)) };
  return { ...task, found };
}
