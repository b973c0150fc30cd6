import { openArticles } from '../../shared/store/open-articles.ts';
import { environmentOf } from '../runtime/environment.ts';
import { lambda } from '../runtime/lambda.ts';
import { queueAt } from '../runtime/queue-at.ts';
import { httpServices } from '../runtime/services.ts';
import { acceptArticles } from './accept-articles.ts';
import { spec } from './spec.ts';

const env = environmentOf(spec, process.env);

export const handler = lambda(
  acceptArticles({ ...httpServices(env, openArticles), queue: queueAt(env.ARTICLE_QUEUE_URL) }),
);
