import { DatelineError } from '../../kernel/dateline-error.ts';
import { keys, SHARDS } from '../keys.ts';
import type { StoreContext } from '../store-context.ts';

/** How long a builder may work before another takes over. */
const LEASE_SECONDS = 20;
/** Before its end, so much is left to requests that are on their way. */
const MARGIN_SECONDS = 6;
/** How far the clocks of two live builders may differ: machines that keep time differ by milliseconds. */
const CLOCK_SKEW_SECONDS = 60;

/** The last batch of a shard. */
export interface BatchRecord {
  /** Counts the batches of a shard. */
  readonly number: number;
  /** What an unfinished batch folds, packed; absent once it is finished. */
  readonly recorded?: Uint8Array | undefined;
  /** Lists, tiles and index show the batch: heads and articles are left to be written. */
  readonly hasViews: boolean;
  /** Collections whose index batches have added to since it was last looked at for compaction. */
  readonly grown?: readonly string[] | undefined;
}

/** The right to build a shard, for a while. */
export interface Lease {
  readonly shard: number;
  /** The last batch, and whether it is finished. */
  batch(): BatchRecord;
  /** The shard was built by nobody else since this process's last lease. */
  readonly continuous: boolean;
  /** @throws DatelineError `store.busy` where the lease may be another's by now. */
  check(): void;
  /** Makes it last longer where half of it is over. */
  renew(): Promise<void>;
  /** Writes the batch record, if the lease is still this one. */
  record(batch: BatchRecord): Promise<void>;
  /** Notes that a collection was compacted; written with the next record, so a builder that dies leaves it to be done again. */
  compacted(collection: string): void;
  release(): Promise<void>;
}

const lost = (): DatelineError => new DatelineError('store.busy', 'Another builder has taken over.');

/** A lease that would outlast a whole one comes from a clock that was set back since, or from a machine that does not keep time: it has ended. */
const isHeld = (until: number, at: number): boolean =>
  until > at && until - at <= (LEASE_SECONDS + CLOCK_SKEW_SECONDS) * 1000;

/** Whether a live builder of any shard is between the beginning and the end of a batch. */
export async function isBuilding({ table, now }: Pick<StoreContext, 'table' | 'now'>): Promise<boolean> {
  const shards = [...Array(SHARDS.builders).keys()];
  const builders = await table.getMany(shards.map(keys.builder), { consistent: true });
  const at = Date.parse(now());
  return builders.some(
    ({ batch, until }) => (batch as BatchRecord).recorded !== undefined && isHeld(Number(until), at),
  );
}

/** Takes the shard, unless another builder has it. @param owner This process's own name. */
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
