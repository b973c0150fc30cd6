import * as z from 'zod/mini';
import { operation } from '../operation.ts';

/** `GET /health` */
export const readHealth = operation({
  id: 'readHealth',
  tag: 'service',
  summary: 'Whether the service and its store answer',
  answers: {
    200: { description: 'Both do', schema: z.strictObject({ status: z.literal('ok'), store: z.literal('ok') }) },
    503: {
      description: 'The store does not',
      schema: z.strictObject({ status: z.literal('degraded'), store: z.literal('unavailable') }),
    },
  },
  example: { status: 200 },
});

/** `GET /openapi.json` */
export const readOpenapi = operation({
  id: 'readOpenapi',
  tag: 'service',
  summary: 'This API as an OpenAPI 3.1 document',
  answers: { 200: { description: 'The document', schema: z.looseObject({ openapi: z.string() }) } },
  example: { status: 200 },
});

/** `GET /docs` */
export const readDocs = operation({
  id: 'readDocs',
  tag: 'service',
  summary: 'This API for people',
  answers: { 200: { description: 'A page', contentType: 'text/html' } },
  example: { status: 200 },
});
