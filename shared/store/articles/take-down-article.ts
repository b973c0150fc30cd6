import { DatelineError } from '../../kernel/dateline-error.ts';
import { putTask } from '../builder/tasks.ts';
import { pause } from '../dynamo/retry.ts';
import type { Item } from '../dynamo/table-access.ts';
import { unchanged } from '../dynamo/unchanged.ts';
import { keys } from '../keys.ts';
import { removalsIn } from '../queries/hidden-evidence.ts';
import type { StoreContext } from '../store-context.ts';
import { isEnded, takedownMark } from './takedown-mark.ts';

const ATTEMPTS = 8;

/**
 * Takes an article down: marks it, which hides it and its evidence from every read, and gives the builder the task of
 * removing its mentions.
 *
 * @returns `false` if there is no such article; otherwise `true`, after the mark has shown in the index or after eight looks.
 * @throws `store.busy` if other requests change the article eight times in a row.
 */
export async function takeDownArticle(context: StoreContext, id: string): Promise<boolean> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const before = await context.table.get(keys.article(id), { consistent: true });
    if (!before) return false;
    // Continues a takedown that was interrupted.
    if (before.status === 'removed' && (before.gsk === undefined || isEnded(before.gsk))) return true;
    if (before.status !== 'removed' && !(await mark(context, id, before))) continue;
    await putTask(context, { kind: 'takedown', id, collection: String(before.collection) });
    await untilHidden(context, id);
    return true;
  }
  throw new DatelineError('store.busy', 'Too many changes of the same article just now.');
}

/** From here on the article is absent from every read. @returns false if another request changed it meanwhile. */
async function mark({ table, now }: StoreContext, id: string, before: Item): Promise<boolean> {
  const { collection, places } = before;
  const kept = { ...keys.article(id), collection, ...(places === undefined ? {} : { places }) };
  const { stored } = await table.put(
    { ...kept, status: 'removed', ...takedownMark(id, now(), 'begun') },
    unchanged(before, ['status', 'contentHash', 'places']),
  );
  return stored;
}

/** Waits until readers find the mark in the index, which follows the table within milliseconds. */
async function untilHidden(context: StoreContext, id: string): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    await pause(attempt);
    if ((await removalsIn(context)).articles.has(id)) return;
  }
}
