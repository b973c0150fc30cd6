/** Bounds a map used as a cache: deletes the entries inserted first until at most `most` remain. */
export function dropOldest(cache: Map<unknown, unknown>, most: number): void {
  for (const key of cache.keys()) {
    if (cache.size <= most) return;
    cache.delete(key);
  }
}
