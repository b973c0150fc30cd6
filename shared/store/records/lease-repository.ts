import type { Item } from '../dynamo/table-access.ts';
import { keys } from '../keys.ts';
import type { LeaseRepository } from '../store.ts';
import { epochSeconds, type StoreContext } from '../store-context.ts';

/** Small records that expire. The table deletes them when it likes; every condition and read here compares the time itself. */
export function leaseRepository({ table, now }: StoreContext): LeaseRepository {
  const itemOf = (key: string, value: unknown, until: string): Item => ({
    ...keys.lease(key),
    v: value,
    endsAt: until,
    expires: epochSeconds(until),
  });
  const alive = (item: Item | undefined): item is Item => item !== undefined && String(item.endsAt) > now();
  return {
    async putIfAbsent(key, value, expiresAt) {
      for (;;) {
        const { stored, old } = await table.put(itemOf(key, value, expiresAt), {
          expression: 'attribute_not_exists(pk) OR endsAt <= :now',
          values: { ':now': now() },
        });
        if (stored) return { put: true, value };
        if (alive(old)) return { put: false, value: old.v };
      }
    },
    async put(key, value, expiresAt) {
      await table.put(itemOf(key, value, expiresAt));
    },
    async find(key) {
      const item = await table.get(keys.lease(key), { consistent: true });
      return alive(item) ? item.v : undefined;
    },
    async add(key, by, expiresAt) {
      for (;;) {
        const counted = await table.update(keys.lease(key), 'SET v = v + :by', {
          expression: 'endsAt > :now',
          values: { ':by': by, ':now': now() },
        });
        if (counted) return Number(counted.v);
        const { stored } = await table.put(itemOf(key, by, expiresAt), {
          expression: 'attribute_not_exists(pk) OR endsAt <= :now',
          values: { ':now': now() },
        });
        if (stored) return by;
      }
    },
    async remove(key) {
      return alive(await table.remove(keys.lease(key)));
    },
  };
}
