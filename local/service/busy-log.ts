import type { Log } from '../../shared/kernel/log.ts';

const EVERY_MS = 1_000;

type OnBusy = (why: 'refused' | 'timed-out', fields: Readonly<Record<string, unknown>>) => void;

/** Logs rejected requests: the first one at once, then one line a second with their number, so that logging does not add to the overload. */
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
