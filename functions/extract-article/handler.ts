import { extractFrom } from '../../shared/application/extraction.ts';
import { clients } from '../runtime/clients.ts';
import { environmentOf } from '../runtime/environment.ts';
import { lambda } from '../runtime/lambda.ts';
import { httpServices } from '../runtime/services.ts';
import { extractArticleApi } from './extract-article.ts';
import { spec } from './spec.ts';

const env = environmentOf(spec, process.env);

const { now, extract = extractFrom } = clients();

export const handler = lambda(
  extractArticleApi({
    ...httpServices(env),
    extract: (article) => extract({ ...article, today: now().slice(0, 10) }),
  }),
);
