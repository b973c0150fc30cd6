import type { ScheduledHandler } from 'aws-lambda';
import { openRecords } from '../../shared/store/open-records.ts';
import { clients } from '../runtime/clients.ts';
import { environmentOf } from '../runtime/environment.ts';
import { recordMetric } from '../runtime/metrics.ts';
import { logged } from '../runtime/process-log.ts';
import { queueAt } from '../runtime/queue-at.ts';
import { countFailingFeeds, pollFeeds } from './poll-feeds.ts';
import { spec } from './spec.ts';

const env = environmentOf(spec, process.env);
/** Counting reads every feed, so it is done four times an hour, not sixty. @param time Of the schedule's event, ISO. */
const isTimeToCount = (time: string): boolean => Number(time.slice(14, 16)) % 15 === 0;

export const handler = logged<ScheduledHandler<unknown>>(async ({ time }) => {
  const { table, now } = clients();
  const { feeds } = openRecords({ client: table, tableName: env.TABLE_NAME, now });
  await pollFeeds(feeds, queueAt(env.FEED_QUEUE_URL), now());
  if (isTimeToCount(time)) recordMetric('FeedsFailingForADay', await countFailingFeeds(feeds, now()));
});
