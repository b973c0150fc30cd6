import { openRecords } from '../../shared/store/open-records.ts';
import { allowedHosts } from '../runtime/allowed-hosts.ts';
import { environmentOf } from '../runtime/environment.ts';
import { lambda } from '../runtime/lambda.ts';
import { queueAt } from '../runtime/queue-at.ts';
import { httpServices } from '../runtime/services.ts';
import { manageFeeds } from './manage-feeds.ts';
import { spec } from './spec.ts';

const env = environmentOf(spec, process.env);

export const handler = lambda(
  manageFeeds({
    ...httpServices(env, openRecords),
    queue: queueAt(env.FEED_QUEUE_URL),
    allowedHosts: allowedHosts(env.FEED_ALLOWED_HOSTS),
  }),
);
