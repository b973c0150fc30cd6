import type { Hono } from 'hono';
import type { extractFrom } from '../../shared/application/extraction.ts';
import { createApi, endpoint } from '../../shared/http/api.ts';
import { extractArticle } from '../../shared/http/operations/articles.ts';
import { ok } from '../../shared/http/reply.ts';
import { identifyArticle } from '../../shared/ingest/identify-article.ts';
import type { LanguageModel } from '../runtime/language-model/language-model.ts';
import { readingBy } from '../runtime/language-model/reading.ts';
import type { HttpServices } from '../runtime/services.ts';

/** The extractors, in addition to the services that every HTTP function has. */
interface Readers {
  readonly extract: typeof extractFrom;
  readonly model: LanguageModel | undefined;
}

/** `POST /v1/extract`. Nothing is stored, so the scope `read` is sufficient. */
export function extractArticleApi({ extract, model, ...services }: HttpServices & Readers): Hono {
  return createApi('extract-article', services, {
    extractArticle: endpoint(extractArticle, async ({ body, query }) => {
      const article = identifyArticle(body);
      const extracted = await extract({ ...article, explain: query.explain === 'true' });
      return ok(await readingBy(query.extractor, article, extracted, model), { cache: 'none' });
    }),
  });
}
