import { deliveriesOf } from '../../shared/application/webhook-deliveries.ts';
import type { DeliveryKey, Repositories, Webhook } from '../../shared/store/store.ts';
import type { Queue } from '../runtime/queue.ts';

/** Most change records and due deliveries per run; the next run continues. */
const [RECORDS, DUE] = [200, 1000] as const;

/**
 * Creates messages for all changes not yet sent to webhooks, and puts due deliveries on the queue. After a crash, a
 * second run creates the same messages.
 *
 * @returns How many messages were created, and how many were put on the queue.
 */
export async function sweepWebhooks(
  { webhooks, changes }: Pick<Repositories, 'webhooks' | 'changes'>,
  queue: Queue,
  now: string,
): Promise<{ readonly made: number; readonly sent: number }> {
  const due: DeliveryKey[] = [];
  const records = await changes.untold(RECORDS);
  const active: readonly Webhook[] =
    records.length === 0 ? [] : (await webhooks.list()).filter(({ status }) => status === 'active');
  for (const record of records) {
    const own = active.filter(({ collection }) => collection === record.collection);
    for (const delivery of own.flatMap((webhook) => deliveriesOf(webhook, record, now))) {
      await webhooks.enqueue(delivery);
      due.push(delivery);
    }
    await changes.told(record);
  }
  const made = due.length;
  // The index is eventually consistent: a delivery created just now may be missing in it or already be there.
  const known = new Set(due.map(({ id }) => id));
  due.push(...(await webhooks.due(now, DUE)).filter(({ id }) => !known.has(id)));
  if (due.length > 0) await queue.send(due.map(({ webhook, createdAt, id }) => ({ webhook, createdAt, id })));
  return { made, sent: due.length };
}
