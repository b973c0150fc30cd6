import { defined } from '../defined.ts';
import { LAST } from '../dynamo/table-access.ts';
import { keys, SHARDS, shardOf, timeKey, times, unpart } from '../keys.ts';
import type { Feed, FeedRepository } from '../store.ts';
import { recordOf, type StoreContext } from '../store-context.ts';

/** Feeds, found by id and by when they are due. Only active feeds are in the time index. */
export function feedRepository({ table }: StoreContext): FeedRepository {
  const itemOf = (feed: Feed) => ({ ...keys.feed(feed.id), v: defined(feed), ...dueKeys(feed) });
  const find = async (id: string): Promise<Feed | undefined> => {
    const item = await table.get(keys.feed(id), { consistent: true });
    return item && recordOf<Feed>(item);
  };
  return {
    find,
    async create(feed) {
      const { stored, old } = await table.put(itemOf(feed), { expression: 'attribute_not_exists(pk)' });
      return { created: stored, feed: stored || !old ? feed : recordOf<Feed>(old) };
    },
    async list(collection) {
      const found: Feed[] = [];
      for (let shard = 0; shard < SHARDS.feeds; shard++) {
        for await (const item of table.rangeAll({ pk: `D|${shard}` })) found.push(recordOf<Feed>(item));
      }
      return found
        .filter((feed) => collection === undefined || feed.collection === collection)
        .sort((a, b) => (a.createdAt + a.id < b.createdAt + b.id ? -1 : 1));
    },
    async remove(id) {
      return (await table.remove(keys.feed(id))) !== undefined;
    },
    async due(now, limit) {
      const pages = await Promise.all(
        [...Array(SHARDS.due).keys()].map((shard) =>
          table.range({ pk: times.due(shard), to: `${now}|${LAST}`, index: 'byTime', limit }),
        ),
      );
      const oldest = pages
        .flatMap(({ items }) => items)
        .sort((a, b) => (String(a.gsk) < String(b.gsk) ? -1 : 1))
        .slice(0, limit);
      // The index lags and holds keys alone: the item itself decides.
      const feeds = await Promise.all(oldest.map((item) => find(unpart(item.sk))));
      return feeds
        .filter((feed): feed is Feed => feed !== undefined && feed.status === 'active' && feed.nextPollAt <= now)
        .sort((a, b) => (a.nextPollAt < b.nextPollAt ? -1 : 1));
    },
    async lease(id, now, until) {
      const taken = await table.update(keys.feed(id), 'SET leasedUntil = :until', {
        expression: 'attribute_exists(pk) AND (attribute_not_exists(leasedUntil) OR leasedUntil <= :now)',
        values: { ':until': until, ':now': now },
      });
      return taken !== undefined;
    },
    async save(feed) {
      // A feed that was removed during its poll stays removed; saving gives the lease back.
      await table.put(itemOf(feed), { expression: 'attribute_exists(pk)' });
    },
  };
}

const dueKeys = (feed: Feed) =>
  feed.status === 'active'
    ? { gpk: times.due(shardOf(feed.id, SHARDS.due)), gsk: timeKey(feed.nextPollAt, feed.id) }
    : {};
