/** Reads are admitted before writes, except for one write after a number of reads. */
export type RequestKind = 'read' | 'write';

/** Limits on concurrent and waiting requests. */
export interface AdmissionLimits {
  /** Most and fewest concurrent requests: the limit falls while reads are slow. */
  readonly atOnce: number;
  readonly fewest: number;
  /** A read that takes longer counts as slow. */
  readonly slowMs: number;
  /** How many of these may be writes: they take longer, and reads need places beside them. */
  readonly writesAtOnce: number;
  /** After this many reads in a row a waiting write is admitted, so that a steady load of reads cannot starve writes. */
  readonly readsPerWrite: number;
  /** Most waiting requests, by kind; further ones are rejected at once. */
  readonly waiting: Readonly<Record<RequestKind, number>>;
  readonly longestWaitMs: number;
}

/** Admission control in front of the handlers. */
export interface Admission {
  /** Resolves to a function that ends the request's turn, or to `busy` if too many requests wait or this one waited too long. */
  enter(kind: RequestKind): Promise<(() => void) | 'busy'>;
  /** Number of running and waiting requests. */
  counts(): { readonly underWay: number; readonly waiting: number };
}

/**
 * One machine answers a few hundred requests a second. A read waits at most a second and should then take less than
 * one, so that it ends within two; a request that would wait longer is rejected at once with Retry-After, instead of
 * running into a timeout.
 */
export const LIMITS: AdmissionLimits = {
  atOnce: 32,
  fewest: 4,
  slowMs: 500,
  writesAtOnce: 8,
  readsPerWrite: 8,
  waiting: { read: 256, write: 64 },
  longestWaitMs: 1_000,
};

const SLOW_FACTOR = 0.9;

interface Waiting {
  readonly begin: () => void;
  readonly timer: NodeJS.Timeout;
}

/**
 * Limits concurrent requests; the others wait in order of arrival, reads before writes, except that a write is admitted
 * after a number of reads.
 *
 * The limit adapts like TCP's window (additive increase, multiplicative decrease; Chiu and Jain 1989): each slow read
 * lowers it by a tenth, each quick one raises it by a fraction. A machine that is busy with other work thus admits
 * fewer requests and answers those in time.
 *
 * @param now Clock for the duration of reads, in milliseconds.
 */
export function admission(limits: AdmissionLimits = LIMITS, now: () => number = () => performance.now()): Admission {
  const queues: Record<RequestKind, Set<Waiting>> = { read: new Set(), write: new Set() };
  const underWay: Record<RequestKind, number> = { read: 0, write: 0 };

  let places = limits.atOnce;

  const hasRoom = (kind: RequestKind) =>
    underWay.read + underWay.write < Math.floor(places) && (kind === 'read' || underWay.write < limits.writesAtOnce);

  const learn = (milliseconds: number) => {
    places =
      milliseconds > limits.slowMs
        ? Math.max(limits.fewest, places * SLOW_FACTOR)
        : Math.min(limits.atOnce, places + 1 / places);
  };

  /** Reads admitted since the last write, while writes waited. */
  let readsBefore = 0;

  const next = (): RequestKind | undefined => {
    const order = readsBefore >= limits.readsPerWrite ? (['write', 'read'] as const) : (['read', 'write'] as const);
    return order.find((kind) => queues[kind].size > 0 && hasRoom(kind));
  };

  const letIn = () => {
    for (let kind = next(); kind !== undefined; kind = next()) {
      const [waiting] = queues[kind];
      if (!waiting) return;
      queues[kind].delete(waiting);
      clearTimeout(waiting.timer);
      waiting.begin();
    }
  };

  const begin = (kind: RequestKind) => {
    underWay[kind] += 1;
    readsBefore = kind === 'read' && queues.write.size > 0 ? readsBefore + 1 : 0;
    const begun = now();
    let ended = false;
    return () => {
      if (ended) return;
      ended = true;
      underWay[kind] -= 1;
      if (kind === 'read') learn(now() - begun);
      letIn();
    };
  };

  return {
    async enter(kind) {
      if (hasRoom(kind) && queues[kind].size === 0) return begin(kind);
      if (queues[kind].size >= limits.waiting[kind]) return 'busy';
      return new Promise((resolve) => {
        const waiting: Waiting = {
          begin: () => resolve(begin(kind)),
          timer: setTimeout(() => {
            queues[kind].delete(waiting);
            resolve('busy');
          }, limits.longestWaitMs),
        };
        queues[kind].add(waiting);
      });
    },
    counts: () => ({ underWay: underWay.read + underWay.write, waiting: queues.read.size + queues.write.size }),
  };
}
