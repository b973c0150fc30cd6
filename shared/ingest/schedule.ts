const MINUTE = 60;
const HOUR = 3600;
const DAY = 86_400;
/** Shortest interval between polls. */
export const SHORTEST_SECONDS = 5 * MINUTE;
/** Longest interval between polls. */
export const LONGEST_SECONDS = DAY;
/** Interval until a feed's rhythm is known. */
export const FIRST_SECONDS = HOUR;
/** The longest interval that a publisher can request: a longer `ttl` is treated as an error. */
const LONGEST_LIMIT_SECONDS = 7 * DAY;
/** Items published within the same few minutes count as one batch. */
const BATCH_SECONDS = 5 * MINUTE;
/** Half the mean gap, so that an article waits a quarter of it on average. */
const SHARE_OF_GAP = 0.5;
const DAY_NAMES = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** A publisher's polling hints. */
export interface PublisherLimits {
  readonly minutesBetweenPolls?: number;
  /** Hours GMT, 0…23. */
  readonly skipHours?: readonly number[];
  readonly skipDays?: readonly string[];
  /** From Cache-Control or Expires. */
  readonly freshSeconds?: number;
}

/**
 * Articles a day and the mean seconds between publications (batches count once), from the dates of a feed's items. The
 * time since the newest item also counts as a gap, so that a feed that has fallen silent is polled less and less.
 *
 * @returns `undefined` if fewer than two items have usable dates.
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
 * The interval after a successful poll.
 *
 * @param previousSeconds The previous interval. Without dates it is halved if there was news, and otherwise multiplied
 * by 1.5.
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
 * The time of the next poll: after the interval, not earlier than the publisher asks, in an hour that the publisher
 * allows, and up to a tenth later, so that feeds added together drift apart.
 *
 * @param random 0…1.
 * @returns Milliseconds since 1970.
 */
export function nextPoll(nowMs: number, intervalSeconds: number, limits: PublisherLimits, random: number): number {
  const shortest = Math.max((limits.minutesBetweenPolls ?? 0) * MINUTE, limits.freshSeconds ?? 0);
  const seconds = Math.max(intervalSeconds, Math.min(shortest, LONGEST_LIMIT_SECONDS));
  return outsideSkipped(nowMs + seconds * 1000 * (1 + random * 0.1), limits);
}

/**
 * The time of the next attempt after a failure: the interval doubles with every failure in a row, at most a day, and a
 * random half of it is subtracted (so that not all clients return to a server at once), never before
 * `retryAfterSeconds`.
 *
 * @param failures In a row, including this one: 1 or more.
 */
export function nextTry(
  nowMs: number,
  request: { readonly failures: number; readonly retryAfterSeconds?: number; readonly random: number },
): number {
  const doubled = Math.min(SHORTEST_SECONDS * 2 ** Math.min(request.failures, 20), LONGEST_SECONDS);
  const seconds = Math.max(doubled * (1 - request.random / 2), SHORTEST_SECONDS, request.retryAfterSeconds ?? 0);
  return nowMs + seconds * 1000;
}

/** The first moment from `atMs` on in an hour and on a day that are not skipped; `atMs` itself if everything is skipped. */
function outsideSkipped(atMs: number, { skipHours = [], skipDays = [] }: PublisherLimits): number {
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
