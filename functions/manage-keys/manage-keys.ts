import type { Hono } from 'hono';
import { createApi, endpoint } from '../../shared/http/api.ts';
import { type Caller, may, mustMay } from '../../shared/http/caller.ts';
import { makeKey } from '../../shared/http/keys.ts';
import { createKey, listAudit, listKeys, revokeKey } from '../../shared/http/operations/keys.ts';
import { done, ok } from '../../shared/http/reply.ts';
import { DatelineError } from '../../shared/kernel/dateline-error.ts';
import type { KeyRecord } from '../../shared/store/store.ts';
import type { HttpServices } from '../services.ts';

/** Keys, and the audit of what was done with them. Nobody makes, sees or revokes a key that reaches further than their own. */
export function manageKeys(services: HttpServices): Hono {
  const { keys, audit } = services.store;
  const isWithin = (caller: Caller, key: KeyRecord) =>
    key.collections.every((collection) => may(caller, 'admin', collection));

  return createApi('manage-keys', services, {
    createKey: endpoint(createKey, async ({ body, caller }) => {
      for (const collection of body.collections) mustMay(caller, 'admin', collection);
      const at = services.now();
      const { key, record } = makeKey(body, at);
      await keys.create(record);
      await audit.record({ at, by: caller.id, act: 'key.create', subject: record.id, after: shown(record) });
      return {
        status: 201,
        json: { ...shown(record), key },
        headers: { location: `/v1/keys/${record.id}` },
        cache: 'none',
      };
    }),

    listKeys: endpoint(listKeys, async ({ caller }) =>
      ok({ keys: (await keys.list()).filter((key) => isWithin(caller, key)).map(shown) }, { cache: 'none' }),
    ),

    revokeKey: endpoint(revokeKey, async ({ params, caller }) => {
      const key = await keys.find(params.id);
      if (!key || !isWithin(caller, key)) {
        throw new DatelineError('key.not-found', 'There is no such key.', { detail: { field: 'id' } });
      }
      const at = services.now();
      await keys.revoke(params.id, at);
      await audit.record({ at, by: caller.id, act: 'key.revoke', subject: params.id, before: shown(key) });
      return done();
    }),

    listAudit: endpoint(listAudit, async ({ query, caller }) => {
      const entries = await audit.list(query);
      // An act that names no collection concerns keys: those who may everything see it.
      return ok(
        { entries: entries.filter((entry) => may(caller, 'admin', entry.collection ?? '*')) },
        { cache: 'none' },
      );
    }),
  });
}

/** A key without the hash of its secret. */
const shown = ({ hash, ...key }: KeyRecord): Omit<KeyRecord, 'hash'> => key;
