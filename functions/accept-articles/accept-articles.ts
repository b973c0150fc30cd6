import type { Hono } from 'hono';
import { createApi, endpoint } from '../../shared/http/api.ts';
import { mustMay } from '../../shared/http/caller.ts';
import { acceptArticle } from '../../shared/http/operations/articles.ts';
import { identifyArticle } from '../../shared/ingest/identify-article.ts';
import type { Queue } from '../queue.ts';
import type { HttpServices } from '../services.ts';

/** `POST /v1/articles`: one write accepts the article, and the table's stream takes it from there. */
export function acceptArticles(services: HttpServices & { readonly queue: Queue }): Hono {
  return createApi('accept-articles', services, {
    acceptArticle: endpoint(acceptArticle, async ({ body, caller }) => {
      mustMay(caller, 'ingest', body.collection);
      const article = identifyArticle(body);
      const { outcome, status } = await services.store.articles.accept(article);
      // Still waiting although it was accepted before: perhaps its message was lost, and a second one does no harm.
      if (outcome === 'unchanged' && status === 'queued') {
        await services.queue.send([{ id: article.id, contentHash: article.contentHash }]);
      }
      return {
        status: outcome === 'unchanged' ? 200 : 202,
        json: { id: article.id, status },
        headers: { location: `/v1/articles/${article.id}` },
        cache: 'none',
      };
    }),
  });
}
