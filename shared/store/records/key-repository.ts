import { defined } from '../defined.ts';
import { keys, SHARDS } from '../keys.ts';
import type { KeyRecord, KeyRepository } from '../store.ts';
import { recordOf, type StoreContext } from '../store-context.ts';

/** API keys, found by id on every request, listed by id. */
export function keyRepository({ table }: StoreContext): KeyRepository {
  return {
    async create(key) {
      await table.put({ ...keys.apiKey(key.id), v: defined(key) });
    },
    async find(id) {
      const item = await table.get(keys.apiKey(id), { consistent: true });
      return item && recordOf<KeyRecord>(item);
    },
    async list() {
      const found: KeyRecord[] = [];
      for (let shard = 0; shard < SHARDS.apiKeys; shard++) {
        for await (const item of table.rangeAll({ pk: keys.apiKeys(shard) })) found.push(recordOf<KeyRecord>(item));
      }
      return found.sort((a, b) => (a.createdAt + a.id < b.createdAt + b.id ? -1 : 1));
    },
    async revoke(id, at) {
      const revoked = await table.update(keys.apiKey(id), 'SET #v.revokedAt = :at', {
        expression: 'attribute_exists(pk) AND attribute_not_exists(#v.revokedAt)',
        names: { '#v': 'v' },
        values: { ':at': at },
      });
      return revoked !== undefined;
    },
  };
}
