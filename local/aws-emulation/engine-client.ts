import type { Agent, request } from 'node:http';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  BatchWriteCommand,
  DeleteCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  ScanCommand,
  TransactWriteCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { answerOf, requestBody } from './attribute-values.ts';

/** The address of an engine. */
export interface EngineAddress {
  /** The function of `node:http` or of `node:https`. */
  readonly request: typeof request;
  readonly agent: Agent;
  readonly host?: string | undefined;
  readonly port?: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
}

/** Operation names of the wire protocol. */
const OPERATIONS = new Map<unknown, string>([
  [GetCommand, 'GetItem'],
  [PutCommand, 'PutItem'],
  [UpdateCommand, 'UpdateItem'],
  [DeleteCommand, 'DeleteItem'],
  [QueryCommand, 'Query'],
  [ScanCommand, 'Scan'],
  [BatchGetCommand, 'BatchGetItem'],
  [BatchWriteCommand, 'BatchWriteItem'],
  [TransactWriteCommand, 'TransactWriteItems'],
]);

const ATTEMPTS = 3;
const RETRY_MS = 20;

interface Command {
  readonly input: object;
}

type Handler = (args: Command) => Promise<{ readonly output: unknown }>;
type Middleware = (next: Handler, context: { readonly commandName: string }) => Handler;

/**
 * A document client for an engine on this machine, which speaks DynamoDB's JSON protocol itself. The SDK's own client
 * spends most of a request's processor time on middleware: endpoints, signatures, retries, schemas
 * (bench/local/engine-client.ts). Middleware added to this client runs before the request is encoded.
 */
export function engineClient(tables: DynamoDBClient, address: EngineAddress): DynamoDBDocumentClient {
  const added: Middleware[] = [];
  Object.assign(tables.middlewareStack, { add: (one: Middleware) => added.push(one) });
  const client = DynamoDBDocumentClient.from(tables);
  const send = async (command: Command): Promise<unknown> => {
    const operation = OPERATIONS.get(command.constructor);
    if (operation === undefined) throw new RangeError(`the engine's client sends no ${command.constructor.name}`);
    const ask: Handler = async ({ input }) => ({ output: await answered(address, operation, requestBody(input)) });
    const context = { commandName: `${operation}Command` };
    const handler = added.reduceRight((next, middleware) => middleware(next, context), ask);
    return (await handler(command)).output;
  };
  return Object.assign(client, { send });
}

/** Sends one request. Retries once if the engine closed an idle connection at that moment. */
async function answered(address: EngineAddress, operation: string, body: string): Promise<unknown> {
  for (let attempt = 1; ; attempt++) {
    try {
      const { status, text } = await post(address, operation, body);
      if (status === 200) return answerOf(text);
      throw errorOf(status, text);
    } catch (error) {
      const again = isLost(error) && attempt < ATTEMPTS;
      if (!again) throw error;
      await new Promise((done) => setTimeout(done, RETRY_MS * attempt));
    }
  }
}

function post(
  { request, agent, host, port, headers }: EngineAddress,
  operation: string,
  body: string,
): Promise<{ readonly status: number; readonly text: string }> {
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        agent,
        host,
        port,
        method: 'POST',
        path: '/',
        headers: {
          ...headers,
          'content-type': 'application/x-amz-json-1.0',
          'content-length': Buffer.byteLength(body),
          'x-amz-target': `DynamoDB_20120810.${operation}`,
        },
      },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, text: Buffer.concat(parts).toString('utf8') }),
        );
        response.on('error', reject);
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

/** Broken connections and server errors, which the SDK also retries. */
const isLost = (error: unknown): boolean => {
  const { code, status } = error as { code?: string; status?: number };
  return code === 'ECONNRESET' || code === 'EPIPE' || (status ?? 0) >= 500;
};

/** The error of a response, with the name that the SDK gives it. */
function errorOf(status: number, text: string): Error {
  let told: Record<string, unknown> = {};
  try {
    told = answerOf(text) as Record<string, unknown>;
  } catch {
    // Not JSON: only the status is known.
  }
  const name = String(told.__type ?? '')
    .split('#')
    .at(-1);
  const message = String(told.message ?? told.Message ?? `the engine answered ${status}`);
  return Object.assign(new Error(message), {
    name: name || 'EngineError',
    status,
    CancellationReasons: told.CancellationReasons,
  });
}
