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
 * The timeline, if the visitor may see it: a public one, one of a collection that the caller's key may read, or the one
 * named by the embed token.
 *
 * @returns `cache` says who may store the response: any cache, if neither key nor token was needed.
 * @throws DatelineError `timeline.not-found` both for a missing timeline and for one the visitor may not see;
 * `embed-token.invalid`.
 */
export async function visitTimeline(
  visit: TimelineVisit,
  timelines: Pick<TimelineRepository, 'find'>,
  secrets: SigningSecrets,
): Promise<{ readonly timeline: SavedTimeline; readonly cache: 'public' | 'private' }> {
  // The token is checked first, so that a forged one does not reveal whether the timeline exists.
  const admitted = visit.token !== undefined && (await readEmbedToken(visit.token, visit.slug, secrets, visit.now));
  const timeline = await timelines.find(visit.slug);
  if (timeline?.visibility === 'public') return { timeline, cache: 'public' };
  if (timeline && (admitted || may(visit.caller, 'read', timeline.collection))) return { timeline, cache: 'private' };
  throw new DatelineError('timeline.not-found', `There is no timeline ${visit.slug} for you.`, {
    detail: { field: 'slug' },
  });
}
