import { openArticles } from './open-articles.ts';
import { eventReader } from './queries/event-reader.ts';
import type { Repositories } from './store.ts';
import { contextOf, type StoreOptions } from './table-context.ts';

/** Opens everything but the builder: events can be read, not edited. Rejects as `openStore` does. */
export function openRepositories(options: StoreOptions): Repositories {
  return { ...openArticles(options), events: eventReader(contextOf(options)) };
}
