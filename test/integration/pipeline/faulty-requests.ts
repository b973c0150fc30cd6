/** Faults of one request to the engine. */
export type FaultKind =
  | 'dropped-before'
  | 'dropped-after'
  | 'delayed'
  | 'doubled'
  | 'throttled'
  | 'conflict'
  | 'internal-error'
  | 'unprocessed'
  | 'records-doubled'
  | 'records-late'
  | 'records-shuffled';

const KINDS: readonly FaultKind[] = [
  'dropped-before',
  'dropped-after',
  'delayed',
  'doubled',
  'throttled',
  'conflict',
  'internal-error',
  'unprocessed',
  'records-doubled',
  'records-late',
  'records-shuffled',
];

/** An answer of the engine. */
export interface EngineAnswer {
  readonly status: number;
  readonly body: Buffer;
}

/** The connection closes and the client gets no answer. */
export class ConnectionLost extends Error {
  readonly code = 'ECONNRESET';
}

/** Requests of one client, some of which meet a fault. */
export interface FaultyRequests {
  /** How many requests met each kind of fault. */
  readonly counts: ReadonlyMap<FaultKind, number>;
  /**
   * From now on so large a share of requests meets a fault.
   *
   * @param random Numbers in [0, 1): the same numbers, the same faults.
   */
  begin(rate: number, random: () => number): void;
  /** From now on no request meets a fault. */
  end(): void;
  /** Called before each request is passed on. */
  onRequest(listener: () => void): void;
  /**
   * @param operation DynamoDB's name of it: `PutItem`.
   * @param forward Sends a body to the engine.
   * @throws ConnectionLost
   */
  answer(operation: string, body: Buffer, forward: (body: Buffer) => Promise<EngineAnswer>): Promise<EngineAnswer>;
}

const LONGEST_DELAY_MS = 120;

/**
 * Passes requests on to an engine, except that some meet what can happen to requests on a network and in DynamoDB:
 * lost before or after they took effect, late, sent twice, refused for heat or a conflict, half done; and stream records that come twice, late or
 * in another order.
 */
export function faultyRequests(): FaultyRequests {
  const counts = new Map<FaultKind, number>();
  let rate = 0;
  let random = () => 1;
  let listener = () => {};

  const choose = (operation: string): FaultKind | undefined => {
    if (random() >= rate) return undefined;
    const kind = KINDS[Math.floor(random() * KINDS.length)];
    if (kind === undefined || !fits(kind, operation)) return undefined;
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
    return kind;
  };

  return {
    counts,
    begin(share, numbers) {
      rate = share;
      random = numbers;
    },
    end() {
      rate = 0;
    },
    onRequest(called) {
      listener = called;
    },
    async answer(operation, body, forward) {
      listener();
      const kind = choose(operation);
      switch (kind) {
        case 'dropped-before':
          throw new ConnectionLost('lost before it took effect');
        case 'dropped-after':
          await forward(body);
          throw new ConnectionLost('lost after it took effect');
        case 'delayed':
          await new Promise((resolve) => setTimeout(resolve, random() * LONGEST_DELAY_MS));
          return forward(body);
        case 'doubled':
          await forward(body);
          return forward(body);
        case 'throttled':
          return refusal(400, 'ProvisionedThroughputExceededException');
        case 'conflict':
          return refusal(400, 'TransactionConflictException');
        case 'internal-error':
          return refusal(500, 'InternalServerError');
        case 'unprocessed': {
          const [first, rest] = halves(JSON.parse(body.toString()));
          const answer = await forward(jsonOf(first));
          return { ...answer, body: jsonOf({ ...JSON.parse(answer.body.toString()), UnprocessedItems: rest }) };
        }
        case 'records-late': {
          const { ShardIterator } = JSON.parse(body.toString());
          return { status: 200, body: jsonOf({ Records: [], NextShardIterator: ShardIterator }) };
        }
        case 'records-doubled':
        case 'records-shuffled': {
          const answer = await forward(body);
          const told = JSON.parse(answer.body.toString());
          const records: unknown[] = told.Records ?? [];
          told.Records = kind === 'records-doubled' ? [...records, ...records] : shuffled(records, random);
          return { ...answer, body: jsonOf(told) };
        }
        default:
          return forward(body);
      }
    },
  };
}

const WRITES = /^(PutItem|UpdateItem|DeleteItem|BatchWriteItem|TransactWriteItems)$/;

/** Whether a kind of fault can happen to an operation. */
function fits(kind: FaultKind, operation: string): boolean {
  if (kind.startsWith('records-')) return operation === 'GetRecords';
  if (kind === 'unprocessed') return operation === 'BatchWriteItem';
  // The condition of a conditional write would fail against its own first sending, which DynamoDB never reports.
  if (kind === 'doubled') return operation === 'BatchWriteItem' || !WRITES.test(operation);
  if (kind === 'conflict' || kind === 'throttled') return WRITES.test(operation);
  return true;
}

const jsonOf = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));

const refusal = (status: number, name: string): EngineAnswer => ({
  status,
  body: jsonOf({ __type: `com.amazonaws.dynamodb.v20120810#${name}`, message: name }),
});

/** The first half of a batch's writes, and the rest as DynamoDB gives them back. */
function halves(batch: { RequestItems: Record<string, unknown[]> }) {
  const first: Record<string, unknown[]> = {};
  const rest: Record<string, unknown[]> = {};
  for (const [table, writes] of Object.entries(batch.RequestItems)) {
    const middle = Math.ceil(writes.length / 2);
    first[table] = writes.slice(0, middle);
    if (middle < writes.length) rest[table] = writes.slice(middle);
  }
  return [{ ...batch, RequestItems: first }, rest] as const;
}

function shuffled<T>(items: readonly T[], random: () => number): T[] {
  return items
    .map((item) => [random(), item] as const)
    .sort(([a], [b]) => a - b)
    .map(([, item]) => item);
}
