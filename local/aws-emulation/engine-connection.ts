import * as http from 'node:http';
import * as https from 'node:https';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { engineClient } from './engine-client.ts';
import { socketOf } from './engine-process.ts';

/** Clients for an engine on this machine. */
export interface EngineConnection {
  /** For describing and creating tables. */
  readonly tables: DynamoDBClient;
  /** For items. */
  readonly items: DynamoDBDocumentClient;
  readonly streams: DynamoDBStreamsClient;
  close(): void;
}

/** The limit of the SDK's own HTTP agent. */
const MOST_CONNECTIONS = 50;
/** Middleware that reports the client to AWS or logs requests; a local engine needs neither. */
const NEEDLESS = ['loggerMiddleware', 'recursionDetectionMiddleware', 'getUserAgentMiddleware'];

/**
 * Connects to an engine on this machine. Such engines check no signatures, so requests carry a fixed one: signing is
 * half of the SDK client's cost (0.54 ms of processor time a GetItem with it, 0.30 without).
 *
 * @param endpoint An address, or `unix:/path`.
 */
export function connectTo(endpoint: string): EngineConnection {
  const socketPath = socketOf(endpoint);
  const isSecure = endpoint.startsWith('https:');
  const agent = new (isSecure ? https : http).Agent({
    keepAlive: true,
    maxSockets: MOST_CONNECTIONS,
    ...(socketPath && { socketPath }),
  });
  const region = process.env.AWS_REGION ?? 'us-east-1';
  const connection = {
    endpoint: socketPath === undefined ? endpoint : 'http://localhost',
    requestHandler: isSecure ? { httpsAgent: agent as https.Agent } : { httpAgent: agent },
    region,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    signer: fixedSigner(region),
  };
  const tables = new DynamoDBClient(connection);
  const streams = new DynamoDBStreamsClient(connection);
  for (const { middlewareStack } of [tables, streams]) for (const name of NEEDLESS) middlewareStack.remove(name);
  const { hostname, port } = socketPath === undefined ? new URL(endpoint) : {};
  const headers = { authorization: authorizationOf(region), 'x-amz-date': SIGNED_AT };
  const { request } = isSecure ? https : http;
  const items = engineClient(new DynamoDBClient(connection), { request, agent, host: hostname, port, headers });
  return {
    tables,
    items,
    streams,
    close() {
      tables.destroy();
      items.destroy();
      streams.destroy();
      agent.destroy();
    },
  };
}

const SIGNED_AT = '20200101T000000Z';
const authorizationOf = (region: string): string =>
  `AWS4-HMAC-SHA256 Credential=local/20200101/${region}/dynamodb/aws4_request, SignedHeaders=host, Signature=0`;

/** DynamoDB Local keeps separate tables for each access key and region, and reads both from the header. */
function fixedSigner(region: string) {
  const authorization = authorizationOf(region);
  return {
    async sign<Request extends { readonly headers: Record<string, string> }>(request: Request): Promise<Request> {
      Object.assign(request.headers, { authorization, 'x-amz-date': SIGNED_AT });
      return request;
    },
  };
}
