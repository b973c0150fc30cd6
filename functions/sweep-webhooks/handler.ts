import type { ScheduledHandler } from 'aws-lambda';
import { openRecords } from '../../shared/store/open-records.ts';
import { clients } from '../runtime/clients.ts';
import { environmentOf } from '../runtime/environment.ts';
import { logged } from '../runtime/process-log.ts';
import { queueAt } from '../runtime/queue-at.ts';
import { spec } from './spec.ts';
import { sweepWebhooks } from './sweep-webhooks.ts';

const env = environmentOf(spec, process.env);

export const handler = logged<ScheduledHandler>(async () => {
  const { table, now } = clients();
  const store = openRecords({ client: table, tableName: env.TABLE_NAME, now });
  await sweepWebhooks(store, queueAt(env.WEBHOOK_QUEUE_URL), now());
});
