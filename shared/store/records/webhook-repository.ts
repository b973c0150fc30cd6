import type { Delivery, DeliveryKey, Webhook, WebhookRepository } from '../contract/webhooks.ts';
import { defined } from '../defined.ts';
import { type Item, LAST } from '../dynamo/table-access.ts';
import { keys, partsOfTimeKey, timeKey, times } from '../keys.ts';
import { epochSeconds, recordOf, type StoreContext } from '../store-context.ts';

/** How long the log of deliveries goes back. */
const LOG_SECONDS = 30 * 86_400;
/** Old entries that one call removes: the engine of one machine never does. */
const REMOVED_AT_ONCE = 25;

/** Webhooks in one partition, since they are few; the deliveries of each in one of its own. */
export function webhookRepository({ table, now }: StoreContext): WebhookRepository {
  const list = async (collection?: string): Promise<readonly Webhook[]> => {
    const found: Webhook[] = [];
    for await (const item of table.rangeAll({ pk: keys.webhooks, consistent: true }))
      found.push(recordOf<Webhook>(item));
    return found
      .filter((webhook) => collection === undefined || webhook.collection === collection)
      .sort((a, b) => (a.createdAt + a.id < b.createdAt + b.id ? -1 : 1));
  };
  const find = async (id: string): Promise<Webhook | undefined> => {
    const item = await table.get(keys.webhook(id), { consistent: true });
    return item && recordOf<Webhook>(item);
  };
  const keyOf = ({ webhook, createdAt, id }: DeliveryKey) => keys.delivery(webhook, createdAt, id);
  const itemOf = (delivery: Delivery): Item => ({
    ...keyOf(delivery),
    v: defined(delivery),
    expires: epochSeconds(delivery.createdAt) + LOG_SECONDS,
    ...(delivery.nextAt !== undefined && {
      gpk: times.deliveries,
      gsk: timeKey(delivery.nextAt, delivery.webhook, delivery.createdAt, delivery.id),
    }),
  });

  async function removeOld(webhook: string): Promise<void> {
    const before = new Date(Date.parse(now()) - LOG_SECONDS * 1000).toISOString();
    const { items } = await table.range({ pk: keys.deliveries(webhook), to: before, limit: REMOVED_AT_ONCE });
    await table.writeMany([], items);
  }

  return {
    find,
    list,
    async create(webhook) {
      // First, so that no change is missed once the webhook is there.
      await table.put({ ...keys.watch(webhook.collection, 'hooks') });
      await table.put({ ...keys.webhook(webhook.id), v: defined(webhook) });
    },
    async save(webhook) {
      await table.put({ ...keys.webhook(webhook.id), v: defined(webhook) }, { expression: 'attribute_exists(pk)' });
    },
    async remove(id) {
      const removed = await table.remove(keys.webhook(id));
      if (!removed) return false;
      const { collection } = recordOf<Webhook>(removed);
      const others = await list(collection);
      if (others.length === 0) {
        await table.remove(keys.watch(collection, 'hooks'));
        // One that was created meanwhile goes on watching.
        if ((await list(collection)).length > 0) await table.put({ ...keys.watch(collection, 'hooks') });
      }
      const log: Item[] = [];
      for await (const item of table.rangeAll({ pk: keys.deliveries(id) })) log.push(item);
      await table.writeMany([], log);
      return true;
    },
    async enqueue(delivery) {
      await table.put(itemOf(delivery), { expression: 'attribute_not_exists(pk)' });
    },
    async due(now, limit) {
      const { items } = await table.range({ pk: times.deliveries, to: `${now}|${LAST}`, index: 'byTime', limit });
      return items.map(({ gsk }) => {
        const [, webhook = '', createdAt = '', id = ''] = partsOfTimeKey(gsk);
        return { webhook, createdAt, id };
      });
    },
    async take(key, now, until) {
      const item = await table.get(keyOf(key), { consistent: true });
      const delivery = item && recordOf<Delivery>(item);
      if (delivery?.status !== 'pending' || delivery.nextAt === undefined || delivery.nextAt > now) return undefined;
      const taken = { ...delivery, nextAt: until };
      const { stored } = await table.put(itemOf(taken), { expression: 'gsk = :seen', values: { ':seen': item?.gsk } });
      return stored ? taken : undefined;
    },
    async settle(delivery) {
      // The log of a webhook that was removed stays removed.
      await table.put(itemOf(delivery), { expression: 'attribute_exists(pk)' });
      await removeOld(delivery.webhook);
    },
    async deliveries(webhook, limit) {
      const { items } = await table.range({ pk: keys.deliveries(webhook), forward: false, limit });
      return items.map((item) => recordOf<Delivery>(item));
    },
  };
}
