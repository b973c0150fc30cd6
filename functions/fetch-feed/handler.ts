import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { SQSHandler } from 'aws-lambda';
import { createSafeFetch } from '../../shared/ingest/safe-fetch.ts';
import { openArticles } from '../../shared/store/open-articles.ts';
import { readHtml } from '../../shared/text/html.ts';
import { clients } from '../runtime/clients.ts';
import { environmentOf } from '../runtime/environment.ts';
import { fetchRules } from '../runtime/fetch-rules.ts';
import { fetchFeeds } from './fetch-feed.ts';
import { spec } from './spec.ts';

const env = environmentOf(spec, process.env);
const fetch = createSafeFetch(fetchRules(env));
export const handler: SQSHandler = (event, { getRemainingTimeInMillis: remainingMs }) => {
  const { table, readPage = readHtml, ...rest } = clients();
  const store = openArticles({ client: table, tableName: env.TABLE_NAME, now: rest.now });
  const run = { random: Math.random, sleep, holder: randomUUID(), remainingMs };
  return fetchFeeds(event, { ...rest, ...run, store, fetch, readPage });
};
