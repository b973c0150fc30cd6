import type { Hono } from 'hono';
import { createApi, endpoint } from '../../shared/http/api.ts';
import { may } from '../../shared/http/caller.ts';
import { issueKey, isWithinReach, requestWithinReach, shownKey, withdrawKey } from '../../shared/http/issue-key.ts';
import { createKey, listAudit, listKeys, revokeKey } from '../../shared/http/operations/keys.ts';
import { done, ok } from '../../shared/http/reply.ts';
import { DatelineError } from '../../shared/kernel/dateline-error.ts';
import type { HttpServices } from '../runtime/services.ts';

/** Keys and their audit trail. A caller can create, list and revoke only keys whose rights are within those of the caller's own key. */
export function manageKeys(services: HttpServices): Hono {
  const { keys, audit } = services.store;
  return createApi('manage-keys', services, {
    createKey: endpoint(createKey, async ({ body, caller }) => {
      const request = requestWithinReach(caller, body);
      const { key, record } = await issueKey(services.store, request, caller.id, services.now());
      return {
        status: 201,
        json: { ...shownKey(record), key },
        headers: { location: `/v1/keys/${record.id}` },
        cache: 'none',
      };
    }),

    listKeys: endpoint(listKeys, async ({ caller }) => {
      const own = (await keys.list()).filter((key) => isWithinReach(caller, key));
      const newestFirst = own.sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
      return ok({ keys: newestFirst.map(shownKey) }, { cache: 'none' });
    }),

    revokeKey: endpoint(revokeKey, async ({ params, caller }) => {
      const key = await keys.find(params.id);
      if (!key || !isWithinReach(caller, key)) {
        throw new DatelineError('key.not-found', 'There is no such key.', { detail: { field: 'id' } });
      }
      await withdrawKey(services.store, params.id, caller.id, services.now());
      return done();
    }),

    listAudit: endpoint(listAudit, async ({ query, caller }) => {
      const entries = await audit.list(query);
      // Audit entries without a collection are about keys: only callers with all rights see them.
      return ok(
        { entries: entries.filter((entry) => may(caller, 'admin', entry.collection ?? '*')) },
        { cache: 'none' },
      );
    }),
  });
}
