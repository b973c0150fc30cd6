import type { Mention } from '../../events/merging/mention.ts';
import { mentionsOf } from '../../events/merging/mentions-of.ts';
import { type Places, unpackPlaces } from '../articles/places.ts';
import type { Item } from '../dynamo/table-access.ts';
import { keys } from '../keys.ts';
import type { StoreContext } from '../store-context.ts';
import { hash64 } from './event-id.ts';
import { asStored } from './mention-codec.ts';
import type { Completion, WaitingTask } from './tasks.ts';

/** Whether the builder folds a task or drops it because it is outdated. */
export type Decision = 'fold' | 'drop';

/** The change of one article in a batch. */
export interface ArticleChange {
  readonly id: string;
  readonly collection: string;
  /** Its mentions from now on. */
  readonly mentions: readonly Mention[];
  /** Values for its item; absent for an article that was taken down. */
  readonly done?: { readonly contentHash: string; readonly found: Completion } | undefined;
  /** Its item, as the batch has read it. */
  readonly item: Item | undefined;
  /** Where its mentions were. */
  readonly places: Places;
}

/** The work of one batch. */
export interface BatchPlan {
  readonly articles: readonly ArticleChange[];
  /** Buckets in which an editor changed something. */
  readonly buckets: readonly { readonly id: string; readonly collection: string }[];
}

/** The items of the articles that tasks are about, by id. */
export async function articlesOfTasks(
  { table }: StoreContext,
  tasks: readonly WaitingTask[],
): Promise<ReadonlyMap<string, Item>> {
  const ids = [...new Set(tasks.flatMap(({ task }) => (task.kind === 'edit' ? [] : [task.id])))];
  const items = await table.getMany(
    ids.map((id) => keys.article(id)),
    { consistent: true },
  );
  const byKey = new Map(items.map((item) => [item.pk, item]));
  return new Map(ids.flatMap((id) => [[id, byKey.get(keys.article(id).pk)] as const].flatMap(present)));
}

const present = <K, V>([key, value]: readonly [K, V | undefined]): [K, V][] =>
  value === undefined ? [] : [[key, value]];

/**
 * Whether tasks are to be folded. If an article's text was replaced (the newer text has a task of its own) or taken
 * down (its mentions are then removed), the result of the older text is dropped.
 */
export const decide = (tasks: readonly WaitingTask[], items: ReadonlyMap<string, Item>): readonly Decision[] =>
  tasks.map(({ task }) => {
    if (task.kind !== 'article') return 'fold';
    const item = items.get(task.id);
    return item && item.status !== 'removed' && item.contentHash === task.contentHash ? 'fold' : 'drop';
  });

/** Combines the tasks to fold: of several about one article, the last one counts. */
export function planBatch(tasks: readonly WaitingTask[], items: ReadonlyMap<string, Item>): BatchPlan {
  const articles = new Map<string, Omit<ArticleChange, 'places' | 'item'>>();
  const buckets = new Map<string, { id: string; collection: string }>();
  // A text that is still to be folded was sent after the takedown, so it counts.
  const ordered = [...tasks].sort((a, b) => Number(b.task.kind === 'takedown') - Number(a.task.kind === 'takedown'));
  for (const { task } of ordered) {
    if (task.kind === 'edit') {
      for (const id of task.buckets) buckets.set(id, { id, collection: task.collection });
    } else if (task.kind === 'takedown') {
      articles.set(task.id, { id: task.id, collection: task.collection, mentions: [] });
    } else {
      const { id, collection, contentHash, found } = task;
      const mentions = mentionsOf({ id, collection, tags: found.tags }, found.events, hash64).map(asStored);
      articles.set(id, { id, collection, mentions, done: { contentHash, found } });
    }
  }
  return {
    articles: [...articles.values()].map((one) => {
      const item = items.get(one.id);
      return { ...one, item, places: unpackPlaces(item?.places) };
    }),
    buckets: [...buckets.values()],
  };
}

/** The buckets of an article's mentions; empty if it has none. */
export async function readPlaces({ table }: Pick<StoreContext, 'table'>, id: string): Promise<Places> {
  const item = await table.get(keys.article(id), { consistent: true });
  return unpackPlaces(item?.places);
}
