import type { Hono } from 'hono';
import { createApi, endpoint } from '../../shared/http/api.ts';
import { type Caller, may, mustMay } from '../../shared/http/caller.ts';
import { cursorsOf } from '../../shared/http/cursor.ts';
import { listArticles, readArticle, removeArticle } from '../../shared/http/operations/articles.ts';
import { done, ok } from '../../shared/http/reply.ts';
import { DatelineError } from '../../shared/kernel/dateline-error.ts';
import type { ArticleSummary, Articles, Scope, StoredArticle } from '../../shared/store/store.ts';
import type { SigningServices } from '../runtime/services.ts';

/** `GET` and `DELETE /v1/articles/{id}`. */
export function serveArticles(services: SigningServices<Articles>): Hono {
  const { articles, audit } = services.store;

  /** An article in a collection that the caller may not access is reported as not found. */
  async function find(id: string, caller: Caller, scope: Scope): Promise<StoredArticle> {
    const article = await articles.find(id);
    if (article && may(caller, scope, article.collection)) return article;
    throw notFound();
  }

  return createApi('serve-articles', services, {
    readArticle: endpoint(readArticle, async ({ params, caller }) => {
      const { html, contentHash, ...article } = await find(params.id, caller, 'read');
      return ok({ ...article, events: await articles.eventsOf(params.id) });
    }),
    listArticles: endpoint(listArticles, async ({ query: { collection, cursor, ...filters }, caller }) => {
      if (collection !== undefined) mustMay(caller, 'read', collection);
      const collections = collection === undefined ? caller.collections : [collection];
      const cursors = cursorsOf(
        { query: { subject: JSON.stringify([collections, filters]) }, order: 'desc' },
        services.secrets,
      );
      const page = await articles.list({
        ...filters,
        collections,
        ...(cursor && { cursor: await cursors.open(cursor) }),
      });
      return ok({ articles: page.articles.map(shown), next: await cursors.close(page.next) });
    }),
    removeArticle: endpoint(removeArticle, async ({ params, caller }) => {
      const collection = await articles.collectionOf(params.id);
      if (collection === undefined || !may(caller, 'ingest', collection)) throw notFound();
      await articles.remove(params.id);
      await audit.record({ at: services.now(), by: caller.id, act: 'article.remove', subject: params.id, collection });
      return done();
    }),
  });
}

/** The article without fields that only the service needs. */
const shown = ({ contentHash, ...article }: ArticleSummary) => article;

const notFound = (): DatelineError =>
  new DatelineError('article.not-found', 'There is no such article.', { detail: { field: 'id' } });
