import { signedHeaders } from '../http/webhook-signature.ts';
import type { SafePost } from '../ingest/safe-post.ts';
import { DatelineError } from '../kernel/dateline-error.ts';
import type { Log } from '../kernel/log.ts';
import type { Delivery, DeliveryAttempt, DeliveryKey, Repositories, Webhook } from '../store/store.ts';
import { listedEvent } from './listed-event.ts';

/** Dependencies of a delivery. */
export interface DeliverServices {
  readonly store: Pick<Repositories, 'events' | 'webhooks'>;
  readonly post: SafePost;
  readonly now: () => string;
  readonly log: Log;
}

/** Seconds from each failed attempt to the next: ten attempts in about three days, as Standard Webhooks advises. */
export const DELAYS = [5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400] as const;
/** Longer than one attempt takes. After this, a delivery whose worker crashed can be claimed again. */
const TAKEN_MS = 90_000;
/** Status 410: the receiver asks for no further deliveries. */
const GONE = 410;

/** Attempts a delivery and saves its outcome. A webhook or delivery that is gone, or that another worker attempts, is left alone. */
export async function deliver(key: DeliveryKey, services: DeliverServices): Promise<void> {
  const { store, now, log } = services;
  const webhook = await store.webhooks.find(key.webhook);
  if (!webhook) return;
  const until = new Date(Date.parse(now()) + TAKEN_MS).toISOString();
  const taken = await store.webhooks.take(key, now(), until);
  if (!taken) return;
  if (webhook.status === 'ended') return store.webhooks.settle(settled(taken, 'failed'));
  const body = await bodyOf(taken, webhook, services);
  if (body === undefined) return store.webhooks.settle(settled(taken, 'delivered'));
  const attempt = await send(taken, webhook, body, services);
  const after = outcomeOf(taken, attempt);
  await store.webhooks.settle(after);
  if (attempt.status === GONE) await end(webhook.id, store.webhooks);
  log.info('webhook.tried', { webhook: webhook.id, delivery: taken.id, outcome: after.status, answer: attempt.status });
}

/** Ends a webhook, unless its secret changed during the attempt. */
async function end(id: string, webhooks: DeliverServices['store']['webhooks']): Promise<void> {
  const webhook = await webhooks.find(id);
  if (webhook) await webhooks.save({ ...webhook, status: 'ended' });
}

/** The message as JSON; `undefined` if nothing is left to report. Events deleted since the change are reported as withdrawn. */
async function bodyOf(
  { type, events: named, createdAt }: Delivery,
  { id, collection, kinds }: Webhook,
  { store }: DeliverServices,
): Promise<string | undefined> {
  const base = { type, timestamp: createdAt };
  if (type === 'webhook.ping') return JSON.stringify({ ...base, data: { webhook: id, collection } });
  const wanted = [...named.new, ...named.changed];
  const found = wanted.length > 0 ? await store.events.findMany(wanted) : [];
  const events = new Map(found.filter(({ hidden }) => !hidden).map((event) => [event.id, listedEvent(event)]));
  const saying = (ids: readonly string[]) => ids.flatMap((one) => events.get(one) ?? []);
  const gone = wanted.filter((one) => !events.has(one));
  const withdrawn = kinds.includes('withdrawn') ? [...named.withdrawn, ...gone].map((one) => ({ id: one })) : [];
  const data = { webhook: id, collection, new: saying(named.new), changed: saying(named.changed), withdrawn };
  const isEmpty = data.new.length + data.changed.length + withdrawn.length === 0;
  return isEmpty ? undefined : JSON.stringify({ ...base, data });
}

async function send(
  { id }: Delivery,
  { url, secret, former }: Webhook,
  body: string,
  { post, now }: DeliverServices,
): Promise<DeliveryAttempt> {
  const at = now();
  const secrets = former !== undefined && at < former.until ? [secret, former.secret] : [secret];
  const headers = signedHeaders(secrets, id, Math.floor(Date.parse(at) / 1000), body);
  const took = () => Math.max(0, Date.parse(now()) - Date.parse(at));
  try {
    const status = await post(url, headers, body);
    const isTaken = status >= 200 && status < 300;
    return { at, milliseconds: took(), status, ...(!isTaken && { error: `The receiver answered ${status}.` }) };
  } catch (error) {
    if (!(error instanceof DatelineError)) throw error;
    return { at, milliseconds: took(), error: error.message };
  }
}

function outcomeOf(delivery: Delivery, attempt: DeliveryAttempt): Delivery {
  const attempts = [...delivery.attempts, attempt];
  if (attempt.error === undefined) return settled({ ...delivery, attempts }, 'delivered');
  const delay = DELAYS[attempts.length - 1];
  if (delay === undefined || attempt.status === GONE) return settled({ ...delivery, attempts }, 'failed');
  return { ...delivery, attempts, nextAt: new Date(Date.parse(attempt.at) + delay * 1000).toISOString() };
}

const settled = ({ nextAt: _nextAt, ...delivery }: Delivery, status: Delivery['status']): Delivery => ({
  ...delivery,
  status,
});
