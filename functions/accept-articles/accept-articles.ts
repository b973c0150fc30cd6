import type { Hono } from 'hono';
import type * as z from 'zod/mini';
import { createApi, endpoint } from '../../shared/http/api.ts';
import { type Caller, mustMay } from '../../shared/http/caller.ts';
import { type JsonLine, MalformedLine } from '../../shared/http/json-lines.ts';
import { acceptArticle, acceptArticleBatch } from '../../shared/http/operations/articles.ts';
import { parse } from '../../shared/http/parse.ts';
import { problemOf } from '../../shared/http/problem.ts';
import { ArticleInput } from '../../shared/http/schemas/article.ts';
import { identifyArticle } from '../../shared/ingest/identify-article.ts';
import type { Articles } from '../../shared/store/store.ts';
import type { Queue } from '../runtime/queue.ts';
import type { HttpServices } from '../runtime/services.ts';

/** Lines of a batch that are accepted concurrently. */
const AT_ONCE = 8;

/** `POST /v1/articles` and its batch. Accepting an article is one write; the table's stream then puts it on the article queue. */
export function acceptArticles(services: HttpServices<Articles> & { readonly queue: Queue }): Hono {
  async function accept(body: z.output<typeof ArticleInput>, caller: Caller) {
    mustMay(caller, 'ingest', body.collection);
    const article = identifyArticle(body);
    const { outcome, status } = await services.store.articles.accept(article);
    // A repeated article that is still queued: its message may be lost, and a duplicate message does no harm.
    if (outcome === 'unchanged' && status === 'queued') {
      await services.queue.send([{ id: article.id, contentHash: article.contentHash }]);
    }
    return { id: article.id, status, outcome };
  }

  /** The result of one line. A refused line gets its error and the batch continues. */
  async function answerTo({ line, value }: JsonLine, caller: Caller): Promise<object> {
    try {
      if (value instanceof MalformedLine) throw value.error;
      return { line, ...(await accept(parse(ArticleInput, value, 'body'), caller)) };
    } catch (error) {
      const problem = problemOf(error);
      if (problem.status >= 500) services.logError(problem.code, { line, error });
      return { line, problem };
    }
  }

  return createApi('accept-articles', services, {
    acceptArticle: endpoint(acceptArticle, async ({ body, caller }) => {
      const { id, status, outcome } = await accept(body, caller);
      return {
        status: outcome === 'unchanged' ? 200 : 202,
        json: { id, status },
        headers: { location: `/v1/articles/${id}` },
        cache: 'none',
      };
    }),

    acceptArticleBatch: endpoint(acceptArticleBatch, async ({ body, caller }) => {
      const lines = body as readonly JsonLine[];
      const answers: object[] = [];
      for (let at = 0; at < lines.length; at += AT_ONCE) {
        answers.push(...(await Promise.all(lines.slice(at, at + AT_ONCE).map((line) => answerTo(line, caller)))));
      }
      const text = answers.map((answer) => `${JSON.stringify(answer)}\n`).join('');
      return { status: 200, text: { body: text, contentType: 'application/jsonl; charset=utf-8' }, cache: 'none' };
    }),
  });
}
