import { deliveriesOf } from '../../shared/application/webhook-deliveries.ts';
import type { DeliveryKey, Repositories, Webhook } from '../../shared/store/store.ts';
import type { Queue } from '../runtime/queue.ts';

/** Records of changes and due deliveries that one run takes up; the next one goes on. */
const [RECORDS, DUE] = [200, 1000] as const;

/**
 * Makes messages of all changes that no webhook has been told of, and puts what is due on the queue. Run again after a crash, it makes the same
 * messages.
 *
 * @returns How many messages were made, and how many are on the queue.
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
  // The index lags behind: what was made just now may be missing in it, or be there already.
  const known = new Set(due.map(({ id }) => id));
  due.push(...(await webhooks.due(now, DUE)).filter(({ id }) => !known.has(id)));
  if (due.length > 0) await queue.send(due.map(({ webhook, createdAt, id }) => ({ webhook, createdAt, id })));
  return { made, sent: due.length };
}
