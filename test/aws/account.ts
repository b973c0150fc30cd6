import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  DescribeStreamCommand,
  DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
  ListStreamsCommand,
} from '@aws-sdk/client-dynamodb-streams';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { APIGatewayProxyStructuredResultV2, DynamoDBRecord, SQSBatchResponse } from 'aws-lambda';
import { startEngine } from '../../local/aws-emulation/engine.ts';
import { gatewayEvent } from '../../local/aws-emulation/gateway-event.ts';
import { lambdaRecord } from '../../local/aws-emulation/lambda-record.ts';
import { routeTo } from '../../local/aws-emulation/routing.ts';
import { createTableInput } from '../../shared/store/table.ts';
import { type AwsEndpoint, accessKeyOf, startAwsEndpoint } from './aws-endpoint.ts';
import { answerAsBedrock, isForBedrock } from './bedrock.ts';
import type { DeployedFunction, DeployedSource, Deployment } from './deployment.ts';
import { matches } from './event-filter.ts';
import { type LambdaProcess, startLambda } from './lambda-process.ts';

/** An account that a deployment runs in: the real engine behind the functions' policies, and Lambda's part as far as functions see it. */
export interface Account {
  readonly aws: AwsEndpoint;
  /** The table as its operator reaches it, past all policies. */
  readonly table: DynamoDBDocumentClient;
  /** Another such client. */
  newTable(): DynamoDBDocumentClient;
  /** Calls a function, in its own process, which starts with the first call. Rejects with what the handler threw. */
  invoke(name: string, event: unknown): Promise<unknown>;
  /** Delivers stream records and messages until there are none. @returns messages and records that were not done. */
  settle(): Promise<readonly string[]>;
  /** Starts the function of a schedule with the event that EventBridge Scheduler sends. */
  runSchedule(name: string, time: string): Promise<void>;
  /** Ends a function's process in the middle of its work, as Lambda does where time or memory is used up; the next call starts another. */
  kill(name: string): void;
  /** All that the functions wrote so far, those that were killed too. */
  logs(): string;
  /** Processes by function. */
  readonly processes: ReadonlyMap<string, LambdaProcess>;
  stop(): Promise<void>;
}

/** The internet: bodies by the address that they are fetched from. */
export type Web = Readonly<Record<string, { readonly type: string; readonly body: string; readonly status?: number }>>;

