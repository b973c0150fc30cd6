import { defined } from '../defined.ts';
import { keys, SHARDS } from '../keys.ts';
import type { SavedTimeline, TimelineRepository } from '../store.ts';
import { recordOf, type StoreContext } from '../store-context.ts';

/** Saved timelines, found by slug; listing reads four partitions. */
export function timelineRepository({ table, now }: StoreContext): TimelineRepository {
  return {
    async put(given) {
      const key = keys.timeline(given.slug);
      const at = now();
      for (;;) {
        const before = await table.get(key, { consistent: true });
        const createdAt = before ? recordOf<SavedTimeline>(before).createdAt : at;
        const timeline = defined<SavedTimeline>({ ...given, createdAt, updatedAt: at });
        const { stored } = await table.put(
          { ...key, v: timeline },
          { expression: before ? 'attribute_exists(pk)' : 'attribute_not_exists(pk)' },
        );
        if (stored) return { created: before === undefined, timeline };
      }
    },
    async find(slug) {
      const item = await table.get(keys.timeline(slug), { consistent: true });
      return item && recordOf<SavedTimeline>(item);
    },
    async remove(slug) {
      return (await table.remove(keys.timeline(slug))) !== undefined;
    },
    async list({ visibility }) {
      const found: SavedTimeline[] = [];
      for (let shard = 0; shard < SHARDS.timelines; shard++) {
        for await (const item of table.rangeAll({ pk: `T|${shard}` })) found.push(recordOf<SavedTimeline>(item));
      }
      return found
        .filter((timeline) => visibility === undefined || timeline.visibility === visibility)
        .sort((a, b) => (a.slug < b.slug ? -1 : 1));
    },
  };
}
