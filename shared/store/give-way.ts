/** How long a batch may hold the thread that also answers requests; each response needs several turns. */
const LONGEST_MS = 4;

let turnBegan: number | undefined;

/**
 * Yields the thread if this turn of the event loop has lasted long. A batch calls it between steps of computing, so
 * that a process that folds keeps answering requests.
 *
 * @returns `undefined` if the turn has only begun, and there is nothing to wait for.
 */
export function giveWay(): Promise<void> | undefined {
  const now = performance.now();
  if (turnBegan === undefined) {
    turnBegan = now;
    setImmediate(() => {
      turnBegan = undefined;
    });
  }
  return now - turnBegan < LONGEST_MS ? undefined : new Promise((done) => setImmediate(done));
}
