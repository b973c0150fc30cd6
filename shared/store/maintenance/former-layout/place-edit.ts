import { stemsOf } from '../../../events/merging/sketch.ts';
import { type EditRecord, editOf } from '../../builder/bucket.ts';
import { splitEventId } from '../../builder/event-id.ts';
import { readPlaces } from '../../builder/plan-batch.ts';
import { readBucket } from '../../builder/read-bucket.ts';
import { taskItems } from '../../builder/tasks.ts';
import type { Item } from '../../dynamo/table-access.ts';
import { keys } from '../../keys.ts';
import type { StoreContext } from '../../store-context.ts';
import { redirection } from './carry-cell.ts';

/** Share of the title's words by which an event in the same sentence is recognised as the edited one. */
const SAME_TITLE = 0.5;

/**
 * Checks whether a migrated edit has found its event, once all articles of its evidence are reprocessed. If the event
 * is now dated to another year, its bucket has changed: that bucket is told whose evidence it has.
 *
 * @param version The extractor's.
 * @returns false if articles are still to be reprocessed.
 */
export async function placeEdit(context: StoreContext, item: Item, version: string): Promise<boolean> {
  const { table, now } = context;
  const id = item.sk.slice('edit|'.length);
  const place = splitEventId(id);
  const found = place && (await table.get(keys.edit(place.bucket, place.own), { consistent: true }));
  if (!place || !found) return true;
  const edit = editOf(found);
  const articles = [...new Set(edit.places.map((one) => one.slice(0, one.lastIndexOf('@'))))];
  for (const article of await table.getMany(articles.map(keys.article), { consistent: true })) {
    const isDone = article.status === 'done' && article.extractorVersion === version;
    if (!isDone && article.status !== 'failed' && article.status !== 'removed') return false;
  }
  const candidates = new Set<string>();
  for (const article of articles) {
    for (const bucket of Object.keys(await readPlaces(context, article))) candidates.add(bucket);
  }
  const known = [place.bucket, ...(item.b as readonly string[])];
  let best: { readonly bucket: string; readonly likeness: number } | undefined;
  for (const bucket of candidates) {
    const likeness = await likenessIn(context, bucket, edit);
    if (likeness > 0 && known.includes(bucket)) return true;
    if (likeness >= SAME_TITLE && likeness > (best?.likeness ?? 0)) best = { bucket, likeness };
  }
  if (!best) return true;
  const { item: task } = taskItems(
    { kind: 'edit', collection: String(item.c), buckets: [place.bucket, best.bucket] },
    now(),
  );
  await table.transact([{ put: redirection(best.bucket, id, edit) }, { put: task }]);
  return true;
}

/** The largest part of the edited title's words that a mention in the same place has, and a little for the place itself. */
async function likenessIn({ table }: StoreContext, id: string, { places, title }: EditRecord): Promise<number> {
  const wanted = new Set(places);
  const stems = new Set(stemsOf(title));
  const { mentions } = await readBucket(table, id);
  const same = [...mentions.values()]
    .flat()
    .filter(({ event }) => event.evidence.some(({ articleId, start }) => wanted.has(`${articleId}@${start}`)));
  const shares = same.map(
    ({ event }) => new Set(stemsOf(event.title).filter((stem) => stems.has(stem))).size / (stems.size || 1),
  );
  return same.length === 0 ? 0 : Math.max(0.01, ...shares);
}
