import type { Hono } from 'hono';
import type { extractFrom } from '../../shared/application/extraction.ts';
import { createApi, endpoint } from '../../shared/http/api.ts';
import { extractArticle } from '../../shared/http/operations/articles.ts';
import { ok } from '../../shared/http/reply.ts';
import { identifyArticle } from '../../shared/ingest/identify-article.ts';
import type { HttpServices } from '../runtime/services.ts';

/** `POST /v1/extract`: nothing is stored, so any key that may read may ask. */
export function extractArticleApi(services: HttpServices & { readonly extract: typeof extractFrom }): Hono {
  return createApi('extract-article', services, {
    extractArticle: endpoint(extractArticle, async ({ body, query }) =>
      ok(await services.extract({ ...identifyArticle(body), explain: query.explain === 'true' }), { cache: 'none' }),
    ),
  });
}
