import { openArticles } from '../../shared/store/open-articles.ts';
import { environmentOf } from '../runtime/environment.ts';
import { lambda } from '../runtime/lambda.ts';
import { signingServices } from '../runtime/services.ts';
import { serveArticles } from './serve-articles.ts';
import { spec } from './spec.ts';

const env = environmentOf(spec, process.env);

export const handler = lambda(serveArticles(signingServices(env, openArticles)));
