const MINUTE = 60;
const HOUR = 3600;
const DAY = 86_400;
/** The bounds within which a source's own rhythm decides. */
export const SHORTEST_SECONDS = 5 * MINUTE;
/** See `SHORTEST_SECONDS`. */
export const LONGEST_SECONDS = DAY;
/** Until a source's rhythm is known. */
export const FIRST_SECONDS = HOUR;
/** The longest interval that a publisher can request: a `ttl` of a year is a mistake. */
const LONGEST_WISH_SECONDS = 7 * DAY;
/** Items that appear within the same few minutes were put out together. */
const BATCH_SECONDS = 5 * MINUTE;
/** Half the rhythm, so that an article waits a quarter of it on average. */
const SHARE_OF_GAP = 0.5;
const DAY_NAMES = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** A publisher's polling hints. */
export interface Wishes {
  readonly minutesBetweenPolls?: number;
  /** Hours GMT, 0…23. */
  readonly skipHours?: readonly number[];
  readonly skipDays?: readonly string[];
  /** From Cache-Control or Expires. */
  readonly freshSeconds?: number;
}

/**
 * Articles a day and the mean seconds between publications (batches count once), from the dates of a feed's items. The time
 * since the newest item counts as a gap, too: a source that has fallen silent is polled less and less.
 *
 * @returns `undefined` where fewer than two items have usable dates.
 */
export function publishingRate(
  datesMs: readonly number[],
  nowMs: number,
): { perDay: number; gapSeconds: number } | undefined {
  const past = datesMs.filter((at) => at <= nowMs).sort((a, b) => b - a);
  const newest = past[0];
  const oldest = past.at(-1);
  if (newest === undefined || oldest === undefined || past.length < 2) return undefined;
  const batches = new Set(past.map((at) => Math.floor(at / 1000 / BATCH_SECONDS))).size;
  const seconds = Math.max((nowMs - oldest) / 1000, MINUTE);
  const recent = past.filter((at) => nowMs - at <= 30 * DAY * 1000).length;
  return { perDay: recent / Math.min(Math.max(seconds / DAY, 1), 30), gapSeconds: seconds / batches };
}

/**
 * How long to wait after a poll that went well.
 *
 * @param previousSeconds The interval so far: what a source without dates is judged by, halved when there was news and half as
 * long again when not.
 */
export function intervalAfterSuccess(request: {
  readonly gapSeconds: number | undefined;
  readonly previousSeconds: number;
  readonly hadNews: boolean;
}): number {
  const { gapSeconds, previousSeconds, hadNews } = request;
  const wanted = gapSeconds === undefined ? previousSeconds * (hadNews ? 0.5 : 1.5) : gapSeconds * SHARE_OF_GAP;
  return Math.round(Math.min(Math.max(wanted, SHORTEST_SECONDS), LONGEST_SECONDS));
}

/**
 * When to poll next: after the interval, not below the publisher's wishes, at an hour at which they want to be polled, and up
 * to a tenth later, so that feeds added together drift apart.
 *
 * @param random 0…1.
 * @returns Milliseconds since 1970.
 */
export function nextPoll(nowMs: number, intervalSeconds: number, wishes: Wishes, random: number): number {
  const wish = Math.max((wishes.minutesBetweenPolls ?? 0) * MINUTE, wishes.freshSeconds ?? 0);
  const seconds = Math.max(intervalSeconds, Math.min(wish, LONGEST_WISH_SECONDS));
  return outsideSkipped(nowMs + seconds * 1000 * (1 + random * 0.1), wishes);
}

/**
 * When to try a source again that failed: the interval doubled with every failure in a row, at most a day, of which a random
 * half is taken off (a server that comes back isn't met by everybody at once), and never before `retryAfterSeconds`.
 *
 * @param failures In a row, this one included: 1 or more.
 */
export function nextTry(
  nowMs: number,
  request: { readonly failures: number; readonly retryAfterSeconds?: number; readonly random: number },
): number {
  const doubled = Math.min(SHORTEST_SECONDS * 2 ** Math.min(request.failures, 20), LONGEST_SECONDS);
  const seconds = Math.max(doubled * (1 - request.random / 2), SHORTEST_SECONDS, request.retryAfterSeconds ?? 0);
  return nowMs + seconds * 1000;
}

/** The first moment not before `atMs` in an hour and on a day that aren't skipped; `atMs` itself where everything is skipped. */
function outsideSkipped(atMs: number, { skipHours = [], skipDays = [] }: Wishes): number {
  const days = new Set(skipDays.map((day) => day.trim().toLowerCase()));
  const hours = new Set(skipHours);
  const isSkipped = (ms: number) => {
    const at = new Date(ms);
    return hours.has(at.getUTCHours()) || days.has(DAY_NAMES[at.getUTCDay()] ?? '');
  };
  let at = atMs;
  for (let hour = 0; hour < 7 * 24 && isSkipped(at); hour += 1) at = (Math.floor(at / (HOUR * 1000)) + 1) * HOUR * 1000;
  return isSkipped(at) ? atMs : at;
}
