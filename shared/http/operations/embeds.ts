import * as z from 'zod/mini';
import { operation } from '../operation.ts';
import { langShape, Slug, whole } from '../schemas/primitives.ts';

/** `GET /embed/{slug}` */
export const renderEmbed = operation({
  id: 'renderEmbed',
  tag: 'embeds',
  summary: 'The page of a timeline, for an iframe; works without JavaScript',
  params: z.strictObject({ slug: Slug }),
  answers: { 200: { description: 'The page', contentType: 'text/html' } },
  problems: ['timeline.not-found', 'embed-token.invalid'],
  example: { params: { slug: 'sample' }, status: 200 },
});

/** `GET /embed.js` */
export const readEmbedScript = operation({
  id: 'readEmbedScript',
  tag: 'embeds',
  summary: 'The widget: <dateline-timeline>',
  description: '`lang` chooses the language of its own words: one script a language, so that a reader loads one.',
  query: z.looseObject({ ...langShape }),
  answers: { 200: { description: 'An ES module', contentType: 'text/javascript' } },
  problems: ['asset.not-found'],
  example: { status: 200 },
});

/** `GET /oembed` */
export const readOembed = operation({
  id: 'readOembed',
  tag: 'embeds',
  summary: 'oEmbed of an embed’s address',
  query: z.looseObject({
    url: z.string().check(z.maxLength(4096)),
    format: z._default(z.enum(['json']), 'json'),
    maxwidth: z.exactOptional(whole(1, 100_000)),
    maxheight: z.exactOptional(whole(1, 100_000)),
  }),
  answers: {
    200: { description: 'oEmbed 1.0, type rich', schema: z.looseObject({ type: z.literal('rich'), html: z.string() }) },
  },
  problems: ['timeline.not-found', 'embed-token.invalid'],
  example: { query: { url: 'https://dateline.example/embed/sample' }, status: 200 },
});
