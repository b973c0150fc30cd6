import { withSealedRecords } from '../../shared/http/sealed-records.ts';
import { openStore } from '../../shared/store/open-store.ts';
import type { KeyRepository, Store } from '../../shared/store/store.ts';
import { type DataFolder, openDataFolder, signingSecretOf } from './data-folder.ts';
import type { ReachedTable } from './table-at.ts';

const SEALED = 'keys-sealed';

/** Seals the keys of a folder that an earlier release made without seals: once, since from then on an unsealed key is a forged one. */
export async function sealKnownKeys(folder: DataFolder, keys: KeyRepository, secret: string): Promise<void> {
  if (folder.read(SEALED) !== undefined) return;
  const { keys: sealed } = withSealedRecords({ keys } as Store, secret);
  for (const record of await keys.list()) await sealed.create(record);
  folder.write(SEALED, '');
}

/** The store of a table as a command sees it: that of a data folder has sealed records. */
export function storeOf(table: ReachedTable, data: string | undefined): Store {
  const store = openStore(table);
  return data === undefined ? store : withSealedRecords(store, signingSecretOf(openDataFolder(data)));
}
