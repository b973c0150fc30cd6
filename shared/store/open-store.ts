import { builderOf } from './builder/builder.ts';
import { eventEdits } from './builder/edits.ts';
import { openRepositories } from './open-repositories.ts';
import type { Store } from './store.ts';
import { contextOf, type StoreOptions } from './table-context.ts';

/**
 * The store over one DynamoDB table (TABLE in table.ts), which must exist.
 *
 * Every promise of the repositories rejects with a `DatelineError`: `store.unavailable` where the table does not answer, `store.busy` where it
 * throttles, or other writers keep at the same events, longer than retries last.
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
