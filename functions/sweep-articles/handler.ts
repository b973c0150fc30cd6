import type { ScheduledHandler } from 'aws-lambda';
import { openStore } from '../../shared/store/open-store.ts';
import { clients } from '../runtime/clients.ts';
import { environmentOf } from '../runtime/environment.ts';
import { spec } from './spec.ts';
import { sweepArticles } from './sweep-articles.ts';

const env = environmentOf(spec, process.env);
/** Longer than an article usually waits; a second message does no harm. The sweep at start-up asks for 0. */
const GRACE_SECONDS = 300;

export const handler: ScheduledHandler<{ readonly graceSeconds?: number } | undefined> = async ({ detail }) => {
  const { table, now, log, queue } = clients();
  const { articles } = openStore({ client: table, tableName: env.TABLE_NAME, now });
  const options = { graceSeconds: detail?.graceSeconds ?? GRACE_SECONDS, now: now() };
  log.info('articles.swept', await sweepArticles(articles, queue(env.ARTICLE_QUEUE_URL), options));
};
