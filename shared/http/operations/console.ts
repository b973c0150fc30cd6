import * as z from 'zod/mini';
import { operation } from '../operation.ts';
import type { OperationId } from '../routes.ts';
import { Id, Slug } from '../schemas/primitives.ts';

/** Pages are for people, so unknown or invalid parameters are ignored: there is no `query` schema. */
const page = <const Name extends OperationId>(id: Name, summary: string) =>
  operation({
    id,
    tag: 'service',
    summary,
    answers: {
      200: { description: 'A page', contentType: 'text/html' },
      404: { description: 'A page that says so', contentType: 'text/html' },
      303: {
        description: 'The one-time link is used up; the session is in a cookie',
        headers: ['Location', 'Set-Cookie'],
      },
    },
  });

/** `GET /` */
export const renderHome = page('renderHome', 'The console');
/** `GET /articles` */
export const renderArticles = page('renderArticles', 'The console: articles');
/** `GET /events` */
export const renderEvents = page('renderEvents', 'The console: events');
/** `GET /timelines` */
export const renderTimelines = page('renderTimelines', 'The console: timelines');
/** `GET /feeds` */
export const renderFeeds = page('renderFeeds', 'The console: feeds');
/** `GET /webhooks` */
export const renderWebhooks = page('renderWebhooks', 'The console: webhooks');
/** `GET /keys` */
export const renderKeys = page('renderKeys', 'The console: keys');
/** `GET /articles/{id}` */
export const renderArticle = {
  ...page('renderArticle', 'The console: one article'),
  params: z.strictObject({ id: Id }),
};
/** `GET /events/{id}` */
export const renderEvent = { ...page('renderEvent', 'The console: one event'), params: z.strictObject({ id: Id }) };
/** `GET /timelines/{slug}` */
export const renderTimeline = {
  ...page('renderTimeline', 'The console: one timeline'),
  params: z.strictObject({ slug: Slug }),
};

/** `GET /assets/{file}` */
export const readAsset = operation({
  id: 'readAsset',
  tag: 'service',
  summary: 'A script or stylesheet of the console',
  params: z.strictObject({ file: z.string() }),
  answers: { 200: { description: 'The file', contentType: 'text/javascript' } },
  problems: ['asset.not-found'],
});

/** `DELETE /session` */
export const endSession = operation({
  id: 'endSession',
  tag: 'service',
  summary: 'Leave the console',
  answers: { 204: { description: 'The session is over', headers: ['Set-Cookie'] } },
});
