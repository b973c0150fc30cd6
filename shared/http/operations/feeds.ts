import * as z from 'zod/mini';
import { operation } from '../operation.ts';
import { FeedInput, FeedList, FeedSchema } from '../schemas/feed.ts';
import { Collection, Id } from '../schemas/primitives.ts';

const params = z.strictObject({ id: Id });

export const createFeed = operation({
  id: 'createFeed',
  tag: 'feeds',
  summary: 'Follow a feed',
  description:
    'RSS, Atom, JSON Feed or a news sitemap. It is polled at once and then on its own rhythm; each new item becomes an article.',
  body: FeedInput,
  answers: {
    200: { description: 'It is followed already', schema: FeedSchema, headers: ['Location'] },
    201: { description: 'Followed from now on', schema: FeedSchema, headers: ['Location'] },
  },
  example: { body: { url: 'https://example.org/news.rss', tags: ['news'] }, status: 201 },
});

export const listFeeds = operation({
  id: 'listFeeds',
  tag: 'feeds',
  summary: 'The feeds that are followed, with their health',
  query: z.strictObject({ collection: z.exactOptional(Collection) }),
  answers: { 200: { description: 'The feeds of the collections that the key is for', schema: FeedList } },
  example: { status: 200 },
});

export const readFeed = operation({
  id: 'readFeed',
  tag: 'feeds',
  summary: 'One feed with its health',
  params,
  answers: { 200: { description: 'The feed', schema: FeedSchema } },
  problems: ['feed.not-found'],
  example: { params: { id: '{feed}' }, status: 200 },
});

export const removeFeed = operation({
  id: 'removeFeed',
  tag: 'feeds',
  summary: 'Stop following a feed; its articles stay',
  params,
  answers: { 204: { description: 'Gone' } },
  problems: ['feed.not-found'],
  example: { params: { id: '{feed}' }, status: 204 },
});

export const pollFeed = operation({
  id: 'pollFeed',
  tag: 'feeds',
  summary: 'Poll a feed now',
  params,
  answers: { 202: { description: 'It is on the queue', schema: FeedSchema } },
  problems: ['feed.not-found', 'queue.unavailable'],
  example: { params: { id: '{feed}' }, status: 202 },
});
