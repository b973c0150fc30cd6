import type { ScheduledHandler } from 'aws-lambda';
import { openArticles } from '../../shared/store/open-articles.ts';
import { clients } from '../runtime/clients.ts';
import { environmentOf } from '../runtime/environment.ts';
import { logged } from '../runtime/process-log.ts';
import { queueAt } from '../runtime/queue-at.ts';
import { spec } from './spec.ts';
import { type SweepOptions, sweepArticles } from './sweep-articles.ts';

const env = environmentOf(spec, process.env);
/** Longer than an article usually waits (the sweep at start-up passes 0), and as many articles as one minute allows. */
const DEFAULTS = { graceSeconds: 300, atMost: 10_000 };

export const handler = logged<ScheduledHandler<Partial<SweepOptions> | undefined>>(async ({ detail }) => {
  const { table, now, log } = clients();
  const { articles } = openArticles({ client: table, tableName: env.TABLE_NAME, now });
  const options = { ...DEFAULTS, ...(Object(detail) as Partial<SweepOptions>), now: now() };
  log.info('articles.swept', await sweepArticles(articles, queueAt(env.ARTICLE_QUEUE_URL), options));
});
