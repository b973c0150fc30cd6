import { setFlagsFromString } from 'node:v8';

/** How much the heap may grow, in percent of what a full collection left, before the next one. */
const GROWTH_PERCENT = 40;

/**
 * Keeps the memory of this process, and of its threads, near what they use. V8 chooses growth by the machine's memory: under load, of which requests that
 * wait in line outlive the young generation, 60 MB in use became 270 MB of heap.
 */
export function keepHeapSmall(): void {
  setFlagsFromString(`--heap-growing-percent=${GROWTH_PERCENT}`);
}
