import { withSealedRecords } from '../../../shared/http/sealed-records.ts';
import type { Store } from '../../../shared/store/store.ts';

/** Values with the fields of their maps in another order than they were written in, as DynamoDB may give them. */
const reordered = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(reordered)
    : value !== null && typeof value === 'object'
      ? Object.fromEntries(
          Object.entries(value)
            .reverse()
            .map(([name, inner]) => [name, reordered(inner)]),
        )
      : value;

test('a sealed session is valid in any order of its fields, and invalid with a changed field', async () => {
  const kept = new Map<string, unknown>();
  const leases = {
    put: async (key: string, value: unknown) => void kept.set(key, value),
    find: async (key: string) => reordered(kept.get(key)),
  };
  const store = withSealedRecords({ leases } as unknown as Store, 'a secret');
  const caller = { id: 'console', kind: 'session', scopes: ['admin'], collections: ['*'] };
  await store.leases.put('console-session#a', caller, '2030-01-01T00:00:00Z');
  expect(await store.leases.find('console-session#a')).toEqual(caller);
  const forged = kept.get('console-session#a') as { value: object };
  kept.set('console-session#a', { ...forged, value: { ...forged.value, id: 'somebody' } });
  expect(await store.leases.find('console-session#a')).toBeUndefined();
});
