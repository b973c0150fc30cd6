import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { startTestEngine } from '../../test/integration/store/engine-table.ts';

/** Capacity units since the last reset, as reported by the engine. */
export interface Meter {
  read: number;
  written: number;
  requests: number;
}

const READS = new Set(['GetItemCommand', 'QueryCommand', 'BatchGetItemCommand']);

interface Consumed {
  readonly CapacityUnits?: number;
}

/** An engine on disk whose client requests the consumed capacity with every call. */
export async function meteredEngine() {
  const engine = await startTestEngine({ onDisk: true });
  const client = engine.client();
  const meter: Meter = { read: 0, written: 0, requests: 0 };
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const input = args.input as { ReturnConsumedCapacity?: string };
      const result = await next({ ...args, input: { ...input, ReturnConsumedCapacity: 'TOTAL' } });
      const consumed = (result.output as { ConsumedCapacity?: Consumed | Consumed[] }).ConsumedCapacity ?? [];
      const units = [consumed].flat().reduce((sum, { CapacityUnits = 0 }) => sum + CapacityUnits, 0);
      meter[READS.has(String(context.commandName)) ? 'read' : 'written'] += units;
      meter.requests++;
      return result;
    },
    { step: 'initialize', priority: 'high' },
  );
  return { engine, client: client as DynamoDBDocumentClient, meter };
}

/** Cost of one action. */
export async function costOf<T>(meter: Meter, action: () => Promise<T>): Promise<Meter & { readonly result: T }> {
  Object.assign(meter, { read: 0, written: 0, requests: 0 });
  const result = await action();
  return { ...meter, result };
}
