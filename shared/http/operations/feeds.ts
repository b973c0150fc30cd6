import * as z from 'zod/mini';
import { operation } from '../operation.ts';
import { FeedInput, FeedList, FeedSchema, ImportSchema, OpmlInput } from '../schemas/feed.ts';
import { Collection, Id } from '../schemas/primitives.ts';

const params = z.strictObject({ id: Id });

/** `POST /v1/feeds` */
export const createFeed = operation({
  id: 'createFeed',
  tag: 'feeds',
  summary: 'Follow a feed',
  description:
    'RSS, Atom, JSON Feed or a news sitemap, or a page that names one. It is polled at once and then on its own rhythm; each new item becomes an article.',
  body: FeedInput,
  answers: {
    200: { description: 'It is followed already', schema: FeedSchema, headers: ['Location'] },
    201: { description: 'Followed from now on', schema: FeedSchema, headers: ['Location'] },
  },
  example: { body: { url: 'https://example.org/news.rss', tags: ['news'] }, status: 201 },
});

/** `GET /v1/feeds` */
export const listFeeds = operation({
  id: 'listFeeds',
  tag: 'feeds',
  summary: 'The feeds that are followed, with their health',
  query: z.strictObject({ collection: z.exactOptional(Collection) }),
  answers: { 200: { description: 'The feeds of the collections that the key is for', schema: FeedList } },
  example: { status: 200 },
});

/** `GET /v1/feeds/{id}` */
export const readFeed = operation({
  id: 'readFeed',
  tag: 'feeds',
  summary: 'One feed with its health',
  params,
  answers: { 200: { description: 'The feed', schema: FeedSchema } },
  problems: ['feed.not-found'],
  example: { params: { id: 'example-feed' }, status: 200 },
});

/** `DELETE /v1/feeds/{id}` */
export const removeFeed = operation({
  id: 'removeFeed',
  tag: 'feeds',
  summary: 'Stop following a feed; its articles stay',
  params,
  answers: { 204: { description: 'Gone' } },
  problems: ['feed.not-found'],
  example: { params: { id: 'example-feed' }, status: 204 },
});

/** `POST /v1/feeds/{id}/poll` */
export const pollFeed = operation({
  id: 'pollFeed',
  tag: 'feeds',
  summary: 'Poll a feed now',
  params,
  answers: { 202: { description: 'It is on the queue', schema: FeedSchema } },
  problems: ['feed.not-found', 'queue.unavailable'],
  example: { params: { id: 'example-feed' }, status: 202 },
});

/** `POST /v1/feeds/import` */
export const importFeeds = operation({
  id: 'importFeeds',
  tag: 'feeds',
  summary: 'Follow all feeds of an OPML file',
  description:
    'The folders of the file become tags. Feeds that are followed already stay as they are, so a file can be sent twice.',
  body: OpmlInput,
  maxBodyBytes: 6_000_000,
  answers: { 200: { description: 'The numbers of new, known and refused feeds', schema: ImportSchema } },
  problems: ['queue.unavailable'],
  example: {
    body: {
      opml: '<opml version="2.0"><head/><body><outline text="Bridges" type="rss" xmlUrl="https://example.org/bridges.rss"/></body></opml>',
    },
    status: 200,
  },
});

/** `GET /v1/feeds.opml` */
export const exportFeeds = operation({
  id: 'exportFeeds',
  tag: 'feeds',
  summary: 'The followed feeds as an OPML file',
  query: z.strictObject({ collection: z.exactOptional(Collection) }),
  answers: { 200: { description: 'The file', contentType: 'text/x-opml' } },
  example: { status: 200 },
});
