/** Runs work by name. */
export type Coalesce = (name: string, work: () => Promise<void>) => Promise<void>;

/**
 * Runs at most one job per key. Calls that arrive while it runs share one follow-up run, so every caller sees work that started after its call.
 */
export function coalesce(): Coalesce {
  const running = new Map<string, Promise<void>>();
  const next = new Map<string, Promise<void>>();

  const run = async (name: string, work: () => Promise<void>): Promise<void> => {
    const own = work();
    running.set(name, own);
    try {
      await own;
    } finally {
      if (running.get(name) === own) running.delete(name);
    }
  };

  return (name, work) => {
    const before = running.get(name);
    if (!before) return run(name, work);
    const waiting = next.get(name);
    if (waiting) return waiting;
    const begin = () => {
      next.delete(name);
      return run(name, work);
    };
    // Callers of the previous run handle its failure.
    const own = before.then(begin, begin);
    next.set(name, own);
    return own;
  };
}
