import { clients } from '../runtime/clients.ts';
import { environmentOf } from '../runtime/environment.ts';
import { lambda } from '../runtime/lambda.ts';
import { httpServices } from '../runtime/services.ts';
import { acceptArticles } from './accept-articles.ts';
import { spec } from './spec.ts';

const env = environmentOf(spec, process.env);

export const handler = lambda(acceptArticles({ ...httpServices(env), queue: clients().queue(env.ARTICLE_QUEUE_URL) }));
