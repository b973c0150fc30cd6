import * as z from 'zod/mini';
import { operation } from '../operation.ts';
import { Collection, Id, whole } from '../schemas/primitives.ts';
import {
  DeliveryList,
  DeliverySchema,
  NewWebhook,
  RotateSecret,
  WebhookInput,
  WebhookList,
  WebhookSchema,
} from '../schemas/webhook.ts';

const params = z.strictObject({ id: Id });
const example = { params: { id: 'example-webhook' } };

/** `POST /v1/webhooks` */
export const createWebhook = operation({
  id: 'createWebhook',
  tag: 'webhooks',
  summary: 'Be told of the events of a query',
  description:
    'New events of the query, changed ones and those that leave it are sent to the address within a minute or two, signed as Standard Webhooks has it ' +
    '(`webhook-id`, `webhook-timestamp`, `webhook-signature`). What is not answered by 2xx is tried ten times in three days.',
  body: WebhookInput,
  answers: { 201: { description: 'From now on', schema: NewWebhook, headers: ['Location'] } },
  example: { body: { url: 'https://example.org/hooks/dateline', query: { keywords: ['bridge'] } }, status: 201 },
});

/** `GET /v1/webhooks` */
export const listWebhooks = operation({
  id: 'listWebhooks',
  tag: 'webhooks',
  summary: 'The webhooks of the collections that the key is for',
  query: z.strictObject({ collection: z.exactOptional(Collection) }),
  answers: { 200: { description: 'The oldest first', schema: WebhookList } },
  example: { status: 200 },
});

/** `GET /v1/webhooks/{id}` */
export const readWebhook = operation({
  id: 'readWebhook',
  tag: 'webhooks',
  summary: 'One webhook',
  params,
  answers: { 200: { description: 'The webhook', schema: WebhookSchema } },
  problems: ['webhook.not-found'],
  example: { ...example, status: 200 },
});

/** `DELETE /v1/webhooks/{id}` */
export const removeWebhook = operation({
  id: 'removeWebhook',
  tag: 'webhooks',
  summary: 'Send nothing more, and remove the log of what was sent',
  params,
  answers: { 204: { description: 'Gone' } },
  problems: ['webhook.not-found'],
  example: { ...example, status: 204 },
});

/** `POST /v1/webhooks/{id}/secret` */
export const rotateWebhookSecret = operation({
  id: 'rotateWebhookSecret',
  tag: 'webhooks',
  summary: 'A new secret',
  description:
    'For `overlapSeconds` every message has two signatures, by the new secret and by the one before, so that a receiver loses none while it changes over. ' +
    'With 0 the old secret is invalid at once, as after a leak.',
  params,
  bodyIsOptional: true,
  body: RotateSecret,
  answers: { 200: { description: 'The webhook with its new secret', schema: NewWebhook } },
  problems: ['webhook.not-found'],
  example: { ...example, body: { overlapSeconds: 86_400 }, status: 200 },
});

/** `POST /v1/webhooks/{id}/ping` */
export const pingWebhook = operation({
  id: 'pingWebhook',
  tag: 'webhooks',
  summary: 'Send a test message to a receiver',
  params,
  answers: { 202: { description: 'Accepted; the log of deliveries shows the result', schema: DeliverySchema } },
  problems: ['webhook.not-found'],
  example: { ...example, status: 202 },
});

/** `GET /v1/webhooks/{id}/deliveries` */
export const listDeliveries = operation({
  id: 'listDeliveries',
  tag: 'webhooks',
  summary: 'What was sent, and what came of each attempt',
  description: 'Kept for 30 days.',
  params,
  query: z.strictObject({ limit: z._default(whole(1, 100), 50) }),
  answers: { 200: { description: 'The newest first', schema: DeliveryList } },
  problems: ['webhook.not-found'],
  example: { ...example, status: 200 },
});
