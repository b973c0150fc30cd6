import { EXTRACTOR_VERSION } from '../../shared/events/version.ts';
import type { ArticleRepository } from '../../shared/store/store.ts';
import type { MeasuredQueue } from '../runtime/queue.ts';

/** Articles of an older extractor that one sweep takes up: fewer than the worker reads until the next one. */
const MOST_OUTDATED = 500;
/** With more than this on the queue, what waits in the table is most likely there already: the next sweep looks again. */
const MOST_WAITING = 100;
/** Messages sent together. */
const BATCH = 100;

/** Which articles count as waiting. */
export interface SweepOptions {
  /** Articles accepted less than this before `now` are on their way anyway. */
  readonly graceSeconds: number;
  /** Messages of one sweep. */
  readonly atMost: number;
  /** ISO date-time. */
  readonly now: string;
}

/**
 * Puts what is still queued on the queue again: what a lost stream record, a dead letter or a killed process left behind. Then some of
 * articles of an older extractor version go back to `queued`, so that after a release the sweeps process the whole archive again, some at a time.
 * Nothing of this while the queue is busy: the sweep would send once more what waits there.
 *
 * @returns How many messages were put, how many articles are to be read anew, and what waited on the queue before.
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
