import { DatelineError } from '../kernel/dateline-error.ts';
import type { SavedTimeline, TimelineRepository } from '../store/store.ts';
import { type Caller, may } from './caller.ts';
import type { SigningSecrets } from './cursor.ts';
import { readEmbedToken } from './embed-token.ts';

/** A request for a timeline: caller, slug and embed token. */
export interface TimelineVisit {
  readonly slug: string;
  readonly token?: string | undefined;
  readonly caller: Caller;
  readonly now: string;
}

/**
 * The timeline, if the visitor may see it: a public one, one of a collection that the caller's key may read, or the one that the
 * embed token names.
 *
 * @returns `cache` says who may keep the answer: any cache, where neither key nor token was needed.
 * @throws DatelineError `timeline.not-found` alike for what is not there and for what is not for the visitor; `embed-token.invalid`.
 */
export async function visitTimeline(
  visit: TimelineVisit,
  timelines: Pick<TimelineRepository, 'find'>,
  secrets: SigningSecrets,
): Promise<{ readonly timeline: SavedTimeline; readonly cache: 'public' | 'private' }> {
  // The token first: a forged one says the same whether or not there is such a timeline.
  const admitted = visit.token !== undefined && (await readEmbedToken(visit.token, visit.slug, secrets, visit.now));
  const timeline = await timelines.find(visit.slug);
  if (timeline?.visibility === 'public') return { timeline, cache: 'public' };
  if (timeline && (admitted || may(visit.caller, 'read', timeline.collection))) return { timeline, cache: 'private' };
  throw new DatelineError('timeline.not-found', `There is no timeline ${visit.slug} for you.`, {
    detail: { field: 'slug' },
  });
}
