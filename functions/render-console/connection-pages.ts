import { isWithinReach } from '../../shared/http/issue-key.ts';
import type { ConsoleBody } from '../../shared/pages/console/model.ts';
import type { ConsoleRequest, PageServices } from './page-services.ts';

/** Most deliveries shown for each webhook. */
const DELIVERIES = 10;

/** Feeds, webhooks and keys. */
export const connectionPages = ({ store: { feeds, webhooks, keys } }: PageServices) => ({
  feeds: async ({ collection }: ConsoleRequest): Promise<ConsoleBody> => ({
    kind: 'feeds',
    feeds: await feeds.list(collection),
  }),

  webhooks: async ({ collection }: ConsoleRequest): Promise<ConsoleBody> => ({
    kind: 'webhooks',
    webhooks: await Promise.all(
      (await webhooks.list(collection)).map(async (webhook) => ({
        webhook,
        deliveries: await webhooks.deliveries(webhook.id, DELIVERIES),
      })),
    ),
  }),

  keys: async ({ caller }: ConsoleRequest): Promise<ConsoleBody> => ({
    kind: 'keys',
    keys: (await keys.list()).filter((key) => isWithinReach(caller, key)),
  }),
});
