import * as z from 'zod/mini';
import { operation } from '../operation.ts';
import { Slug, whole } from '../schemas/primitives.ts';
import { TimelineInput, TimelineList, TimelineSchema } from '../schemas/timeline.ts';
import { tokenShape } from '../schemas/token.ts';

const params = z.strictObject({ slug: Slug });

/** `GET /v1/timelines` */
export const listTimelines = operation({
  id: 'listTimelines',
  tag: 'timelines',
  summary: 'The saved timelines that the caller may read',
  description: 'Without a key, the public ones; with one, also the private ones of its collections.',
  answers: { 200: { description: 'By slug', schema: TimelineList } },
  example: { status: 200 },
});

/** `GET /v1/timelines/{slug}` */
export const readTimeline = operation({
  id: 'readTimeline',
  tag: 'timelines',
  summary: 'One saved timeline',
  params,
  query: z.strictObject(tokenShape),
  answers: { 200: { description: 'The timeline', schema: TimelineSchema } },
  problems: ['timeline.not-found', 'embed-token.invalid'],
  example: { params: { slug: 'sample' }, status: 200 },
});

/** `PUT /v1/timelines/{slug}` */
export const putTimeline = operation({
  id: 'putTimeline',
  tag: 'timelines',
  summary: 'Save a timeline under a slug',
  description:
    'A saved query with a title, an editor’s choices and who may see it. Replaces what the slug named before, whole.',
  params,
  body: TimelineInput,
  answers: {
    200: { description: 'Replaced', schema: TimelineSchema },
    201: { description: 'Created', schema: TimelineSchema, headers: ['Location'] },
  },
  problems: ['timeline.conflict'],
  example: {
    params: { slug: 'bridges' },
    body: { title: 'Bridges', visibility: 'public', query: { keywords: ['bridge'], from: '1900-01-01' } },
    status: 201,
  },
});

/** `DELETE /v1/timelines/{slug}` */
export const removeTimeline = operation({
  id: 'removeTimeline',
  tag: 'timelines',
  summary: 'Remove a saved timeline; its events stay',
  params,
  answers: { 204: { description: 'Gone' } },
  problems: ['timeline.not-found'],
  example: { params: { slug: 'example-timeline' }, status: 204 },
});

/** Default: a month. */
export const DEFAULT_TOKEN_SECONDS = 2_592_000;
/** A little over a year. */
const MAX_TOKEN_SECONDS = 34_560_000;

/** `POST /v1/timelines/{slug}/tokens` */
export const createEmbedToken = operation({
  id: 'createEmbedToken',
  tag: 'timelines',
  summary: 'Sign an embed token for a private timeline',
  description: 'The token opens this one timeline, with its filters as they are saved, until it expires.',
  params,
  bodyIsOptional: true,
  body: z.strictObject({ expiresInSeconds: z._default(whole(60, MAX_TOKEN_SECONDS), DEFAULT_TOKEN_SECONDS) }),
  answers: {
    201: {
      description: 'The token, and the address of the embed that carries it',
      schema: z.strictObject({ token: z.string(), url: z.string(), expiresAt: z.string() }),
    },
  },
  problems: ['timeline.not-found'],
  example: { params: { slug: 'sample' }, body: { expiresInSeconds: 86400 }, status: 201 },
});
