/** Write units and bytes by kind of item, from what a client sends: the larger of the item before and after, in whole kilobytes. */
export interface KindUnits {
  writes: number;
  removals: number;
  units: number;
  bytes: number;
}

interface Keyed {
  readonly pk: string;
  readonly sk: string;
  readonly [name: string]: unknown;
}

/** Names of items by the letters their keys begin with. */
function kindOf({ pk, sk }: Keyed): string {
  const letter = pk.split('|')[0] ?? '';
  if (letter === 'M' || letter === 'A') return `${letter} ${sk.split('|')[0]}`;
  if (letter === 'G') return /^![a-z]/.test(sk) ? `G ${sk}` : 'G segment';
  if (letter === 'E') return pk.startsWith('E|0') ? 'E all' : 'E wide';
  return letter;
}

/** Bytes of a value as DynamoDB counts them. */
function sizeOf(value: unknown): number {
  if (typeof value === 'string') return Buffer.byteLength(value);
  if (typeof value === 'number') return 8;
  if (value instanceof Uint8Array) return value.length;
  if (Array.isArray(value)) return value.reduce<number>((sum, one) => sum + 1 + sizeOf(one), 3);
  if (value !== null && typeof value === 'object') {
    return Object.entries(value).reduce((sum, [name, one]) => sum + 1 + name.length + sizeOf(one), 3);
  }
  return 1;
}

/** Counts what the commands of a document client write. */
export function writeMeter() {
  const kinds = new Map<string, KindUnits>();
  const sizes = new Map<string, number>();
  /** @param times Write units cost twice as much in a transaction. */
  const write = (key: Keyed, item: Keyed | undefined, times: 1 | 2 = 1) => {
    const name = `${key.pk}\n${key.sk}`;
    const size = item === undefined ? 0 : Object.entries(item).reduce((sum, [n, v]) => sum + n.length + sizeOf(v), 0);
    const most = Math.max(size, sizes.get(name) ?? 0, 1);
    if (item === undefined) sizes.delete(name);
    else sizes.set(name, size);
    const called = times === 2 ? `${kindOf(key)}, in transactions` : kindOf(key);
    const kind = kinds.get(called) ?? { writes: 0, removals: 0, units: 0, bytes: 0 };
    kinds.set(called, kind);
    kind[item === undefined ? 'removals' : 'writes']++;
    kind.units += Math.ceil(most / 1024) * times;
    kind.bytes += most;
  };
  return {
    kinds,
    reset: () => kinds.clear(),
    count(command: string, input: Record<string, unknown>): void {
      const item = input.Item as Keyed | undefined;
      const key = input.Key as Keyed | undefined;
      if (command === 'PutItemCommand' && item) write(item, item);
      if (command === 'DeleteItemCommand' && key) write(key, undefined);
      if (command === 'BatchWriteItemCommand') {
        for (const requests of Object.values(input.RequestItems as object)) {
          for (const { PutRequest, DeleteRequest } of requests as {
            PutRequest?: { Item: Keyed };
            DeleteRequest?: { Key: Keyed };
          }[]) {
            if (PutRequest) write(PutRequest.Item, PutRequest.Item);
            else if (DeleteRequest) write(DeleteRequest.Key, undefined);
          }
        }
      }
      if (command === 'TransactWriteItemsCommand') {
        for (const { Put, Delete } of input.TransactItems as { Put?: { Item: Keyed }; Delete?: { Key: Keyed } }[]) {
          if (Put) write(Put.Item, Put.Item, 2);
          else if (Delete) write(Delete.Key, undefined, 2);
        }
      }
    },
  };
}

/** A table of the writes, each divided by a count. */
export function printKinds(what: string, kinds: ReadonlyMap<string, KindUnits>, each: number): void {
  console.log(`\n| ${what} | puts | removals | write units | bytes |\n|---|---|---|---|---|`);
  for (const [kind, { writes, removals, units, bytes }] of [...kinds].sort((a, b) => b[1].units - a[1].units)) {
    const cells = [writes, removals, units, bytes].map((sum) => (sum / each).toFixed(1));
    console.log(`| ${kind} | ${cells.join(' | ')} |`);
  }
}
