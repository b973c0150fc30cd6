/** One step of a stop. */
export interface StopStep {
  /** Describes what the step waits for: "2 requests under way". */
  readonly what: () => string;
  readonly end: () => unknown;
  /** Time the step may take by itself; none if it takes no time. */
  readonly patienceMs?: number;
  /** Called when the time is over. The step then gets the same time again, after which the stop continues without it. */
  readonly hurry?: () => void;
}

/** The steps of a stop, added as each part of the service starts. */
export interface StopSteps {
  /** Adds a step; the last one added runs first. */
  add(step: StopStep): void;
  /** Runs the steps once. @param tell Called once a second with what the stop waits for. */
  run(tell?: (what: string) => void): Promise<void>;
}

const TELL_EVERY_MS = 1_000;

/** A bounded stop: every step has a time limit, and none can block those after it. */
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
