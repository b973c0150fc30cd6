/**
 * Limits how many tasks run concurrently; others wait in order of arrival.
 *
 * A page takes several requests in sequence on one thread: if sixteen pages alternate with every request, all of them
 * end late. First come, first served takes the same total time, and most pages end sooner. A Lambda serves one request
 * at a time and never waits here.
 */
export function limitConcurrency(atOnce: number): <T>(task: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (task) => {
    if (running === atOnce) await new Promise<void>((begin) => waiting.push(begin));
    else running++;
    try {
      return await task();
    } finally {
      // The place is passed directly to the task that has waited longest.
      const next = waiting.shift();
      if (next) next();
      else running--;
    }
  };
}
