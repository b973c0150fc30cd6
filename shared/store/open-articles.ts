import { articleRepository } from './articles/article-repository.ts';
import { openRecords } from './open-records.ts';
import type { Articles } from './store.ts';
import { contextOf, type StoreOptions } from './table-context.ts';

/** The records and the articles; rejects as `openStore` does. */
export function openArticles(options: StoreOptions): Articles {
  return { ...openRecords(options), articles: articleRepository(contextOf(options)) };
}
