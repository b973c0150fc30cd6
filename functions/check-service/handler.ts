import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ScheduledHandler } from 'aws-lambda';
import { datelineClient } from '../../shared/http/client/client.ts';
import { environmentOf } from '../runtime/environment.ts';
import { structuredLog } from '../runtime/log.ts';
import { recordMetric } from '../runtime/metrics.ts';
import { replacements } from '../runtime/replacements.ts';
import { secretsAt } from '../runtime/secrets.ts';
import { checkService } from './check-service.ts';
import { spec } from './spec.ts';

const env = environmentOf(spec, process.env);

export const handler: ScheduledHandler<unknown> = async () => {
  const log = replacements().log ?? structuredLog();
  const [key = ''] = await secretsAt(env.SMOKE_KEY_SECRET);
  const client = datelineClient({ baseUrl: env.PUBLIC_BASE_URL, key });
  const clock = () => performance.now();
  await checkService({ client, clock, sleep, id: randomUUID(), log, metric: recordMetric });
};
