import { randomBytes } from 'node:crypto';
import type { Hono } from 'hono';
import { pingOf } from '../../shared/application/webhook-deliveries.ts';
import { createApi, endpoint } from '../../shared/http/api.ts';
import { type Caller, may, mustMay } from '../../shared/http/caller.ts';
import * as operations from '../../shared/http/operations/webhooks.ts';
import { done, ok } from '../../shared/http/reply.ts';
import { newWebhookSecret } from '../../shared/http/webhook-signature.ts';
import { webhookAddress } from '../../shared/ingest/webhook-address.ts';
import { DatelineError } from '../../shared/kernel/dateline-error.ts';
import type { AuditAct, Delivery, Webhook } from '../../shared/store/store.ts';
import type { Queue } from '../runtime/queue.ts';
import type { HttpServices } from '../runtime/services.ts';

/** Dependencies of the webhook operations. */
export interface ManageWebhooksServices extends HttpServices {
  /** The queue of deliveries. */
  readonly webhookQueue: Queue;
  /** Hosts that may receive deliveries although their addresses are private. */
  readonly allowedHosts: readonly string[];
}

/** Webhooks: add, list, test, rotate the secret, remove, and the log of deliveries. Deliveries are sent by `deliver-webhooks`. */
export function manageWebhooks({ webhookQueue, allowedHosts, ...services }: ManageWebhooksServices): Hono {
  const { store, now } = services;
  const { webhooks } = store;

  async function visible(id: string, caller: Caller): Promise<Webhook> {
    const webhook = await webhooks.find(id);
    if (!webhook || !may(caller, 'admin', webhook.collection)) {
      throw new DatelineError('webhook.not-found', 'There is no such webhook.', { detail: { field: 'id' } });
    }
    return webhook;
  }

  const record = (act: AuditAct, caller: Caller, { id, collection, url }: Webhook) =>
    store.audit.record({ at: now(), by: caller.id, act, subject: id, collection, after: { url } });

  return createApi('manage-webhooks', services, {
    createWebhook: endpoint(operations.createWebhook, async ({ body, caller }) => {
      mustMay(caller, 'admin', body.collection);
      const webhook: Webhook = {
        ...body,
        url: webhookAddress(body.url, allowedHosts),
        id: randomBytes(12).toString('hex'),
        secret: newWebhookSecret(),
        status: 'active',
        createdAt: now(),
      };
      await webhooks.create(webhook);
      await record('webhook.create', caller, webhook);
      return {
        status: 201,
        json: { ...shown(webhook, now()), secret: webhook.secret },
        headers: { location: `/v1/webhooks/${webhook.id}` },
        cache: 'none',
      };
    }),

    listWebhooks: endpoint(operations.listWebhooks, async ({ query: { collection }, caller }) => {
      if (collection !== undefined) mustMay(caller, 'admin', collection);
      const all = await webhooks.list(collection);
      return ok({
        webhooks: all.filter((one) => may(caller, 'admin', one.collection)).map((one) => shown(one, now())),
      });
    }),

    readWebhook: endpoint(operations.readWebhook, async ({ params, caller }) =>
      ok(shown(await visible(params.id, caller), now())),
    ),

    removeWebhook: endpoint(operations.removeWebhook, async ({ params, caller }) => {
      const webhook = await visible(params.id, caller);
      await webhooks.remove(webhook.id);
      await record('webhook.remove', caller, webhook);
      return done();
    }),

    rotateWebhookSecret: endpoint(operations.rotateWebhookSecret, async ({ params, body, caller }) => {
      const { secret, former: _former, ...webhook } = await visible(params.id, caller);
      const until = new Date(Date.parse(now()) + body.overlapSeconds * 1000).toISOString();
      const rotated: Webhook = {
        ...webhook,
        secret: newWebhookSecret(),
        ...(body.overlapSeconds > 0 && { former: { secret, until } }),
      };
      await webhooks.save(rotated);
      await record('webhook.rotate', caller, rotated);
      return { status: 200, json: { ...shown(rotated, now()), secret: rotated.secret }, cache: 'none' };
    }),

    pingWebhook: endpoint(operations.pingWebhook, async ({ params, caller }) => {
      const delivery = pingOf(await visible(params.id, caller), now());
      await webhooks.enqueue(delivery);
      const { webhook, createdAt, id } = delivery;
      await webhookQueue.send([{ webhook, createdAt, id }]);
      return { status: 202, json: told(delivery), cache: 'none' };
    }),

    listDeliveries: endpoint(operations.listDeliveries, async ({ params, query, caller }) => {
      const { id } = await visible(params.id, caller);
      return ok({ deliveries: (await webhooks.deliveries(id, query.limit)).map(told) });
    }),
  });
}

/** A webhook without its secrets; while two secrets are valid, with the time until which the former one is. */
const shown = ({ secret: _secret, former, ...webhook }: Webhook, at: string) => ({
  ...webhook,
  ...(former !== undefined && at < former.until && { formerSecretUntil: former.until }),
});
const told = ({ webhook: _webhook, ...delivery }: Delivery): Omit<Delivery, 'webhook'> => delivery;
