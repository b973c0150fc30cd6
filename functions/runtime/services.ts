import type { SigningSecrets } from '../../shared/http/cursor.ts';
import type { ApiServices } from '../../shared/http/endpoint.ts';
import { rateLimiter } from '../../shared/http/rate-limit.ts';
import { withSealedRecords } from '../../shared/http/sealed-records.ts';
import { openStore } from '../../shared/store/open-store.ts';
import type { Store } from '../../shared/store/store.ts';
import { clients } from './clients.ts';

/** Store, secrets and API services of the HTTP functions. */
export interface HttpServices extends ApiServices {
  readonly store: Store;
  readonly secrets: SigningSecrets;
}

/** The services of a function that answers HTTP, over the clients of this process. */
export function httpServices(env: { readonly TABLE_NAME: string; readonly SIGNING_SECRET_ARN?: string }): HttpServices {
  const { table, secrets, now, log, recordSecret } = clients();
  const opened = openStore({ client: table, tableName: env.TABLE_NAME, now });
  const store = recordSecret === undefined ? opened : withSealedRecords(opened, recordSecret);
  return {
    store,
    now,
    credentials: store,
    leases: store.leases,
    limiter: rateLimiter(store.leases, now),
    secrets: async () => secrets(env.SIGNING_SECRET_ARN ?? missingSecret()),
    logError: (message, fields) => log.error(message, fields),
  };
}

/** A function that signs or opens cursors names the secret in its spec. */
function missingSecret(): never {
  throw new RangeError('The spec of this function does not name SIGNING_SECRET_ARN.');
}
