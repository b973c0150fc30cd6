import { builderOf } from './builder/builder.ts';
import { eventEdits } from './builder/edits.ts';
import { openRepositories } from './open-repositories.ts';
import type { Store } from './store.ts';
import { contextOf, type StoreOptions } from './table-context.ts';

/**
 * The store over one DynamoDB table (TABLE in table.ts), which must exist.
 *
 * Every promise of the repositories rejects with a `DatelineError`: `store.unavailable` if the table does not answer,
 * `store.busy` if throttling, or concurrent writers of the same events, outlast the retries.
 */
export function openStore(options: StoreOptions): Store {
  const repositories = openRepositories(options);
  const context = contextOf(options);
  const builder = builderOf(context);
  return {
    ...repositories,
    events: { ...repositories.events, ...eventEdits(context, builder) },
    fold: () => builder.fold(),
  };
}
