import * as z from 'zod/mini';
import { operation } from '../operation.ts';
import { AuditList, KeyInput, KeyList, NewKey } from '../schemas/key.ts';
import { Id, whole } from '../schemas/primitives.ts';

/** `POST /v1/keys` */
export const createKey = operation({
  id: 'createKey',
  tag: 'keys',
  summary: 'Make a key',
  description:
    'Only this response contains the key itself; the service stores its hash. A key has no more rights than the key that creates it.',
  body: KeyInput,
  answers: { 201: { description: 'The key', schema: NewKey } },
  problems: ['key.too-far'],
  example: { body: { label: 'newsroom import', scopes: ['ingest'], collections: ['sample'] }, status: 201 },
});

/** `GET /v1/keys` */
export const listKeys = operation({
  id: 'listKeys',
  tag: 'keys',
  summary: 'The keys of the caller’s collections',
  answers: { 200: { description: 'Newest first; revoked ones too', schema: KeyList } },
  example: { status: 200 },
});

/** `DELETE /v1/keys/{id}` */
export const revokeKey = operation({
  id: 'revokeKey',
  tag: 'keys',
  summary: 'Revoke a key, from its next request on',
  params: z.strictObject({ id: Id }),
  answers: { 204: { description: 'Revoked' } },
  problems: ['key.not-found'],
  example: { params: { id: 'example-key' }, status: 204 },
});

/** `GET /v1/audit` */
export const listAudit = operation({
  id: 'listAudit',
  tag: 'keys',
  summary: 'The audit log: every administrative action, newest first',
  query: z.strictObject({
    subject: z.exactOptional(z.string().check(z.minLength(1), z.maxLength(128))),
    limit: z._default(whole(1, 200), 50),
  }),
  answers: { 200: { description: 'The acts', schema: AuditList } },
  example: { query: { limit: '10' }, status: 200 },
});
