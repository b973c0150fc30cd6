import { makeKey, opens, readKey } from '../../shared/http/keys.ts';
import type { KeyRepository } from '../../shared/store/store.ts';
import { ADMIN_KEY_FILE, type DataFolder } from './data-folder.ts';

/** Programs on this machine should never be throttled. */
const REQUESTS_PER_MINUTE = 1_000_000;

/**
 * The admin key of a data folder. It is created on first start, and again if the table does not contain it (after the
 * database was replaced or the key revoked).
 */
export async function ensureAdminKey(folder: DataFolder, keys: KeyRepository, now: string): Promise<string> {
  const kept = folder.read(ADMIN_KEY_FILE)?.trim();
  const parts = kept === undefined ? undefined : readKey(kept);
  if (kept !== undefined && parts !== undefined) {
    const record = await keys.find(parts.id);
    if (record && opens(record, parts.secret, now)) return kept;
  }
  const { key, record } = makeKey({ scopes: ['admin'], collections: ['*'], label: 'this machine' }, now);
  // The file is written first: a record without its file would be a key without a known secret.
  folder.write(ADMIN_KEY_FILE, `${key}\n`);
  await keys.create({ ...record, requestsPerMinute: REQUESTS_PER_MINUTE });
  return key;
}
