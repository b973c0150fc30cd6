import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import type { Extraction } from '../../../shared/events/event.ts';
import { type Item, tableAt } from '../../../shared/store/dynamo/table-access.ts';
import type { Difference } from '../../../shared/store/maintenance/difference.ts';
import { type Maintenance, openMaintenance } from '../../../shared/store/maintenance/maintenance.ts';
import { openStore } from '../../../shared/store/open-store.ts';
import type { Store } from '../../../shared/store/store.ts';
import type { StoreOptions } from '../../../shared/store/table-context.ts';
import { startTestEngine, type TestEngine } from './engine-table.ts';
import { anArticle } from './events.ts';
import { withFaults } from './faults.ts';

/** A facet with more events than this has a list of its own: so few that tests can have such facets. */
export const FREQUENT = 48;
const NOW = '2026-11-24T10:00:00.000Z';
/** Long enough that the sweep takes no earlier request to be still running. */
const AN_HOUR_ON = '2026-11-24T11:00:00.000Z';

/** Stores on one table of the real engine, each with faults of its own. @param frequent Facets with more events have lists. */
export function storeBench({ frequent = FREQUENT }: { readonly frequent?: number } = {}) {
  let engine: TestEngine;
  let tableName = '';
  beforeAll(async () => {
    engine = await startTestEngine();
  });
  afterAll(() => engine.stop());

  let clients: ReturnType<TestEngine['client']>[] = [];
  const client = () => {
    const fresh = engine.client();
    clients.push(fresh);
    return fresh;
  };
  // Overviews of short lists read pages of tiles, too.
  const options = (now = NOW): StoreOptions => ({
    client: client(),
    tableName,
    now: () => now,
    frequent,
    wholeList: 0,
  });
  const storeWith = (faults: Parameters<typeof withFaults>[1] = {}, now?: string): Store => {
    const given = options(now);
    return openStore({ ...given, client: withFaults(given.client, faults) });
  };
  const maintenance = (): Maintenance => openMaintenance(options());

  return {
    storeWith,
    maintenance,

    /** Leaves all behind and goes on with an empty table. */
    async clearTable(): Promise<void> {
      tableName = await engine.table();
      for (const used of clients) used.destroy();
      clients = [];
    },

    /** All items of the table. */
    async copyTable(): Promise<readonly Item[]> {
      const { Items = [] } = await client().send(new ScanCommand({ TableName: tableName }));
      return Items as Item[];
    },

    /** Leaves all behind and goes on with a table that holds these items. */
    async restoreTable(items: readonly Item[]): Promise<void> {
      tableName = await engine.table();
      for (const used of clients) used.destroy();
      clients = [];
      await tableAt(client(), tableName).writeMany(items, []);
    },

    /** The table itself. */
    table: () => ({ client: client(), tableName }),

    /** Takes an article in and keeps what it says. */
    async tell(store: Store, id: string, said: Extraction & { readonly text: string }): Promise<void> {
      await store.articles.accept(anArticle(id));
      await store.articles.complete(id, `hash-${id}`, said, '1');
      await store.fold();
    },

    /** Sweeps an hour later: a store of that time. */
    async sweepLater(): Promise<Store> {
      await openMaintenance(options(AN_HOUR_ON)).sweep();
      return openStore(options(AN_HOUR_ON));
    },

    /** Differences that verification finds. */
    async differences(): Promise<readonly Difference[]> {
      const all: Difference[] = [];
      for await (const one of maintenance().verify()) all.push(one);
      return all;
    },
  };
}
