import type { SigningSecrets } from '../../shared/http/cursor.ts';
import type { ApiServices } from '../../shared/http/endpoint.ts';
import { rateLimiter } from '../../shared/http/rate-limit.ts';
import { withSealedRecords } from '../../shared/http/sealed-records.ts';
import type { Records } from '../../shared/store/store.ts';
import type { StoreOptions } from '../../shared/store/table-context.ts';
import { clients } from './clients.ts';
import { secretsAt } from './secrets.ts';

/** Store and API services of the HTTP functions. */
export interface HttpServices<Opened extends Records = Records> extends ApiServices {
  readonly store: Opened;
}

/** The same for functions that sign or open cursors and embed tokens. */
export interface SigningServices<Opened extends Records = Records> extends HttpServices<Opened> {
  readonly secrets: SigningSecrets;
}

/**
 * The services of a function that answers HTTP, over the clients of this process.
 *
 * @param open Opens as much of the store as the function uses.
 */
export function httpServices<Opened extends Records>(
  env: { readonly TABLE_NAME: string },
  open: (options: StoreOptions) => Opened,
): HttpServices<Opened> {
  const { table, now, log, recordSecret } = clients();
  const opened = open({ client: table, tableName: env.TABLE_NAME, now });
  const store = recordSecret === undefined ? opened : withSealedRecords(opened, recordSecret);
  return {
    store,
    now,
    credentials: store,
    leases: store.leases,
    limiter: rateLimiter(store.leases, now),
    logError: (message, fields) => log.error(message, fields),
  };
}

/** The services of a function whose spec names SIGNING_SECRET_ARN. */
export function signingServices<Opened extends Records>(
  env: { readonly TABLE_NAME: string; readonly SIGNING_SECRET_ARN: string },
  open: (options: StoreOptions) => Opened,
): SigningServices<Opened> {
  return { ...httpServices(env, open), secrets: () => secretsAt(env.SIGNING_SECRET_ARN) };
}
