import { randomUUID } from 'node:crypto';
import type { Context, ScheduledEvent } from 'aws-lambda';
import { lambdaContext } from './lambda-context.ts';

/** A scheduled function and its interval. */
export interface ScheduleOptions {
  readonly name: string;
  readonly everySeconds: number;
  readonly timeoutSeconds: number;
  /** Called before each run; a run that is not due is skipped. */
  readonly isDue?: () => boolean;
  readonly handler: (event: ScheduledEvent<never>, context: Context) => unknown;
  readonly onTrouble: (what: 'schedule.failed', fields: Readonly<Record<string, unknown>>) => void;
}

/** A handler that runs on a schedule. */
export interface Schedule {
  /** Runs the handler now, in addition to its schedule; `detail` as in the target's input. */
  run(detail?: Readonly<Record<string, unknown>>): Promise<void>;
  /** Starts no further run and waits for the current one. */
  stop(): Promise<void>;
}

/** Runs a handler at an interval, one run at a time. A failed run is reported; the next one does the same work. */
export function schedule(options: ScheduleOptions): Schedule {
  const { name, everySeconds, timeoutSeconds, isDue = () => true, handler, onTrouble } = options;
  let last: Promise<void> = Promise.resolve();
  let stopped = false;
  let waiting = 0;

  const invoke = async (detail: Readonly<Record<string, unknown>>) => {
    if (stopped) return;
    try {
      await handler(scheduledEvent(name, detail), lambdaContext(name, timeoutSeconds));
    } catch (error) {
      onTrouble('schedule.failed', { schedule: name, error });
    }
  };
  const run = (detail: Readonly<Record<string, unknown>> = {}) => {
    waiting += 1;
    last = last
      .then(() => invoke(detail))
      .finally(() => {
        waiting -= 1;
      });
    return last;
  };

  // A run still going when the next one is due replaces it.
  const timer = setInterval(() => waiting === 0 && isDue() && void run(), everySeconds * 1000);
  timer.unref();
  return {
    run,
    async stop() {
      stopped = true;
      clearInterval(timer);
      await last;
    },
  };
}

/** The event of EventBridge Scheduler's template. */
const scheduledEvent = (name: string, detail: Readonly<Record<string, unknown>>): ScheduledEvent<never> => ({
  version: '0',
  id: randomUUID(),
  'detail-type': 'Scheduled Event',
  source: 'aws.scheduler',
  account: '000000000000',
  time: new Date().toISOString(),
  region: 'local',
  resources: [`arn:aws:scheduler:local:000000000000:schedule/default/${name}`],
  detail: detail as never,
});
