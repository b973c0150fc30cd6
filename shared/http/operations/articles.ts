import * as z from 'zod/mini';
import { operation } from '../operation.ts';
import {
  AcceptedArticle,
  ArticleInput,
  ArticleList,
  ArticleSchema,
  ArticleStatus,
  ExtractionSchema,
} from '../schemas/article.ts';
import { rangeIsForwards } from '../schemas/filters.ts';
import { Bound, Collection, Cursor, FacetValue, Id, whole } from '../schemas/primitives.ts';

/** Limit of API Gateway and Lambda: 3 MiB of HTML escaped as JSON, and its fields. */
const MAX_ARTICLE_BODY_BYTES = 6_000_000;

const params = z.strictObject({ id: Id });
const sample = {
  text: 'The bridge was opened on 12 May 1937. In 2012 the city council planned to close it.',
  title: 'A bridge and its council',
  publishedAt: '2013-03-02',
};

/** `POST /v1/articles` */
export const acceptArticle = operation({
  id: 'acceptArticle',
  tag: 'articles',
  summary: 'Accept an article',
  description:
    'Accepts an article with one write and answers at once; its events follow within seconds. The same article again answers 200 with ' +
    'the same id and changes nothing; the same address with new content replaces the article.',
  body: ArticleInput,
  maxBodyBytes: MAX_ARTICLE_BODY_BYTES,
  answers: {
    200: { description: 'The same article is there already', schema: AcceptedArticle, headers: ['Location'] },
    202: { description: 'Accepted; its events are on their way', schema: AcceptedArticle, headers: ['Location'] },
  },
  example: { body: sample, status: 202 },
});

/** Most lines of one batch, which take a few seconds. */
export const MAX_BATCH_LINES = 500;

/** `POST /v1/articles:batch` */
export const acceptArticleBatch = operation({
  id: 'acceptArticleBatch',
  tag: 'articles',
  summary: 'Accept many articles, a line each',
  description:
    `JSON lines (\`application/jsonl\`), each an article as \`POST /v1/articles\` takes it, at most ${MAX_BATCH_LINES} lines and 6 MB. The answer has a line for each, in ` +
    'order: `{line, id, status, outcome}`, or `{line, problem}` where the article was refused; the others are accepted all the same. Sending a batch ' +
    'again doubles nothing.',
  bodyIsLines: true,
  body: z
    .array(z.unknown())
    .check(
      z.minLength(1, 'must have at least one line'),
      z.maxLength(MAX_BATCH_LINES, `must have at most ${MAX_BATCH_LINES} lines`),
    ),
  maxBodyBytes: MAX_ARTICLE_BODY_BYTES,
  answers: { 200: { description: 'A line for each line', contentType: 'application/jsonl' } },
  example: {
    body: `${JSON.stringify(sample)}\n${JSON.stringify({ text: 'The mill burned down on 2 May 1901.' })}\n`,
    status: 200,
  },
});

/** `GET /v1/articles` */
export const listArticles = operation({
  id: 'listArticles',
  tag: 'articles',
  summary: 'Articles by status, source and day, with the reasons of failures',
  description:
    'Newest change of status first, without texts. Without `collection`, of all collections that the key may read. A page may be shorter ' +
    'than `limit` and still have a `next`, where a filter passes over much.',
  query: z
    .strictObject({
      collection: z.exactOptional(Collection),
      status: z.exactOptional(ArticleStatus),
      source: z.exactOptional(FacetValue),
      from: z.exactOptional(Bound('first')),
      to: z.exactOptional(Bound('last')),
      limit: z._default(whole(1, 100), 50),
      cursor: z.exactOptional(Cursor),
    })
    .check(rangeIsForwards()),
  answers: { 200: { description: 'One page', schema: ArticleList } },
  problems: ['request.bad-cursor'],
  example: { query: { collection: 'sample', status: 'done', limit: '5' }, status: 200 },
});

/** `GET /v1/articles/{id}` */
export const readArticle = operation({
  id: 'readArticle',
  tag: 'articles',
  summary: 'One article with its text and its events',
  description: 'Offsets of evidence count UTF-16 code units in `text`.',
  params,
  answers: { 200: { description: 'The article', schema: ArticleSchema } },
  problems: ['article.not-found'],
  example: { params: { id: 'example-article' }, status: 200 },
});

/** `DELETE /v1/articles/{id}` */
export const removeArticle = operation({
  id: 'removeArticle',
  tag: 'articles',
  summary: 'Take an article down',
  description: 'Its evidence goes from every read at once, and so do events that have no other evidence.',
  params,
  answers: { 204: { description: 'Gone' } },
  problems: ['article.not-found'],
  example: { params: { id: 'example-article' }, status: 204 },
});

/** `POST /v1/extract` */
export const extractArticle = operation({
  id: 'extractArticle',
  tag: 'articles',
  summary: 'The events of an article, without storing anything',
  description:
    'Where the service has a language model, `extractor=model` returns the events that the model found and the text confirms, and `extractor=compare` adds them ' +
    'to the events of the rules, with where the two differ. Without one, both are refused.',
  query: z.strictObject({
    extractor: z._default(z.enum(['rules', 'model', 'compare']).check(z.describe('Who reads the article.')), 'rules'),
    explain: z.exactOptional(
      z
        .enum(['true', 'false'])
        .check(
          z.describe('`true` adds `explanation`: why each event came out, and what was refused in its sentences.'),
        ),
    ),
  }),
  body: ArticleInput,
  maxBodyBytes: MAX_ARTICLE_BODY_BYTES,
  answers: {
    200: { description: 'The events of the article, with the text that offsets refer to', schema: ExtractionSchema },
  },
  problems: ['extractor.not-configured', 'model.budget-spent', 'model.unavailable'],
  example: { body: sample, status: 200 },
});
