import { environmentOf } from '../runtime/environment.ts';
import { lambda } from '../runtime/lambda.ts';
import { httpServices } from '../runtime/services.ts';
import { serveArticles } from './serve-articles.ts';
import { spec } from './spec.ts';

const env = environmentOf(spec, process.env);

export const handler = lambda(serveArticles(httpServices(env)));
