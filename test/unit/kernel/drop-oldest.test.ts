import { dropOldest } from '../../../shared/kernel/drop-oldest.ts';

const cacheOf = (...keys: readonly string[]) => new Map(keys.map((key) => [key, key.length]));

test('a cache over its bound drops the entries that were inserted first', () => {
  const cache = cacheOf('a', 'b', 'c', 'd');
  dropOldest(cache, 2);
  expect([...cache.keys()]).toEqual(['c', 'd']);
});

test('a cache within its bound keeps every entry', () => {
  const cache = cacheOf('a', 'b');
  dropOldest(cache, 2);
  expect([...cache.keys()]).toEqual(['a', 'b']);
});
