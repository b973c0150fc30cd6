import type { Hono } from 'hono';
import { createApi, endpoint } from '../../shared/http/api.ts';
import { writeDocsPage } from '../../shared/http/openapi/docs-page.ts';
import { openapiDocument } from '../../shared/http/openapi/document.ts';
import { readDocs, readHealth, readOpenapi } from '../../shared/http/operations/service.ts';
import { ok } from '../../shared/http/reply.ts';
import type { HttpServices } from '../runtime/services.ts';

/** `/health`, `/openapi.json` and `/docs`; and the fallback for requests that match no route: 404, 405 and preflights. */
export function describeService(services: HttpServices): Hono {
  return createApi('describe-service', services, {
    readHealth: endpoint(readHealth, async () => {
      try {
        await services.store.ping();
        return ok({ status: 'ok', store: 'ok' }, { cache: 'none' });
      } catch (error) {
        services.logError('store.unavailable', { error });
        return { status: 503, json: { status: 'degraded', store: 'unavailable' }, cache: 'none' };
      }
    }),
    readOpenapi: endpoint(readOpenapi, () => ok(openapiDocument(), { cache: 'public' })),
    readDocs: endpoint(readDocs, () => ({
      status: 200,
      text: { body: writeDocsPage(openapiDocument()), contentType: 'text/html; charset=utf-8' },
      headers: {
        'content-security-policy':
          "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; base-uri 'none'",
      },
      cache: 'public',
    })),
  });
}
