import { formerKeys } from '../former-keys.ts';
import { keys, partsOfTimeKey, SHARDS, times } from '../keys.ts';
import type { StoreContext } from '../store-context.ts';
import { queuedAt } from './article-item.ts';

/** Records that there are articles of this extractor version: one write per process. */
export async function rememberVersion({ table, knownVersions }: StoreContext, version: string): Promise<void> {
  if (knownVersions.has(version)) return;
  await table.writeMany([{ pk: keys.versions, sk: version }], []);
  knownVersions.add(version);
}

/**
 * Sets articles of another extractor version back to `queued`, oldest first, unless as many are already waiting.
 *
 * The time index lists finished articles by version, so the remaining work is what it lists under other versions, and
 * an interrupted run continues. Until an article is processed again, its events stay unchanged.
 */
export async function requeueOutdated({ table, now }: StoreContext, version: string, atMost: number): Promise<number> {
  let room = atMost;
  for (let shard = 0; shard < SHARDS.articles && room > 0; shard++) {
    room -= (await table.range({ pk: times.queued(shard), index: 'byTime', count: true, limit: room })).count;
  }
  let requeued = 0;
  for await (const { sk: other } of table.rangeAll({ pk: keys.versions, consistent: true })) {
    if (other === version) continue;
    for (let shard = 0; shard < SHARDS.articles; shard++) {
      if (requeued >= room) return requeued;
      const request = { pk: times.done(other, shard), index: 'byTime', limit: room - requeued } as const;
      for (const { gsk } of (await table.range(request)).items) {
        const [, id = ''] = partsOfTimeKey(gsk);
        if (await requeue(id, other)) requeued++;
      }
    }
  }
  return requeued;

  async function requeue(id: string, other: string): Promise<boolean> {
    const item = await table.get(keys.article(id), { consistent: true });
    if (!item) return false;
    // The edits of its events are migrated first.
    if (await table.get(formerKeys.note(id), { consistent: true })) return false;
    const { gpk, gsk } = queuedAt({ id, contentHash: String(item.contentHash) }, now());
    const updated = await table.update(keys.article(id), 'SET #status = :queued, gpk = :gpk, gsk = :gsk', {
      expression: '#status = :done AND extractorVersion = :other AND contentHash = :hash',
      names: { '#status': 'status' },
      values: {
        ':queued': 'queued',
        ':done': 'done',
        ':other': other,
        ':hash': item.contentHash,
        ':gpk': gpk,
        ':gsk': gsk,
      },
    });
    return updated !== undefined;
  }
}
