import type { SQSHandler } from 'aws-lambda';
import { createSafePost } from '../../shared/ingest/safe-post.ts';
import { openRepositories } from '../../shared/store/open-repositories.ts';
import { clients } from '../runtime/clients.ts';
import { environmentOf } from '../runtime/environment.ts';
import { fetchRules } from '../runtime/fetch-rules.ts';
import { logged } from '../runtime/process-log.ts';
import { deliverWebhooks } from './deliver-webhooks.ts';
import { spec } from './spec.ts';

const env = environmentOf(spec, process.env);
const post = createSafePost(fetchRules(env));

export const handler = logged<SQSHandler>((event) => {
  const { table, now, log } = clients();
  const store = openRepositories({ client: table, tableName: env.TABLE_NAME, now });
  return deliverWebhooks(event, { store, post, now, log });
});
