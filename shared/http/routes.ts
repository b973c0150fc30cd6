import type { Route } from './route.ts';

type Row = readonly [
  method: Route['method'],
  path: string,
  functionName: string,
  operationId: string,
  access: Route['access'],
];

// One row a route, so that the whole surface is read at a glance.
// biome-ignore format: a table
const TABLE = [
  ['POST', '/v1/articles', 'accept-articles', 'acceptArticle', 'ingest'],
  ['POST', '/v1/articles:batch', 'accept-articles', 'acceptArticleBatch', 'ingest'],
  ['GET', '/v1/articles', 'serve-articles', 'listArticles', 'read'],
  ['GET', '/v1/articles/{id}', 'serve-articles', 'readArticle', 'read'],
  ['DELETE', '/v1/articles/{id}', 'serve-articles', 'removeArticle', 'ingest'],
  ['POST', '/v1/extract', 'extract-article', 'extractArticle', 'read'],

  ['GET', '/v1/collections', 'read-events', 'listCollections', 'read'],
  ['GET', '/v1/events', 'read-events', 'listEvents', 'read'],
  ['GET', '/v1/events/{id}', 'read-events', 'readEvent', 'read'],
  ['GET', '/v1/events/{id}/doubles', 'read-events', 'listDoubles', 'read'],
  ['GET', '/v1/overview', 'read-events', 'readOverview', 'read'],
  ['GET', '/v1/facets', 'read-events', 'listFacets', 'read'],

  ['PATCH', '/v1/events/{id}', 'edit-events', 'patchEvent', 'admin'],
  ['POST', '/v1/events/{id}/merge', 'edit-events', 'mergeEvents', 'admin'],
  ['POST', '/v1/events/{id}/split', 'edit-events', 'splitEvent', 'admin'],
  ['POST', '/v1/edits/{id}/undo', 'edit-events', 'undoEdit', 'admin'],
  ['POST', '/v1/events', 'edit-events', 'createEvent', 'admin'],
  ['POST', '/v1/events/import', 'edit-events', 'importEvents', 'admin'],
  ['DELETE', '/v1/events/{id}', 'edit-events', 'removeEvent', 'admin'],

  ['GET', '/v1/timelines', 'manage-timelines', 'listTimelines', 'public'],
  ['GET', '/v1/timelines/{slug}', 'manage-timelines', 'readTimeline', 'timeline'],
  ['PUT', '/v1/timelines/{slug}', 'manage-timelines', 'putTimeline', 'admin'],
  ['DELETE', '/v1/timelines/{slug}', 'manage-timelines', 'removeTimeline', 'admin'],
  ['POST', '/v1/timelines/{slug}/tokens', 'manage-timelines', 'createEmbedToken', 'admin'],

  ['GET', '/v1/timelines/{slug}/overview', 'export-timeline', 'readTimelineOverview', 'timeline'],
  ['GET', '/v1/timelines/{slug}/digest', 'export-timeline', 'readTimelineDigest', 'timeline'],
  ['GET', '/v1/timelines/{slug}/stream', 'export-timeline', 'streamTimeline', 'timeline'],
  ['GET', '/v1/timelines/{slug}/events', 'export-timeline', 'listTimelineEvents', 'timeline'],
  ['GET', '/v1/timelines/{slug}/events/{id}', 'export-timeline', 'readTimelineEvent', 'timeline'],
  ['GET', '/v1/timelines/{slug}/events.json', 'export-timeline', 'exportJson', 'timeline'],
  ['GET', '/v1/timelines/{slug}/events.csv', 'export-timeline', 'exportCsv', 'timeline'],
  ['GET', '/v1/timelines/{slug}/events.ics', 'export-timeline', 'exportIcs', 'timeline'],
  ['GET', '/v1/timelines/{slug}/events.rss', 'export-timeline', 'exportRss', 'timeline'],
  ['GET', '/v1/timelines/{slug}/events.jsonld', 'export-timeline', 'exportJsonld', 'timeline'],
  ['GET', '/v1/timelines/{slug}/events.timelinejs.json', 'export-timeline', 'exportTimelinejs', 'timeline'],
  ['GET', '/v1/timelines/{slug}/events.timelinejs.csv', 'export-timeline', 'exportTimelinejsCsv', 'timeline'],
  ['GET', '/v1/timelines/{slug}/events.grafana.json', 'export-timeline', 'exportGrafana', 'timeline'],
  ['GET', '/v1/timelines/{slug}/events.md', 'export-timeline', 'exportMarkdown', 'timeline'],
  ['GET', '/v1/timelines/{slug}/events.svg', 'export-timeline', 'exportSvg', 'timeline'],

  ['POST', '/v1/feeds', 'manage-feeds', 'createFeed', 'ingest'],
  ['GET', '/v1/feeds', 'manage-feeds', 'listFeeds', 'ingest'],
  ['GET', '/v1/feeds.opml', 'manage-feeds', 'exportFeeds', 'ingest'],
  ['POST', '/v1/feeds/import', 'manage-feeds', 'importFeeds', 'ingest'],
  ['GET', '/v1/feeds/{id}', 'manage-feeds', 'readFeed', 'ingest'],
  ['DELETE', '/v1/feeds/{id}', 'manage-feeds', 'removeFeed', 'ingest'],
  ['POST', '/v1/feeds/{id}/poll', 'manage-feeds', 'pollFeed', 'ingest'],

  ['POST', '/v1/webhooks', 'manage-webhooks', 'createWebhook', 'admin'],
  ['GET', '/v1/webhooks', 'manage-webhooks', 'listWebhooks', 'admin'],
  ['GET', '/v1/webhooks/{id}', 'manage-webhooks', 'readWebhook', 'admin'],
  ['DELETE', '/v1/webhooks/{id}', 'manage-webhooks', 'removeWebhook', 'admin'],
  ['POST', '/v1/webhooks/{id}/secret', 'manage-webhooks', 'rotateWebhookSecret', 'admin'],
  ['POST', '/v1/webhooks/{id}/ping', 'manage-webhooks', 'pingWebhook', 'admin'],
  ['GET', '/v1/webhooks/{id}/deliveries', 'manage-webhooks', 'listDeliveries', 'admin'],

  ['POST', '/v1/keys', 'manage-keys', 'createKey', 'admin'],
  ['GET', '/v1/keys', 'manage-keys', 'listKeys', 'admin'],
  ['DELETE', '/v1/keys/{id}', 'manage-keys', 'revokeKey', 'admin'],
  ['GET', '/v1/audit', 'manage-keys', 'listAudit', 'admin'],

  ['GET', '/embed/{slug}', 'render-embed', 'renderEmbed', 'timeline'],
  ['GET', '/embed.js', 'render-embed', 'readEmbedScript', 'public'],
  ['GET', '/oembed', 'render-embed', 'readOembed', 'public'],

  ['GET', '/', 'render-console', 'renderHome', 'public'],
  ['GET', '/articles', 'render-console', 'renderArticles', 'public'],
  ['GET', '/articles/{id}', 'render-console', 'renderArticle', 'public'],
  ['GET', '/events', 'render-console', 'renderEvents', 'public'],
  ['GET', '/events/{id}', 'render-console', 'renderEvent', 'public'],
  ['GET', '/timelines', 'render-console', 'renderTimelines', 'public'],
  ['GET', '/timelines/{slug}', 'render-console', 'renderTimeline', 'public'],
  ['GET', '/feeds', 'render-console', 'renderFeeds', 'public'],
  ['GET', '/webhooks', 'render-console', 'renderWebhooks', 'public'],
  ['GET', '/keys', 'render-console', 'renderKeys', 'public'],
  ['GET', '/assets/{file}', 'render-console', 'readAsset', 'public'],
  ['DELETE', '/session', 'render-console', 'endSession', 'public'],

  ['GET', '/health', 'describe-service', 'readHealth', 'public'],
  ['GET', '/openapi.json', 'describe-service', 'readOpenapi', 'public'],
  ['GET', '/docs', 'describe-service', 'readDocs', 'public'],
] as const satisfies readonly Row[];

/** Ids of all operations as a type: an operation without a handler, or a handler without a route, does not compile. */
export type OperationId = (typeof TABLE)[number][3];

/** Names of the functions that answer HTTP. */
export type HttpFunctionName = (typeof TABLE)[number][2];

/** The operations that one function must answer. */
export type OperationsOf<Name extends HttpFunctionName> = Extract<
  (typeof TABLE)[number],
  readonly [unknown, unknown, Name, ...unknown[]]
>[3];

/**
 * The route table. The local server, the API stack, the OpenAPI document and each function's Hono app are built from
 * it.
 *
 * Plain data, imported by infra: no zod and no Hono here. Parameters and responses of a route are defined in
 * `operations/`, by `operationId`.
 */
export const ROUTES: readonly (Route & {
  readonly operationId: OperationId;
  readonly function: HttpFunctionName;
})[] = TABLE.map(([method, path, functionName, operationId, access]) => ({
  method,
  path,
  function: functionName,
  operationId,
  access,
}));

/** The function that answers requests without a route: 404 and 405 as problem+json, and CORS preflights. It is `$default` of the HTTP API. */
export const FALLBACK_FUNCTION = 'describe-service' satisfies HttpFunctionName;
