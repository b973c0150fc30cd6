import { may } from '../../shared/http/caller.ts';
import type { ConsoleBody } from '../../shared/pages/console/model.ts';
import type { SavedTimeline } from '../../shared/store/store.ts';
import { compare, positionOf } from '../../shared/timeline/curation.ts';
import { type ConsoleRequest, notFound, type PageServices } from './page-services.ts';

/** Most events listed in the editor of a timeline. */
const CURATED = 200;

/** All timelines, and one with its editor. */
export function timelinePages({ store: { events, timelines } }: PageServices) {
  /** The events that an editor can choose among: those that the filters find, and those already pinned or hidden. */
  async function eventsToCurate({ collection, query, pinned = [], hidden = [] }: SavedTimeline) {
    const page = await events.list({ ...query, collection }, { order: 'asc', limit: CURATED });
    const known = new Set(page.events.map(({ id }) => id));
    const chosen = [...new Set([...pinned, ...hidden])].filter((id) => !known.has(id));
    const others = (chosen.length > 0 ? await events.findMany(chosen) : []).filter(
      (one) => one.collection === collection,
    );
    const all = [...page.events, ...others].sort((a, b) => compare(positionOf(a), positionOf(b), 'asc'));
    return { events: all, isCut: page.next !== null };
  }

  return {
    timelines: async ({ caller }: ConsoleRequest): Promise<ConsoleBody> => ({
      kind: 'timelines',
      timelines: (await timelines.list({})).filter((one) => may(caller, 'admin', one.collection)),
    }),

    async timeline({ caller }: ConsoleRequest, slug: string): Promise<ConsoleBody> {
      const timeline = await timelines.find(slug);
      if (!timeline || !may(caller, 'admin', timeline.collection)) return notFound('timeline');
      return { kind: 'timeline', timeline, ...(await eventsToCurate(timeline)) };
    },
  };
}
