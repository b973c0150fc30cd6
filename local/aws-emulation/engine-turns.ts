import { AsyncLocalStorage } from 'node:async_hooks';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/** Requests that a caller of the service waits for. Everything else is background work. */
export type Awaited = 'read' | 'write';

const awaited = new AsyncLocalStorage<Awaited>();
let readsUnderWay = 0;

/** Runs work that a caller waits for: its requests to the engine take precedence. */
export async function awaitedBy<T>(kind: Awaited, work: () => Promise<T>): Promise<T> {
  if (kind === 'write') return awaited.run(kind, work);
  readsUnderWay++;
  try {
    return await awaited.run(kind, work);
  } finally {
    readsUnderWay--;
  }
}

/**
 * Requests of others than readers at the engine at once. It does one after another, and a write of 25 items takes as long as a page: a reader
 * waits for those that were sent before.
 */
const [AT_ONCE, BESIDE_READS] = [16, 2];
/** After so many requests of writers, one of the background work: else a steady stream of articles would keep it from folding them. */
const WRITES_IN_A_ROW = 3;

/**
 * Lets requests of readers pass at once and all others in turn, few at a time: those that callers wait for before those of the background work.
 */
export function letReadersFirst({ middlewareStack }: Pick<DynamoDBDocumentClient, 'middlewareStack'>): void {
  const writes: (() => void)[] = [];
  const work: (() => void)[] = [];
  let underWay = 0;
  let inARow = 0;
  const next = (): (() => void) | undefined => {
    const isWrite = writes.length > 0 && (work.length === 0 || inARow < WRITES_IN_A_ROW);
    inARow = isWrite ? inARow + 1 : 0;
    return (isWrite ? writes : work).shift();
  };
  const begin = () => {
    const most = readsUnderWay > 0 ? BESIDE_READS : AT_ONCE;
    while (underWay < most && writes.length + work.length > 0) {
      underWay++;
      next()?.();
    }
  };
  middlewareStack.add(
    (send) => async (args) => {
      const kind = awaited.getStore();
      if (kind === 'read') return send(args);
      await new Promise<void>((turn) => {
        (kind === 'write' ? writes : work).push(turn);
        begin();
      });
      try {
        return await send(args);
      } finally {
        underWay--;
        begin();
      }
    },
    { step: 'initialize', name: 'letReadersFirst' },
  );
}
