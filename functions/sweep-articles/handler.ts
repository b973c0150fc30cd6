import type { ScheduledHandler } from 'aws-lambda';
import { openArticles } from '../../shared/store/open-articles.ts';
import { clients } from '../runtime/clients.ts';
import { environmentOf } from '../runtime/environment.ts';
import { queueAt } from '../runtime/queue.ts';
import { spec } from './spec.ts';
import { type SweepOptions, sweepArticles } from './sweep-articles.ts';

const env = environmentOf(spec, process.env);
/** Longer than an article usually waits; a second message does no harm. The sweep at start-up asks for 0. */
const GRACE_SECONDS = 300;
/** What a minute suffices for. */
const MOST_AT_ONCE = 10_000;

export const handler: ScheduledHandler<Partial<SweepOptions> | undefined> = async ({ detail }) => {
  const { table, now, log } = clients();
  const { articles } = openArticles({ client: table, tableName: env.TABLE_NAME, now });
  const { graceSeconds = GRACE_SECONDS, atMost = MOST_AT_ONCE } = Object(detail) as Partial<SweepOptions>;
  const options = { graceSeconds, atMost, now: now() };
  log.info('articles.swept', await sweepArticles(articles, queueAt(env.ARTICLE_QUEUE_URL), options));
};
