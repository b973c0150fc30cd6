import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Statement } from '../infra/stacks/policy.ts';
import { ACCOUNT, REGION } from './intrinsics.ts';
import { allowing, type Request } from './policy-evaluation.ts';
import { tableRequests } from './table-requests.ts';

/** A function's request to AWS, and whether its policy allows it. */
export interface Asked extends Request {
  readonly caller: string;
  readonly isAllowed: boolean;
}

/** DynamoDB, its streams, SQS and Secrets Manager behind one address, for callers that are known by their access key. */
export interface AwsEndpoint {
  readonly port: string;
  readonly asked: readonly Asked[];
  /** From now on requests that it is true of are answered by an error that is not repeated, as if AWS failed. */
  failOn(fails: (asked: Asked) => boolean): void;
  /** Keeps a secret under a name, newest value first, as an operator does. */
  keepSecret(name: string, values: readonly string[]): void;
  /** Notes a request that the platform makes under a function's role (its log, its traces, its event source). @returns whether it is allowed. */
  note(caller: string, request: Request): boolean;
  /** Takes the messages that were sent to a queue, by the queue's name. */
  take(queue: string): readonly string[];
  stop(): Promise<void>;
}

/** Names the caller in the `Credential` of a signature: access keys are letters and digits, as names of functions are not. */
export const accessKeyOf = (caller: string): string => Buffer.from(caller).toString('hex').toUpperCase();
/** The caller that a request is signed by. */
export const callerOf = ({ headers }: IncomingMessage): string => {
  const [, key = ''] = String(headers.authorization).match(/Credential=(\w+)\//) ?? [];
  return Buffer.from(key, 'hex').toString();
};

/**
 * Starts the endpoint.
 *
 * @param engine Address of the DynamoDB engine.
 * @param policies The statements of each caller's role.
 * @param secrets Values by ARN, newest first.
 */
export async function startAwsEndpoint({
  engine,
  policies,
  secrets,
}: {
  readonly engine: string;
  readonly policies: ReadonlyMap<string, readonly Statement[]>;
  readonly secrets: Readonly<Record<string, readonly string[]>>;
}): Promise<AwsEndpoint> {
  const kept = new Map(Object.entries(secrets));
  const asked: Asked[] = [];
  const queues = new Map<string, string[]>();
  const agent = new Agent({ keepAlive: true });
  const { hostname, port } = new URL(engine);

  let fails = (_asked: Asked): boolean => false;

  const note = (caller: string, one: Request): boolean => {
    const isAllowed = allowing(policies.get(caller) ?? [], one).length > 0;
    asked.push({ ...one, caller, isAllowed });
    return isAllowed;
  };

  const answer = async (incoming: IncomingMessage, response: ServerResponse) => {
    const body = await bodyOf(incoming);
    const caller = callerOf(incoming);
    const [service = '', operation = ''] = String(incoming.headers['x-amz-target']).split('.');
    const json = JSON.parse(body.toString());
    const requests = requestsOf(service, operation, json);
    const denied = requests.filter((one) => !note(caller, one));
    if (denied[0]) return refuse(response, caller, denied[0]);
    if (requests.some((one) => fails({ ...one, caller, isAllowed: true }))) return fail(response);
    if (service.startsWith('DynamoDB')) return forward(incoming, body, response);
    if (service === 'AmazonSQS') return send(response, 200, JSON.stringify(answerOfQueue(operation, json)));
    const found = kept.get(secretArn(json.SecretId))?.[json.VersionStage === 'AWSPREVIOUS' ? 1 : 0];
    if (found !== undefined) return send(response, 200, JSON.stringify({ ARN: json.SecretId, SecretString: found }));
    return send(response, 400, JSON.stringify({ __type: 'ResourceNotFoundException', message: 'no such version' }));
  };

  const answerOfQueue = (
    operation: string,
    json: { QueueUrl: string; Entries: { Id: string; MessageBody: string }[] },
  ) => {
    if (operation === 'SendMessageBatch') return accept(json);
    const waiting = queues.get(json.QueueUrl.split('/').at(-1) ?? '')?.length ?? 0;
    return { Attributes: { ApproximateNumberOfMessages: String(waiting) } };
  };

  const accept = (json: { QueueUrl: string; Entries: { Id: string; MessageBody: string }[] }) => {
    const name = json.QueueUrl.split('/').at(-1) ?? '';
    queues.set(name, [...(queues.get(name) ?? []), ...json.Entries.map(({ MessageBody }) => MessageBody)]);
    const taken = json.Entries.map(({ Id, MessageBody }) => ({
      Id,
      MessageId: Id,
      MD5OfMessageBody: md5(MessageBody),
    }));
    return { Successful: taken, Failed: [] };
  };

  const forward = (incoming: IncomingMessage, body: Buffer, response: ServerResponse) =>
    new Promise<void>((resolve, reject) => {
      const headers = { ...incoming.headers, 'content-length': String(body.length) };
      const outgoing = request({ hostname, port, agent, method: 'POST', path: '/', headers }, (got) => {
        bodyOf(got).then((bytes) => resolve(send(response, got.statusCode ?? 500, bytes)), reject);
      });
      outgoing.on('error', reject);
      outgoing.end(body);
    });

  const server = createServer((incoming, response) => {
    answer(incoming, response).catch(() => incoming.socket.destroy());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: String((server.address() as AddressInfo).port),
    asked,
    note,
    keepSecret(name, values) {
      kept.set(secretArn(name), values);
    },
    failOn(those) {
      fails = those;
    },
    take(queue) {
      const messages = queues.get(queue) ?? [];
      queues.delete(queue);
      return messages;
    },
    async stop() {
      server.close();
      server.closeAllConnections();
      agent.destroy();
      await once(server, 'close');
    },
  };
}

function requestsOf(service: string, operation: string, json: Record<string, string>): readonly Request[] {
  switch (service) {
    case 'DynamoDB_20120810':
      return tableRequests(operation, json);
    case 'AmazonSQS': {
      const resource = `arn:aws:sqs:${REGION}:${ACCOUNT}:${String(json.QueueUrl).split('/').at(-1)}`;
      // SendMessageBatch needs the permission of SendMessage.
      return [{ action: `sqs:${operation.replace(/Batch$/, '')}`, resource }];
    }
    case 'secretsmanager':
      return [{ action: `secretsmanager:${operation}`, resource: secretArn(String(json.SecretId)) }];
    default:
      return [{ action: `${service}:${operation}`, resource: 'unknown' }];
  }
}

/** Secrets are asked for by name or ARN; policies know ARNs, whose last six characters Secrets Manager chooses. */
const secretArn = (id: string): string =>
  id.startsWith('arn:') ? id : `arn:aws:secretsmanager:${REGION}:${ACCOUNT}:secret:${id}-AbCdEf`;

const md5 = (text: string): string => createHash('md5').update(text).digest('hex');

async function bodyOf(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function send(response: ServerResponse, status: number, body: Buffer | string): void {
  response.writeHead(status, {
    'content-type': 'application/x-amz-json-1.0',
    'content-length': Buffer.byteLength(body),
  });
  response.end(body);
}

const refuse = (response: ServerResponse, caller: string, { action, resource }: Request): void =>
  send(
    response,
    400,
    JSON.stringify({
      __type: 'com.amazon.coral.service#AccessDeniedException',
      Message: `${caller} is not authorized to perform ${action} on ${resource}`,
    }),
  );

const fail = (response: ServerResponse): void =>
  send(response, 400, JSON.stringify({ __type: 'ValidationException', message: 'failed by the test' }));
