import { clients } from '../clients.ts';
import { environmentOf } from '../environment.ts';
import { allowedHosts } from '../feed-hosts.ts';
import { lambda } from '../lambda.ts';
import { httpServices } from '../services.ts';
import { manageFeeds } from './manage-feeds.ts';
import { spec } from './spec.ts';

const env = environmentOf(spec, process.env);

export const handler = lambda(
  manageFeeds({
    ...httpServices(env),
    queue: clients().queue(env.FEED_QUEUE_URL),
    allowedHosts: allowedHosts(env.FEED_ALLOWED_HOSTS),
  }),
);
