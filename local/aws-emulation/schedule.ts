import { randomUUID } from 'node:crypto';
import type { Context, ScheduledEvent } from 'aws-lambda';
import { lambdaContext } from './lambda-context.ts';

/** A scheduled function and its interval. */
export interface ScheduleOptions {
  readonly name: string;
  readonly everySeconds: number;
  readonly timeoutSeconds: number;
  /** Asked before each turn; one that is not due is passed over. */
  readonly isDue?: () => boolean;
  readonly handler: (event: ScheduledEvent<never>, context: Context) => unknown;
  readonly onTrouble: (what: 'schedule.failed', fields: Readonly<Record<string, unknown>>) => void;
}

/** A handler that has its turns. */
export interface Schedule {
  /** Runs it now, apart from its turns; `detail` as the target's input has it. */
  run(detail?: Readonly<Record<string, unknown>>): Promise<void>;
  /** Starts no further run; waits for the current one. */
  stop(): Promise<void>;
}

/** Runs a handler every so many seconds, never twice at once; a failed run is reported, and the next one does the same work. */
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

  // A run that is still going when the next one is due replaces it.
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

/** As EventBridge Scheduler's template gives it. */
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
