import { EXTRACTOR_VERSION } from '../../shared/events/version.ts';
import type { ArticleRepository } from '../../shared/store/store.ts';
import type { MeasuredQueue } from '../runtime/queue.ts';

/** Most articles of an older extractor version per sweep: fewer than the worker processes before the next sweep. */
const MOST_OUTDATED = 500;
/** If more messages than this wait on the queue, queued articles most likely have a message already, and the next sweep checks again. */
const MOST_WAITING = 100;
/** Messages sent in one call. */
const BATCH = 100;

/** Which articles count as waiting. */
export interface SweepOptions {
  /** Articles accepted less than this before `now` are skipped: their messages are on the way. */
  readonly graceSeconds: number;
  /** Most messages of one sweep. */
  readonly atMost: number;
  /** ISO date-time. */
  readonly now: string;
}

/**
 * Requeues articles that are still `queued`, after a lost stream record, a dead letter or a killed process. Then sets
 * some articles of an older extractor version back to `queued`, so that after a release the sweeps reprocess the whole
 * archive step by step. While the queue is busy it does nothing, since it would send duplicates of waiting messages.
 *
 * @returns How many messages were sent, how many articles will be reprocessed, and how many messages waited before.
 */
export async function sweepArticles(
  articles: Pick<ArticleRepository, 'queued' | 'requeueOutdated'>,
  queue: MeasuredQueue,
  { graceSeconds, atMost, now }: SweepOptions,
): Promise<{ readonly sent: number; readonly outdated: number; readonly waiting: number }> {
  const waiting = await queue.backlog();
  if (waiting > MOST_WAITING) return { sent: 0, outdated: 0, waiting };
  const before = Date.parse(now) - graceSeconds * 1000;
  let batch: { readonly id: string; readonly contentHash: string }[] = [];
  let sent = 0;
  const send = async () => {
    await queue.send(batch);
    sent += batch.length;
    batch = [];
  };
  for await (const { id, contentHash, acceptedAt } of articles.queued(atMost)) {
    if (Date.parse(acceptedAt) > before) continue;
    batch.push({ id, contentHash });
    if (batch.length === BATCH) await send();
  }
  if (batch.length > 0) await send();
  return { sent, waiting, outdated: await articles.requeueOutdated(EXTRACTOR_VERSION, MOST_OUTDATED) };
}
