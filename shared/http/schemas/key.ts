import * as z from 'zod/mini';
import { Collection, Instant, line, whole } from './primitives.ts';

/** Scopes of a key. */
export const ScopeSchema = z.enum(['read', 'ingest', 'admin']);

const collections = z
  .array(z.union([z.literal('*'), Collection], 'must be a collection’s name, or *'))
  .check(z.minLength(1, 'must name a collection, or *'), z.maxLength(100, 'must have at most 100 collections'));

/** A request for a key. */
export const KeyInput = z.strictObject({
  label: z.exactOptional(line(200)),
  scopes: z.array(ScopeSchema).check(z.minLength(1, 'must name a scope'), z.maxLength(3, 'must have at most 3 scopes')),
  collections: z._default(collections, ['main']),
  expiresAt: z.exactOptional(Instant),
  /** Default: 6,000. */
  requestsPerMinute: z.exactOptional(whole(1, 1_000_000_000)),
});

/** A key in a list: without its secret or the secret's hash. */
export const KeySchema = z.strictObject({
  id: z.string(),
  label: z.exactOptional(z.string()),
  scopes: z.array(ScopeSchema),
  collections: z.array(z.string()),
  createdAt: z.string(),
  expiresAt: z.exactOptional(z.string()),
  revokedAt: z.exactOptional(z.string()),
  requestsPerMinute: z.exactOptional(z.int()),
});

/** The only response that contains the key itself. */
export const NewKey = z.extend(KeySchema, { key: z.string() });

/** The keys that a caller may see. */
export const KeyList = z.strictObject({ keys: z.array(KeySchema) });

/** Entries of the audit log, newest first. */
export const AuditList = z.strictObject({
  entries: z.array(
    z.strictObject({
      id: z.exactOptional(z.string()),
      at: z.string(),
      by: z.string(),
      act: z.string(),
      subject: z.string(),
      collection: z.exactOptional(z.string()),
      before: z.exactOptional(z.unknown()),
      after: z.exactOptional(z.unknown()),
      undoneBy: z.exactOptional(z.string()),
    }),
  ),
});
