import * as z from 'zod/mini';
import { Collection, WebAddress, whole } from './primitives.ts';
import { SavedQuery } from './timeline.ts';

const Kind = z.enum(['new', 'changed', 'withdrawn']);

/** A request for a webhook. */
export const WebhookInput = z.strictObject({
  url: WebAddress,
  collection: z._default(Collection, 'main'),
  query: z._default(SavedQuery, {}),
  kinds: z._default(
    z
      .array(Kind)
      .check(
        z.minLength(1, 'must name a kind'),
        z.maxLength(3),
        z.describe('Changes to deliver: events that enter the query, change within it, or leave it.'),
      ),
    ['new', 'changed', 'withdrawn'],
  ),
});

/** A webhook as returned: without its secret. */
export const WebhookSchema = z.strictObject({
  id: z.string(),
  url: z.string(),
  collection: Collection,
  query: SavedQuery,
  kinds: z.array(Kind),
  status: z
    .enum(['active', 'ended'])
    .check(z.describe('`ended`: its receiver answered 410, and nothing more is sent.')),
  createdAt: z.string(),
  formerSecretUntil: z.exactOptional(
    z.string().check(z.describe('While two secrets are valid: until when the former one signs, too.')),
  ),
});

/** Rotation of a secret. */
export const RotateSecret = z.strictObject({
  overlapSeconds: z._default(
    whole(0, 30 * 86_400).check(
      z.describe('For so long messages are signed by the former secret, too. Default: a day.'),
    ),
    86_400,
  ),
});

/** The only response that contains the secret. */
export const NewWebhook = z.extend(WebhookSchema, {
  secret: z.string().check(z.describe('Signs every message (Standard Webhooks): `whsec_…`. It is in this one answer.')),
});

/** The webhooks that a caller may see. */
export const WebhookList = z.strictObject({ webhooks: z.array(WebhookSchema) });

/** One message and its attempts. */
export const DeliverySchema = z.strictObject({
  id: z.string().check(z.describe('The `webhook-id` header: the same at each attempt.')),
  type: z.enum(['events.changed', 'webhook.ping']),
  createdAt: z.string(),
  events: z.strictObject({
    new: z.array(z.string()),
    changed: z.array(z.string()),
    withdrawn: z.array(z.string()),
  }),
  status: z.enum(['pending', 'delivered', 'failed']),
  attempts: z.array(
    z.strictObject({
      at: z.string(),
      milliseconds: z.int(),
      status: z.exactOptional(z.int()),
      error: z.exactOptional(z.string()),
    }),
  ),
  nextAt: z.exactOptional(z.string()),
});

/** Deliveries, newest first. */
export const DeliveryList = z.strictObject({ deliveries: z.array(DeliverySchema) });
