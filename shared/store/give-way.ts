/** About how long a batch holds a thread that also answers requests: some requests follow one another in each answer. */
const LONGEST_MS = 4;

let turnBegan: number | undefined;

/**
 * Lets others have the thread where this turn of the event loop has lasted long. A batch asks between two steps of computing, so that a service that
 * folds in the process that answers keeps answering.
 *
 * @returns `undefined` where the turn has only just begun: nothing is to be waited for.
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
