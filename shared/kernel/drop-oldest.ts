/** Bounds a map that is used as a cache: deletes its first entries, in the order of their insertion, until it has at most so many. */
export function dropOldest(cache: Map<unknown, unknown>, most: number): void {
  for (const key of cache.keys()) {
    if (cache.size <= most) return;
    cache.delete(key);
  }
}
