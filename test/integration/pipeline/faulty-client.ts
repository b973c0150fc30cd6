import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import { ConnectionLost, type FaultyRequests } from './faulty-requests.ts';

/** The parts of an SDK request and of its answer that are read and written here. */
interface HttpRequest {
  body: Uint8Array;
  headers: Record<string, string>;
  clone(): HttpRequest;
}
interface HttpResponse {
  statusCode: number;
  body: AsyncIterable<Buffer> | Buffer;
}

/**
 * Lets each attempt of a client's requests meet the faults of {@link FaultyRequests}, between the SDK's retries and the connection.
 *
 * @param isDead Whether the process is killed: none of its requests reaches the engine then.
 */
export function withFaultyRequests(
  client: DynamoDBClient | DynamoDBStreamsClient,
  faults: FaultyRequests,
  isDead: () => boolean,
): void {
  // Both clients send the same kind of requests: their types differ in what they ask.
  (client as DynamoDBClient).middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        if (isDead()) throw new ConnectionLost('the process is dead');
        const request = args.request as HttpRequest;
        let response: HttpResponse | undefined;
        const { status, body } = await faults.answer(
          String(commandName).replace(/Command$/, ''),
          Buffer.from(request.body.buffer, request.body.byteOffset, request.body.byteLength),
          async (sent) => {
            const copy = request.clone();
            copy.body = sent;
            copy.headers['content-length'] = String(sent.length);
            response = (await next({ ...args, request: copy })).response as HttpResponse;
            return { status: response.statusCode, body: await bytesOf(response.body) };
          },
        );
        const headers = { 'content-type': 'application/x-amz-json-1.0' };
        return { response: { headers, ...response, statusCode: status, body } } as never;
      },
    { step: 'deserialize', priority: 'low', name: 'faultyRequests' },
  );
}

async function bytesOf(body: HttpResponse['body']): Promise<Buffer> {
  if (Buffer.isBuffer(body)) return body;
  const chunks: Buffer[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks);
}
