import { clients } from '../clients.ts';
import { environmentOf } from '../environment.ts';
import { lambda } from '../lambda.ts';
import { httpServices } from '../services.ts';
import { acceptArticles } from './accept-articles.ts';
import { spec } from './spec.ts';

const env = environmentOf(spec, process.env);

export const handler = lambda(acceptArticles({ ...httpServices(env), queue: clients().queue(env.ARTICLE_QUEUE_URL) }));
