import type { Mention } from '../../../events/merging/mention.ts';
import { bucketKeyOf, DETAILS } from '../../../events/merging/merge-bucket.ts';
import { type EditRecord, editItem, editOf } from '../../builder/bucket.ts';
import { eventIdIn, hash64 } from '../../builder/event-id.ts';
import { taskItems } from '../../builder/tasks.ts';
import type { Item } from '../../dynamo/table-access.ts';
import { fromPayload, type Payload } from '../../event-payload.ts';
import { formerKeys } from '../../former-keys.ts';
import { keys } from '../../keys.ts';
import { unpack } from '../../packing.ts';
import type { StoreContext } from '../../store-context.ts';

const MOST_REMOVALS = 500;

/**
 * Migrates the edits of a cell to buckets, then removes the cell. Every step can be repeated, and the edits are removed
 * last.
 *
 * @returns Cells that contain mentions of this one.
 */
export async function carryCell(context: StoreContext, cell: string, collection: string): Promise<readonly string[]> {
  const { table } = context;
  const items: Item[] = [];
  for await (const item of table.rangeAll({ pk: formerKeys.cell(cell), consistent: true })) items.push(item);
  const edits = items.filter(({ sk }) => sk.startsWith('p|'));
  const mentions = edits.length > 0 ? items.filter(({ sk }) => /^[mg]\|/.test(sk)).map(mentionOf) : [];
  for (const item of edits) await carryEdit(context, cell, collection, editOf(item), mentions);
  const rest = items.filter(({ sk }) => !sk.startsWith('p|'));
  for (const some of [...batchesOf(rest), ...batchesOf(edits)]) await table.writeMany([], some);
  return items.filter(({ sk }) => sk.startsWith('x|')).map(({ sk }) => sk.slice(2));
}

const batchesOf = (items: readonly Item[]): readonly (readonly Item[])[] =>
  Array.from({ length: Math.ceil(items.length / MOST_REMOVALS) }, (_, n) =>
    items.slice(n * MOST_REMOVALS, (n + 1) * MOST_REMOVALS),
  );

function mentionOf({ sk, a, c, v }: Item): Mention {
  const id = sk.slice(2);
  const { tags, pinned: _pinned, ...event } = fromPayload(id, String(c), unpack(v) as Payload);
  return { id, articleId: String(a), event, tags };
}

/**
 * Writes an edit record where the builder reads it. The event keeps its id, so the record keeps its place: bucket and cell have the same name.
 * Extraction may put the event's mentions into other buckets now; records in those hand them to it, as a merge by hand does.
 */
async function carryEdit(
  context: StoreContext,
  cell: string,
  collection: string,
  edit: EditRecord,
  mentions: readonly Mention[],
): Promise<void> {
  const { table, now } = context;
  const id = eventIdIn(cell)(edit.own);
  await convertLogs(context, id);
  if (await table.get(keys.edit(cell, edit.own), { consistent: true })) return;
  const places = new Set(edit.places);
  const own = mentions.filter(({ event }) =>
    event.evidence.some(({ articleId, start }) => places.has(`${articleId}@${start}`)),
  );
  const buckets = new Set(
    own.flatMap((mention) => DETAILS.map((detail) => hash64(bucketKeyOf(collection, mention, detail)))),
  );
  buckets.delete(cell);
  await table.writeMany(
    [...buckets].map((bucket) => redirection(bucket, id, edit)),
    [],
  );
  const { item } = taskItems({ kind: 'edit', collection, buckets: [cell, ...buckets] }, now());
  await table.transact([
    { put: editItem(cell, edit), condition: { expression: 'attribute_not_exists(pk)' } },
    { put: { ...formerKeys.pendingEdit(id), c: collection, b: [...buckets] } },
    { put: item },
  ]);
}

/** Records in a bucket that evidence of an edited event belongs to that event. */
export const redirection = (bucket: string, id: string, { own, places, title, split }: EditRecord): Item =>
  editItem(bucket, { own, changes: {}, places, title, ...(split ? { split } : {}), into: id, revision: 1 });

/** Logs of edits name a cell in each step: from now on, the bucket of the same name, so that an older edit can be undone. */
async function convertLogs({ table }: StoreContext, id: string): Promise<void> {
  for await (const { v } of table.rangeAll({ pk: keys.auditOf(id), consistent: true })) {
    const edit = (v as { readonly id?: string }).id;
    const item = edit === undefined ? undefined : await table.get(keys.editLog(edit), { consistent: true });
    const log = item?.v as { readonly steps: readonly { readonly cell?: string }[] } | undefined;
    if (!item || !log?.steps.some(({ cell }) => cell !== undefined)) continue;
    const steps = log.steps.map(({ cell, ...step }) => ({ bucket: cell, ...step }));
    await table.writeMany([{ ...item, v: { ...log, steps } }], []);
  }
}
