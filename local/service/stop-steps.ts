/** One part of a stop. */
export interface StopStep {
  /** Says what the stop waits for, to be shown: "2 requests under way". */
  readonly what: () => string;
  readonly end: () => unknown;
  /** How long the step may take by itself; none where it takes no time. */
  readonly patienceMs?: number;
  /** Hurries it along when its patience is over; it has as long again, and then the stop goes on without it. */
  readonly hurry?: () => void;
}

/** Parts of a stop, gathered as what they end is started. */
export interface StopSteps {
  /** The last one added is the first to be done. */
  add(step: StopStep): void;
  /** Runs the steps once. @param tell Called once a second with what the stop waits for. */
  run(tell?: (what: string) => void): Promise<void>;
}

const TELL_EVERY_MS = 1_000;

/** A stop that ends: every step has its time, and none can hold up those after it. */
export function stopSteps(): StopSteps {
  const steps: StopStep[] = [];
  return {
    add: (step) => void steps.push(step),
    async run(tell = () => {}) {
      for (const step of steps.splice(0).reverse()) await runStep(step, tell);
    },
  };
}

async function runStep({ what, end, patienceMs, hurry }: StopStep, tell: (what: string) => void): Promise<void> {
  const ended = Promise.resolve()
    .then(end)
    .catch(() => undefined);
  if (patienceMs === undefined) {
    await ended;
    return;
  }
  const telling = setInterval(() => tell(what()), TELL_EVERY_MS);
  try {
    if (await endsWithin(ended, patienceMs)) return;
    hurry?.();
    await endsWithin(ended, patienceMs);
  } finally {
    clearInterval(telling);
  }
}

async function endsWithin(ended: Promise<unknown>, milliseconds: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), milliseconds);
  });
  return Promise.race([ended.then(() => true), late]).finally(() => clearTimeout(timer));
}
