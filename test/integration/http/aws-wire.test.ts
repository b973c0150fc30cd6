import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { queueAt } from '../../../functions/runtime/queue-at.ts';
import { secretsAt } from '../../../functions/runtime/secrets.ts';

/** Requests that the SDK sends over the wire, and the responses. */
interface Call {
  readonly target: string;
  // biome-ignore lint/suspicious/noExplicitAny: bodies of two services
  readonly body: any;
}

let server: Server;
const calls: Call[] = [];
let answer: (call: Call) => { status?: number; type?: string; body: object };

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const call = {
      target: String(request.headers['x-amz-target']),
      body: JSON.parse(Buffer.concat(chunks).toString()),
    };
    calls.push(call);
    const { status = 200, type, body } = answer(call);
    response.writeHead(status, {
      'content-type': 'application/x-amz-json-1.1',
      ...(type && { 'x-amzn-errortype': type }),
    });
    response.end(JSON.stringify({ ...body, ...(type && { __type: type }) }));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const endpoint = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  Object.assign(process.env, {
    AWS_ENDPOINT_URL: endpoint,
    AWS_REGION: 'eu-west-1',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
  });
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  calls.length = 0;
});

const md5 = (text: string): string => createHash('md5').update(text).digest('hex');

describe('a queue', () => {
  let url: string;
  beforeAll(() => {
    url = `${process.env.AWS_ENDPOINT_URL}/1/articles`;
  });
  const taken = ({ body }: Call) => ({
    body: {
      Successful: body.Entries.map(({ Id, MessageBody }: { Id: string; MessageBody: string }) => ({
        Id,
        MessageId: Id,
        MD5OfMessageBody: md5(MessageBody),
      })),
      Failed: [],
    },
  });

  test('takes messages ten at a time, each as JSON, in order', async () => {
    answer = taken;
    await queueAt(url).send(Array.from({ length: 23 }, (_, n) => ({ n })));
    expect(calls.map(({ body }) => body.Entries.length)).toEqual([10, 10, 3]);
    const bodies = calls.flatMap(({ body }) =>
      body.Entries.map(({ MessageBody }: { MessageBody: string }) => JSON.parse(MessageBody)),
    );
    expect(bodies).toEqual(Array.from({ length: 23 }, (_, n) => ({ n })));
    expect(calls[0]).toMatchObject({ target: 'AmazonSQS.SendMessageBatch', body: { QueueUrl: url } });
  });

  test('makes no request for an empty list', async () => {
    await queueAt(url).send([]);
    expect(calls).toEqual([]);
  });

  test('fails if one of ten messages was not accepted, so that the stream retries all of them', async () => {
    answer = () => ({ body: { Successful: [], Failed: [{ Id: '0', Code: 'InternalError', SenderFault: false }] } });
    await expect(queueAt(url).send([{ n: 1 }])).rejects.toMatchObject({ code: 'queue.unavailable' });
  });
});

describe('signing secrets', () => {
  test('are the current version and the one before, in this order, and are read once', async () => {
    answer = ({ body }) => ({ body: { SecretString: body.VersionStage === 'AWSCURRENT' ? 'new' : 'old' } });
    expect(await secretsAt('arn:two')).toEqual(['new', 'old']);
    expect(await secretsAt('arn:two')).toEqual(['new', 'old']);
    expect(calls).toHaveLength(2);
  });

  test('are one if the secret was never rotated', async () => {
    answer = ({ body }) =>
      body.VersionStage === 'AWSCURRENT'
        ? { body: { SecretString: 'only' } }
        : { status: 400, type: 'ResourceNotFoundException', body: { message: 'no such version' } };
    expect(await secretsAt('arn:one')).toEqual(['only']);
  });

  test('are required: if they cannot be read, nothing is signed', async () => {
    answer = () => ({ status: 400, type: 'AccessDeniedException', body: { message: 'no' } });
    await expect(secretsAt('arn:none')).rejects.toMatchObject({ name: 'AccessDeniedException' });
  });
});
