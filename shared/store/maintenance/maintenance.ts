import { isEnded } from '../articles/takedown-mark.ts';
import { builderOf } from '../builder/builder.ts';
import type { FoldOptions } from '../builder/contract.ts';
import { putTask } from '../builder/tasks.ts';
import { LAST } from '../dynamo/table-access.ts';
import { keys, partsOfTimeKey, times } from '../keys.ts';
import { contextOf, type StoreOptions } from '../table-context.ts';
import type { Difference } from './difference.ts';
import { type Migrated, type MigrateOptions, migrateFormerLayout } from './former-layout/migrate.ts';
import { verifyStore } from './verify.ts';

/** Background work on the store. */
export interface Maintenance {
  /** Folds waiting tasks into the views; @returns their number. */
  fold(options?: FoldOptions): Promise<number>;
  /**
   * Completes takedowns of a crashed worker, removes the marks of ended ones, and completes batches of a crashed
   * builder; @returns the number of takedowns and tasks.
   */
  sweep(options?: FoldOptions): Promise<{ readonly removals: number; readonly tasks: number }>;
  /** Migrates a table of the former layout by one bounded step; costs one read if there is nothing to do. */
  migrate(options: MigrateOptions): Promise<Migrated>;
  /** Compares every event with its mentions, and lists, tiles and index with the events. Nothing is changed. */
  verify(): AsyncIterable<Difference>;
}

/** The sweep ignores younger takedowns, whose request may still be running. */
const GRACE_SECONDS = 60;

/** The work behind the repositories of one table. */
export function openMaintenance(options: StoreOptions): Maintenance {
  const context = contextOf(options);
  const builder = builderOf(context);
  return {
    fold: (options) => builder.fold(options),
    async sweep(options) {
      const { table, now } = context;
      const before = new Date(Date.parse(now()) - GRACE_SECONDS * 1000).toISOString();
      let removals = 0;
      for await (const { gsk } of table.rangeAll({ pk: times.removed, to: `${before}|${LAST}`, index: 'byTime' })) {
        const [, id = ''] = partsOfTimeKey(gsk);
        const marked = await table.get(keys.article(id), { consistent: true });
        if (marked?.status !== 'removed' || marked.gsk !== gsk) continue;
        if (isEnded(gsk)) {
          const still = { expression: 'gsk = :gsk', values: { ':gsk': gsk } };
          await table.update(keys.article(id), 'REMOVE gpk, gsk', still);
          continue;
        }
        await putTask(context, { kind: 'takedown', id, collection: String(marked.collection) });
        removals++;
      }
      return { removals, tasks: await builder.fold(options) };
    },
    migrate: (options) => migrateFormerLayout(context, options),
    verify: () => verifyStore(context),
  };
}
