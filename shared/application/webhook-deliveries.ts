import type { ChangeKind, ChangeRecord, Delivery, EventTransition, Webhook } from '../store/contract/webhooks.ts';
import { shortHash } from '../store/keys.ts';
import type { TimelineQuery } from '../timeline/query.ts';
import { wasIn } from './query-match.ts';

/** Most events of one message: with their evidence about 200 KB. */
const MOST_EVENTS = 100;

/** The kind of a change for subscribers of a query; `undefined` if it does not concern them. */
export function kindOf({ before, after }: EventTransition, query: TimelineQuery): ChangeKind | undefined {
  const [was, is] = [before && wasIn(before, query), after && wasIn(after, query)];
  if (is) return was ? 'changed' : 'new';
  return was ? 'withdrawn' : undefined;
}

/** The messages of a webhook for a change record, due at once. The same record gives the same messages. */
export function deliveriesOf(webhook: Webhook, record: ChangeRecord, now: string): readonly Delivery[] {
  const query = { ...webhook.query, collection: webhook.collection };
  const told = record.transitions.flatMap((transition) => {
    const kind = kindOf(transition, query);
    const id = (transition.after ?? transition.before)?.event.id;
    return kind && id !== undefined && webhook.kinds.includes(kind) ? [{ kind, id }] : [];
  });
  const messages: Delivery[] = [];
  for (let from = 0; from < told.length; from += MOST_EVENTS) {
    const some = told.slice(from, from + MOST_EVENTS);
    const ids = (kind: ChangeKind) => some.filter((one) => one.kind === kind).map(({ id }) => id);
    messages.push({
      ...pending(webhook, record.at, `${record.collection}|${record.position}|${from}`),
      nextAt: now,
      type: 'events.changed',
      events: { new: ids('new'), changed: ids('changed'), withdrawn: ids('withdrawn') },
    });
  }
  return messages;
}

/** A test message without events. */
export const pingOf = (webhook: Webhook, now: string): Delivery => ({
  ...pending(webhook, now, `ping|${now}`),
  type: 'webhook.ping',
  events: { new: [], changed: [], withdrawn: [] },
});

const pending = (webhook: Webhook, at: string, subject: string) =>
  ({
    id: `msg_${shortHash(`${webhook.id}|${subject}`, 24)}`,
    webhook: webhook.id,
    createdAt: at,
    status: 'pending',
    attempts: [],
    nextAt: at,
  }) as const;
