import { LAST } from '../../dynamo/table-access.ts';
import { formerKeys } from '../../former-keys.ts';
import { keys, partsOfTimeKey, SHARDS, times, unpart } from '../../keys.ts';
import type { StoreContext } from '../../store-context.ts';
import { carryArticle } from './carry-article.ts';
import { placeEdit } from './place-edit.ts';
import { removeFormerViews } from './remove-views.ts';

/** How much one call does. */
export interface MigrateOptions {
  /** The extractor's version: articles of another one are still to be reprocessed. */
  readonly version: string;
  /** Nothing starts after this many seconds; by default everything possible is done. */
  readonly beginWithinSeconds?: number;
}

/** What one call did. */
export interface Migrated {
  /** Articles whose cells were carried over. */
  readonly articles: number;
  /** Nothing of the former layout is left, and every edit has found its event if possible. */
  readonly finished: boolean;
}

/** Where the walk over articles has got to: a partition of the time index, and the last key of it that is done with. */
interface Progress {
  readonly walked?: true;
  readonly finished?: true;
  readonly partition?: string;
  readonly upTo?: string;
}

const PROGRESS = keys.progress('former-layout');
/** Articles between two notes of the progress. */
const NOTED_EVERY = 100;

/**
 * Migrates a table of the former layout step by step: moves edits and removes cells, article by article; removes the
 * former lists; then checks whether each edit has found its event among the current ones.
 *
 * An article is reprocessed only after its cells are migrated (`requeueOutdated`), so that no edited event is ever
 * shown without its edit. A call can stop or crash anywhere, and the next one continues. Concurrent calls do no harm.
 */
export async function migrateFormerLayout(context: StoreContext, options: MigrateOptions): Promise<Migrated> {
  const { table, now } = context;
  const until = Date.parse(now()) + (options.beginWithinSeconds ?? Number.POSITIVE_INFINITY) * 1000;
  const mayGoOn = () => Date.parse(now()) < until;
  const note = (progress: Progress) => table.writeMany([{ ...PROGRESS, v: progress }], []);
  const before = ((await table.get(PROGRESS, { consistent: true }))?.v ?? {}) as Progress;
  if (before.finished) return { articles: 0, finished: true };
  let articles = 0;
  if (!before.walked) {
    let seen = 0;
    for await (const { id, partition, upTo } of articlesFrom(context, before)) {
      if (!mayGoOn()) return { articles, finished: false };
      if (await carryArticle(context, id)) articles++;
      if (++seen % NOTED_EVERY === 0) await note({ partition, upTo });
    }
    await removeFormerProgress(context);
    await note({ walked: true });
  }
  for await (const item of table.rangeAll({ pk: formerKeys.pending, consistent: true })) {
    if (!mayGoOn()) return { articles, finished: false };
    const [kind, name = ''] = item.sk.split('|');
    let isDone = true;
    if (kind === 'article') await carryArticle(context, unpart(name));
    else if (kind === 'edit') isDone = await placeEdit(context, item, options.version);
    else isDone = await removeFormerViews(context, unpart(name), mayGoOn);
    if (isDone) await table.writeMany([], [item]);
  }
  const { count } = await table.range({ pk: formerKeys.pending, count: true, limit: 1, consistent: true });
  if (count === 0) await note({ finished: true });
  return { articles, finished: count === 0 };
}

/** Articles by the partitions of the time index that may hold them, from where the last walk stopped. */
async function* articlesFrom(context: StoreContext, { partition: last, upTo }: Progress) {
  const partitions = await partitionsOf(context);
  const begin = last === undefined ? 0 : Math.max(0, partitions.indexOf(last));
  for (const [n, partition] of partitions.slice(begin).entries()) {
    const from = n === 0 && upTo !== undefined && partition === last ? upTo : '';
    const range = { pk: partition, index: 'byTime', ...(from === '' ? {} : { from, to: LAST }) } as const;
    for await (const { gsk } of context.table.rangeAll(range)) {
      yield { id: partsOfTimeKey(gsk)[1] ?? '', partition, upTo: String(gsk) };
    }
  }
}

/** Those that articles move to while the walk goes on come last. */
async function partitionsOf({ table }: StoreContext): Promise<readonly string[]> {
  const shards = [...Array(SHARDS.articles).keys()];
  const versions: string[] = [];
  for await (const { sk } of table.rangeAll({ pk: keys.versions, consistent: true })) versions.push(sk);
  return [
    ...versions.flatMap((version) => shards.map((shard) => times.done(version, shard))),
    ...formerKeys.changed,
    ...shards.map(times.failed),
    ...shards.map(times.queued),
    times.removed,
  ];
}

/** Removes the progress records of the former sweeps. */
async function removeFormerProgress({ table }: StoreContext): Promise<void> {
  for await (const { pk, sk } of table.rangeAll({ pk: PROGRESS.pk, consistent: true })) {
    if (sk !== PROGRESS.sk) await table.writeMany([], [{ pk, sk }]);
  }
}
