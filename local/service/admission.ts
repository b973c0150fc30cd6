/** Reads are let in before writes, but for one turn in some. */
export type RequestKind = 'read' | 'write';

/** How many requests are let in, and how long others wait for their turn. */
export interface AdmissionLimits {
  /** Requests under way, at most and at least: fewer while reads are slow. */
  readonly atOnce: number;
  readonly fewest: number;
  /** A read that takes longer is slow. */
  readonly slowMs: number;
  /** Of these, writes: they take longer, and reads must find a place beside them. */
  readonly writesAtOnce: number;
  /** After so many reads in a row a waiting write is let in, so that steady readers keep out no writer. */
  readonly readsPerWrite: number;
  /** Requests that wait, by kind; one more is refused at once. */
  readonly waiting: Readonly<Record<RequestKind, number>>;
  readonly longestWaitMs: number;
}

/** The gate before the handlers. */
export interface Admission {
  /** Settles with what ends the request's turn, or with `busy` where it waited too long or too many wait. */
  enter(kind: RequestKind): Promise<(() => void) | 'busy'>;
  /** Requests under way and waiting. */
  counts(): { readonly underWay: number; readonly waiting: number };
}

/**
 * One machine answers some hundred requests a second. A read waits at most a second and should then take less than one, so that it ends within two;
 * a request that would wait longer is refused at once with Retry-After, instead of running into a timeout.
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
 * Lets so many requests in at once, the others in the order in which they came: reads before writes, except that a write is let in after some reads.
 *
 * How many is found as TCP finds its window (additive increase, multiplicative decrease; Chiu and Jain 1989): each slow read takes a tenth of the
 * places away, each quick one gives a part of one back. So a machine that is busy with other work lets fewer in, and those are answered in time.
 *
 * @param now clock that measures how long a read takes, in milliseconds.
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

  /** Reads that were let in since the last write, while writes waited. */
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
