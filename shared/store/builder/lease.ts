import { DatelineError } from '../../kernel/dateline-error.ts';
import { keys, SHARDS } from '../keys.ts';
import type { StoreContext } from '../store-context.ts';

/** How long a builder may work before another takes over. */
const LEASE_SECONDS = 20;
/** Time reserved at its end for requests already sent. */
const MARGIN_SECONDS = 6;
/** Largest difference between the clocks of two builders: synchronised machines differ by milliseconds. */
const CLOCK_SKEW_SECONDS = 60;

/** The last batch of a shard. */
export interface BatchRecord {
  /** Counts the batches of a shard. */
  readonly number: number;
  /** The packed input of an unfinished batch; absent once it is finished. */
  readonly recorded?: Uint8Array | undefined;
  /** Whether lists, tiles and index contain the batch: heads and articles are still to be written. */
  readonly hasViews: boolean;
  /** Collections whose index batches have added to since it was last looked at for compaction. */
  readonly grown?: readonly string[] | undefined;
}

/** The temporary right to build a shard. */
export interface Lease {
  readonly shard: number;
  /** The last batch, and whether it is finished. */
  batch(): BatchRecord;
  /** No other process has built the shard since this process's last lease. */
  readonly continuous: boolean;
  /** @throws DatelineError `store.busy` if another process may hold the lease by now. */
  check(): void;
  /** Extends the lease once half of it has passed. */
  renew(): Promise<void>;
  /** Writes the batch record, if this lease is still valid. */
  record(batch: BatchRecord): Promise<void>;
  /** Records a compaction; it is written with the next record, so that after a crash the compaction is repeated. */
  compacted(collection: string): void;
  release(): Promise<void>;
}

const lost = (): DatelineError => new DatelineError('store.busy', 'Another builder has taken over.');

/** A lease that ends later than a whole one from now comes from a clock that was set back, or from an unsynchronised machine: it has ended. */
const isHeld = (until: number, at: number): boolean =>
  until > at && until - at <= (LEASE_SECONDS + CLOCK_SKEW_SECONDS) * 1000;

/** Whether a builder of any shard is in the middle of a batch. */
export async function isBuilding({ table, now }: Pick<StoreContext, 'table' | 'now'>): Promise<boolean> {
  const shards = [...Array(SHARDS.builders).keys()];
  const builders = await table.getMany(shards.map(keys.builder), { consistent: true });
  const at = Date.parse(now());
  return builders.some(
    ({ batch, until }) => (batch as BatchRecord).recorded !== undefined && isHeld(Number(until), at),
  );
}

/** Takes the lease of a shard, unless another builder holds it. @param owner Unique name of this process. */
export async function takeLease(context: StoreContext, shard: number, owner: string): Promise<Lease | undefined> {
  const { table, now } = context;
  const key = keys.builder(shard);
  const before = await table.get(key, { consistent: true });
  const at = Date.parse(now());
  if (before && before.owner !== owner && isHeld(Number(before.until), at)) return undefined;
  const epoch = Number(before?.epoch ?? 0) + 1;
  const until = at + LEASE_SECONDS * 1000;
  const batch = (before?.batch as BatchRecord | undefined) ?? { number: 0, hasViews: false };
  const { stored } = await table.put(
    { ...key, owner, epoch, until, batch },
    before
      ? { expression: 'epoch = :epoch', values: { ':epoch': before.epoch } }
      : { expression: 'attribute_not_exists(pk)' },
  );
  if (!stored) return undefined;
  let current = batch;
  let lastUntil = until;
  const write = async (fields: { until: number; batch: BatchRecord }): Promise<void> => {
    const { stored } = await table.put(
      { ...key, owner, epoch, ...fields },
      { expression: 'epoch = :epoch', values: { ':epoch': epoch } },
    );
    if (!stored) throw lost();
    lastUntil = fields.until;
    current = fields.batch;
  };
  const extended = () => Date.parse(now()) + LEASE_SECONDS * 1000;
  return {
    shard,
    batch: () => current,
    continuous: before?.owner === owner,
    check() {
      if (Date.parse(now()) > lastUntil - MARGIN_SECONDS * 1000) throw lost();
    },
    async renew() {
      if (Date.parse(now()) > lastUntil - (LEASE_SECONDS * 1000) / 2)
        await write({ until: extended(), batch: current });
    },
    record: (next) => write({ until: extended(), batch: next }),
    compacted(collection) {
      current = { ...current, grown: current.grown?.filter((one) => one !== collection) };
    },
    release: () => write({ until: 0, batch: current }),
  };
}
