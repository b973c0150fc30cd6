import { withSealedRecords } from '../../shared/http/sealed-records.ts';
import { openStore } from '../../shared/store/open-store.ts';
import type { KeyRepository, Store } from '../../shared/store/store.ts';
import { type DataFolder, openDataFolder, signingSecretOf } from './data-folder.ts';
import type { ReachedTable } from './table-at.ts';

const SEALED = 'keys-sealed';

/** Seals, once, the keys of a folder that an earlier release created without seals. From then on an unsealed key is treated as forged. */
export async function sealKnownKeys(folder: DataFolder, keys: KeyRepository, secret: string): Promise<void> {
  if (folder.read(SEALED) !== undefined) return;
  const { keys: sealed } = withSealedRecords({ keys } as Store, secret);
  for (const record of await keys.list()) await sealed.create(record);
  folder.write(SEALED, '');
}

/** The store of a table for a command; in a data folder its records are sealed. */
export function storeOf(table: ReachedTable, data: string | undefined): Store {
  const store = openStore(table);
  return data === undefined ? store : withSealedRecords(store, signingSecretOf(openDataFolder(data)));
}
