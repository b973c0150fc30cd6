import type { ScheduledHandler } from 'aws-lambda';
import { openStore } from '../../shared/store/open-store.ts';
import { clients } from '../runtime/clients.ts';
import { environmentOf } from '../runtime/environment.ts';
import { spec } from './spec.ts';
import { sweepWebhooks } from './sweep-webhooks.ts';

const env = environmentOf(spec, process.env);

export const handler: ScheduledHandler = async () => {
  const { table, now, queue } = clients();
  const store = openStore({ client: table, tableName: env.TABLE_NAME, now });
  await sweepWebhooks(store, queue(env.WEBHOOK_QUEUE_URL), now());
};
