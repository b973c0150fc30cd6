import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { SQSHandler } from 'aws-lambda';
import { createSafeFetch } from '../../shared/ingest/safe-fetch.ts';
import { openStore } from '../../shared/store/open-store.ts';
import { clients } from '../clients.ts';
import { environmentOf } from '../environment.ts';
import { fetchFeeds } from './fetch-feed.ts';
import { fetchRules } from './fetch-rules.ts';
import { spec } from './spec.ts';

const env = environmentOf(spec, process.env);
const fetch = createSafeFetch(fetchRules(env));

export const handler: SQSHandler = (event, context) => {
  const { table, now, log } = clients();
  const store = openStore({ client: table, tableName: env.TABLE_NAME, now });
  const remainingMs = () => context.getRemainingTimeInMillis();
  return fetchFeeds(event, { store, fetch, now, log, random: Math.random, sleep, holder: randomUUID(), remainingMs });
};