/** Deploys. The value of the signing secret is the test's. */
export async function openAccount(deployment: Deployment, web: Web): Promise<Account> {
  const engine = await startEngine();
  const operator = {
    endpoint: engine.endpoint,
    region: 'local',
    credentials: { accessKeyId: 'o', secretAccessKey: 'o' },
  };
  const base = new DynamoDBClient(operator);
  const streams = new DynamoDBStreamsClient(operator);
  await base.send(new CreateTableCommand(createTableInput(deployment.tableName)));
  const newTable = () => DynamoDBDocumentClient.from(base, { marshallOptions: { removeUndefinedValues: true } });
  const table = newTable();
  const { functions, sources, schedules } = deployment;
  const policies = new Map([
    ...[...functions].map(([name, { statements }]) => [name, statements] as const),
    ...schedules.map(({ name, statements }) => [`schedule ${name}`, statements] as const),
  ]);
  const aws = await startAwsEndpoint({
    engine: engine.endpoint,
    policies,
    secrets: { [deployment.secretArn]: ['the secret of this test', 'the one before it'] },
  });
  const publicHost = new URL(deployment.publicBaseUrl).host;
  const server = createServer((request, response) => {
    if (isForBedrock(request)) return answerAsBedrock(aws, request, response);
    if (request.headers.host === publicHost) {
      answerPublicly(request, response).catch((error: Error) => response.writeHead(502).end(error.message));
      return;
    }
    const found = web[`http://${request.headers.host}${request.url}`];
    response.writeHead(found ? (found.status ?? 200) : 404, { 'content-type': found?.type ?? 'text/plain' });
    response.end(found?.body);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const webPort = String((server.address() as AddressInfo).port);

  const processes = new Map<string, LambdaProcess>();
  const notRight: string[] = [];
  const ended: string[] = [];
  /** Under a function's role Lambda itself acts, too. */
  const platform = (caller: string, action: string, resource: string) => {
    if (!aws.note(caller, { action, resource })) notRight.push(`${caller}: ${action} on ${resource} is denied`);
  };

  async function processOf(one: DeployedFunction): Promise<LambdaProcess> {
    const running = processes.get(one.name);
    if (running) return running;
    const started = await startLambda({
      ...one,
      environment: {
        ...one.environment,
        AWS_ACCESS_KEY_ID: accessKeyOf(one.name),
        AWS_SECRET_ACCESS_KEY: 'secret',
        TEST_AWS_PORT: aws.port,
        TEST_WEB_PORT: webPort,
      },
    });
    processes.set(one.name, started);
    platform(one.name, 'logs:CreateLogStream', `${one.logGroupArn.slice(0, -1)}log-stream:1`);
    platform(one.name, 'logs:PutLogEvents', `${one.logGroupArn.slice(0, -1)}log-stream:1`);
    if (one.isTraced)
      for (const put of ['TraceSegments', 'TelemetryRecords']) platform(one.name, `xray:Put${put}`, '*');
    return started;
  }

  async function invoke(name: string, event: unknown): Promise<unknown> {
    const one = functions.get(name);
    if (one === undefined) throw new RangeError(`Nothing deploys ${name}.`);
    return (await processOf(one)).invoke(event);
  }

  /** Passes a request through CloudFront and API Gateway as they would. */
  async function answerPublicly(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const destination = routeTo(request.method ?? '', (request.url ?? '').split('?')[0] ?? '');
    const event = gatewayEvent(request, Buffer.concat(chunks), destination);
    const answer = (await invoke(destination.function, event)) as APIGatewayProxyStructuredResultV2;
    const { statusCode = 200, headers = {}, body = '', isBase64Encoded = false } = answer;
    const named = Object.entries(headers).map(([name, value]) => [name, String(value)] as const);
    response.writeHead(statusCode, Object.fromEntries(named));
    response.end(Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8'));
  }

  const readUpTo = new Map<DeployedSource, string>();
  /** New records of the table's stream that a source's filters let through. */
  async function recordsFor(source: DeployedSource): Promise<readonly DynamoDBRecord[]> {
    for (const action of ['DescribeStream', 'GetRecords', 'GetShardIterator'])
      platform(source.functionName, `dynamodb:${action}`, deployment.streamArn);
    platform(source.functionName, 'dynamodb:ListStreams', '*');
    const { Streams = [] } = await streams.send(new ListStreamsCommand({ TableName: deployment.tableName }));
    const StreamArn = Streams[0]?.StreamArn ?? '';
    const { StreamDescription } = await streams.send(new DescribeStreamCommand({ StreamArn }));
    const ShardId = StreamDescription?.Shards?.[0]?.ShardId ?? '';
    const after = readUpTo.get(source);
    const { ShardIterator } = await streams.send(
      new GetShardIteratorCommand({
        StreamArn,
        ShardId,
        ...(after === undefined
          ? { ShardIteratorType: 'TRIM_HORIZON' }
          : { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber: after }),
      }),
    );
    const { Records = [] } = await streams.send(new GetRecordsCommand({ ShardIterator, Limit: 1000 }));
    const last = Records.at(-1)?.dynamodb?.SequenceNumber;
    if (last !== undefined) readUpTo.set(source, last);
    const records = Records.map((record) => lambdaRecord(record, deployment.streamArn));
    const patterns = source.filters.map((filter) => JSON.parse(filter));
    const wanted = records.filter((one) => patterns.length === 0 || patterns.some((pattern) => matches(pattern, one)));
    // A page without a wanted record is not the end of the stream.
    return last !== undefined && wanted.length === 0 ? recordsFor(source) : wanted;
  }

  async function deliverRecords(source: DeployedSource): Promise<boolean> {
    const records = await recordsFor(source);
    if (records.length === 0) return false;
    await invoke(source.functionName, { Records: records }).catch((error: Error) => {
      notRight.push(`${source.functionName}: ${error.message}`);
      if (source.onFailureArn !== undefined) platform(source.functionName, 'sqs:SendMessage', source.onFailureArn);
    });
    return true;
  }

  async function deliverMessages({ functionName, sourceArn }: DeployedSource): Promise<boolean> {
    const bodies = aws.take(sourceArn.split(':').at(-1) ?? '');
    for (const action of ['GetQueueAttributes', 'ReceiveMessage']) platform(functionName, `sqs:${action}`, sourceArn);
    for (const body of bodies) {
      const answer = (await invoke(functionName, sqsEvent(body, sourceArn))) as SQSBatchResponse | undefined;
      if (answer?.batchItemFailures.length) notRight.push(`${functionName} fails ${body}`);
      else platform(functionName, 'sqs:DeleteMessage', sourceArn);
    }
    return bodies.length > 0;
  }

  return {
    aws,
    table,
    newTable,
    invoke,
    processes,
    async settle() {
      for (let hasWorked = true; hasWorked; ) {
        hasWorked = false;
        for (const source of sources) {
          const deliver = source.sourceArn.includes(':dynamodb:') ? deliverRecords : deliverMessages;
          hasWorked = (await deliver(source)) || hasWorked;
        }
      }
      return notRight.splice(0);
    },
    logs: () => [...ended, ...[...processes.values()].map((one) => one.log())].join(''),
    kill(name) {
      ended.push(processes.get(name)?.log() ?? '');
      processes.get(name)?.stop();
      processes.delete(name);
    },
    async runSchedule(name, time) {
      const schedule = schedules.find((one) => one.name === name);
      const target = [...functions.values()].find(({ arn }) => arn === schedule?.targetArn);
      if (schedule === undefined || target === undefined) throw new RangeError(`No schedule ${name} with a function.`);
      platform(`schedule ${name}`, 'lambda:InvokeFunction', target.arn);
      await invoke(target.name, scheduledEvent(time));
    },
    async stop() {
      for (const one of processes.values()) one.stop();
      server.close();
      server.closeAllConnections();
      await aws.stop();
      base.destroy();
      streams.destroy();
      await engine.stop();
    },
  };
}

/** `detail` is text: what EventBridge Scheduler sends where a target has no input. */
const scheduledEvent = (time: string) => ({
  version: '0',
  id: 'd5f3a2b1-0000-4000-8000-000000000000',
  'detail-type': 'Scheduled Event',
  source: 'aws.scheduler',
  account: '123456789012',
  time,
  region: 'eu-west-1',
  resources: ['arn:aws:scheduler:eu-west-1:123456789012:schedule/dateline-prod/any'],
  detail: '{}',
});

/** A batch of one message. @param deliveries How often it was received. */
export const sqsEvent = (body: string, eventSourceARN: string, deliveries = 1) => ({
  Records: [
    {
      messageId: 'c80e8021-a70a-42c7-a470-796e1186f753',
      receiptHandle: 'handle',
      body,
      attributes: {
        ApproximateReceiveCount: String(deliveries),
        SentTimestamp: '1767225600000',
        SenderId: 'AIDAEXAMPLE',
        ApproximateFirstReceiveTimestamp: '1767225600001',
      },
      messageAttributes: {},
      md5OfBody: '',
      eventSource: 'aws:sqs',
      eventSourceARN,
      awsRegion: 'eu-west-1',
    },
  ],
});
