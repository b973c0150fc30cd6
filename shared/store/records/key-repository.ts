import { keys } from '../keys.ts';
import type { KeyRecord, KeyRepository } from '../store.ts';
import { defined, recordOf, type StoreContext } from '../stored.ts';

/** API keys: a few dozen in one partition, found by id on every request, listed by id. */
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
      for await (const item of table.rangeAll({ pk: keys.apiKey('').pk })) found.push(recordOf<KeyRecord>(item));
      return found;
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
