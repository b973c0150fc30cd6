/**
 * Lets so many tasks run at once, the others wait in the order in which they came.
 *
 * A page takes several requests, one after another, and the process that makes them has one thread: where sixteen pages take turns with every
 * request, all of them end late. First come, first served ends the same work as soon, and none of it late. A Lambda serves one request at a
 * time and never waits here.
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
      // The place goes to who has waited longest, without ever being free.
      const next = waiting.shift();
      if (next) next();
      else running--;
    }
  };
}
