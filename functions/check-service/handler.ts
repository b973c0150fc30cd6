import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ScheduledHandler } from 'aws-lambda';
import { datelineClient } from '../../shared/http/client/client.ts';
import { environmentOf } from '../runtime/environment.ts';
import { recordMetric } from '../runtime/metrics.ts';
import { logged, processLog } from '../runtime/process-log.ts';
import { secretsAt } from '../runtime/secrets.ts';
import { checkService } from './check-service.ts';
import { spec } from './spec.ts';

const env = environmentOf(spec, process.env);
const clock = () => performance.now();
export const handler = logged<ScheduledHandler<unknown>>(async () => {
  const [key = ''] = await secretsAt(env.SMOKE_KEY_SECRET);
  const client = datelineClient({ baseUrl: env.PUBLIC_BASE_URL, key });
  await checkService({ client, clock, sleep, id: randomUUID(), log: processLog(), metric: recordMetric });
});
