import { DatelineError } from '../../kernel/dateline-error.ts';
import { defined } from '../defined.ts';
import type { Item } from '../dynamo/table-access.ts';
import { unchanged } from '../dynamo/unchanged.ts';
import { keys } from '../keys.ts';
import type { Acceptance, ArticleStatus, NewArticle } from '../store.ts';
import type { StoreContext } from '../store-context.ts';
import { bodyOf, queuedItem } from './article-item.ts';
import { rememberCollection } from './article-list.ts';

const ATTEMPTS = 8;

/**
 * Accepts an article by one put, which the table's stream relays to the queue.
 *
 * @param refusal Returned instead if defined, given the existing item of the article's id.
 * @throws `store.busy` if other requests for the same article win eight times in a row.
 */
export async function acceptUnless<R>(
  context: StoreContext,
  article: NewArticle,
  refusal: (before: Item) => R | undefined,
): Promise<Acceptance | R> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const before = await context.table.get(keys.article(article.id), { consistent: true });
    const refused = before && refusal(before);
    if (refused !== undefined) return refused;
    const accepted = await attemptToAccept(context, article, before);
    if (accepted) return accepted;
  }
  throw new DatelineError('store.busy', 'Too many texts for the same article just now.');
}

/** Returns `undefined` if another request for the same article was accepted meanwhile. */
async function attemptToAccept(
  context: StoreContext,
  article: NewArticle,
  before: Item | undefined,
): Promise<Acceptance | undefined> {
  const body = bodyOf(article.id, article.contentHash, 'sent', defined({ text: article.text, html: article.html }));
  if (before && isSame(before, article)) return { outcome: 'unchanged', status: statusOf(before) };
  // Chunks are written first: an accepted article is complete, and a chunk without an article is never read.
  await context.table.writeMany(body.chunks, []);
  await rememberCollection(context, article.collection);
  const { stored, old } = await context.table.put(
    {
      ...queuedItem(article, body, context.now()),
      ...(before ? { replaces: true } : {}),
      // The builder removes the mentions of the previous text from these buckets.
      ...(before?.places === undefined ? {} : { places: before.places }),
    },
    before ? unchanged(before, ['status', 'contentHash', 'places']) : { expression: 'attribute_not_exists(pk)' },
  );
  if (!stored) return undefined;
  const outcome = old && old.status !== 'removed' ? ('replaced' as const) : ('created' as const);
  return { outcome, status: 'queued' as const };
}

const statusOf = (item: Item) => item.status as ArticleStatus;

/** A failed article that is sent again is processed again. */
const isSame = (item: Item, article: NewArticle): boolean =>
  item.contentHash === article.contentHash && item.status !== 'failed' && item.status !== 'removed';
