import type { Mention } from '../../events/merging/mention.ts';
import { mentionsOf } from '../../events/merging/mentions-of.ts';
import { keys } from '../keys.ts';
import { unpack } from '../packing.ts';
import type { StoreContext } from '../stored.ts';
import type { Item } from '../table-access.ts';
import { asStored, hash64 } from './bucket.ts';
import type { Places } from './mentions.ts';
import type { Completion, WaitingTask } from './tasks.ts';

/** What the builder does with a task: folds it, or drops it because it is out of date. */
export type Decision = 'fold' | 'drop';

/** What a batch makes of one article. */
export interface ArticleChange {
  readonly id: string;
  readonly collection: string;
  /** What it says from now on. */
  readonly mentions: readonly Mention[];
  /** What its item is to say; absent for one that was taken down. */
  readonly done?: { readonly contentHash: string; readonly found: Completion } | undefined;
  /** Where its mentions were. */
  readonly places: Places;
}

/** The work of one batch. */
export interface BatchPlan {
  readonly articles: readonly ArticleChange[];
  /** Buckets in which an editor changed something. */
  readonly buckets: readonly { readonly id: string; readonly collection: string }[];
}

/**
 * Whether tasks are still to be folded. An article's text may have been replaced since (the newer text has a task of its own), or have been
 * taken down (then its mentions go, if any came): both drop what was found in it.
 */
export async function decide({ table }: StoreContext, tasks: readonly WaitingTask[]): Promise<readonly Decision[]> {
  const ids = new Set(tasks.flatMap(({ task }) => (task.kind === 'article' ? [task.id] : [])));
  const items = await table.getMany(
    [...ids].map((id) => keys.article(id)),
    { consistent: true },
  );
  const byId = new Map(items.map((item) => [item.pk, item]));
  return tasks.map(({ task }) => {
    if (task.kind !== 'article') return 'fold';
    const item = byId.get(keys.article(task.id).pk);
    return item && item.status !== 'removed' && item.contentHash === task.contentHash ? 'fold' : 'drop';
  });
}

/** What the tasks that are folded come to: of several about one article, the last one counts. */
export async function planBatch({ table }: StoreContext, tasks: readonly WaitingTask[]): Promise<BatchPlan> {
  const articles = new Map<string, Omit<ArticleChange, 'places'>>();
  const buckets = new Map<string, { id: string; collection: string }>();
  // A text that is still to be folded was sent after the takedown: it has the last word.
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
  const notes = await table.getMany(
    [...articles.keys()].map((id) => keys.articlePlaces(id)),
    { consistent: true },
  );
  const places = new Map(notes.map((note) => [note.pk, placesIn(note)]));
  return {
    articles: [...articles.values()].map((one) => ({ ...one, places: places.get(keys.article(one.id).pk) ?? {} })),
    buckets: [...buckets.values()],
  };
}

const placesIn = ({ v }: Item): Places => unpack(v) as Places;

/** Where an article's mentions are; nowhere for one that has none. */
export async function readPlaces({ table }: Pick<StoreContext, 'table'>, id: string): Promise<Places> {
  const note = await table.get(keys.articlePlaces(id), { consistent: true });
  return note ? placesIn(note) : {};
}
