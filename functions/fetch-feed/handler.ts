import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { SQSHandler } from 'aws-lambda';
import { createSafeFetch } from '../../shared/ingest/safe-fetch.ts';
import { openArticles } from '../../shared/store/open-articles.ts';
import { readHtml } from '../../shared/text/html.ts';
import { clients } from '../runtime/clients.ts';
import { environmentOf } from '../runtime/environment.ts';
import { fetchRules } from '../runtime/fetch-rules.ts';
import { logged } from '../runtime/process-log.ts';
import { fetchFeeds } from './fetch-feed.ts';
import { spec } from './spec.ts';

const env = environmentOf(spec, process.env);
const fetch = createSafeFetch(fetchRules(env));
export const handler = logged<SQSHandler>((event, { getRemainingTimeInMillis: remainingMs }) => {
  const { table: client, readPage = readHtml, ...rest } = clients();
  const run = { ...rest, random: Math.random, sleep, holder: randomUUID(), remainingMs, fetch, readPage };
  return fetchFeeds(event, { ...run, store: openArticles({ client, tableName: env.TABLE_NAME, now: rest.now }) });
});
