import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ScheduledHandler } from 'aws-lambda';
import { datelineClient } from '../../shared/http/client/client.ts';
import { clients } from '../runtime/clients.ts';
import { environmentOf } from '../runtime/environment.ts';
import { recordMetric } from '../runtime/metrics.ts';
import { checkService } from './check-service.ts';
import { spec } from './spec.ts';

const env = environmentOf(spec, process.env);

export const handler: ScheduledHandler<unknown> = async () => {
  const { secrets, log } = clients();
  const [key = ''] = await secrets(env.SMOKE_KEY_SECRET);
  const client = datelineClient({ baseUrl: env.PUBLIC_BASE_URL, key });
  const clock = () => performance.now();
  await checkService({ client, clock, sleep, id: randomUUID(), log, metric: recordMetric });
};
