import type { Log } from '../../functions/runtime/log.ts';

const EVERY_MS = 1_000;

type OnBusy = (why: 'refused' | 'timed-out', fields: Readonly<Record<string, unknown>>) => void;

/** Logs that requests are turned away: the first at once, then a line a second with how many, since an overloaded service must not log more still. */
export function busyLog(log: Log): OnBusy {
  const counts = { refused: 0, 'timed-out': 0 };
  let last: Readonly<Record<string, unknown>> = {};
  let timer: NodeJS.Timeout | undefined;
  const write = () => {
    timer = undefined;
    if (counts.refused + counts['timed-out'] === 0) return;
    log.warn('service.busy', { refused: counts.refused, timedOut: counts['timed-out'], ...last });
    counts.refused = 0;
    counts['timed-out'] = 0;
    timer = setTimeout(write, EVERY_MS).unref();
  };
  return (why, fields) => {
    counts[why] += 1;
    last = fields;
    if (timer === undefined) write();
  };
}
