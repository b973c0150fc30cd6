import { DeleteTableCommand, DescribeTableCommand } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { DynamoDBStreamEvent } from 'aws-lambda';
import { processArticles } from '../../../functions/process-articles/process-articles.ts';
import { relayArticles } from '../../../functions/relay-articles/relay-articles.ts';
import { sweepArticles } from '../../../functions/sweep-articles/sweep-articles.ts';
import { connectTo } from '../../../local/aws-emulation/engine-connection.ts';
import { localQueue } from '../../../local/aws-emulation/local-queue.ts';
import type { StreamPositions } from '../../../local/aws-emulation/reader-positions.ts';
import { readStream } from '../../../local/aws-emulation/stream-reader.ts';
import { startFolding } from '../../../local/service/folding.ts';
import { extractFrom } from '../../../shared/application/extraction.ts';
import { openMaintenance } from '../../../shared/store/maintenance/maintenance.ts';
import { openStore } from '../../../shared/store/open-store.ts';
import { createKey, httpSide } from '../http/service.ts';
import type { TestEngine } from '../store/engine-table.ts';
import type { TestedService } from './fault-schedule.ts';
import { withFaultyRequests } from './faulty-client.ts';
import { type FaultyRequests, faultyRequests } from './faulty-requests.ts';

/** After a death the clock goes on by so much: the lease of the dead builder has ended by then. */
const AFTER_DEATH_MS = 30_000;
const ATTEMPTS_AT_A_MESSAGE = 5;
const SECRETS = ['a secret of the tests'];

/** A table, where it is, and the clock by which its service goes. */
interface Place {
  readonly endpoint: string;
  readonly tableName: string;
  readonly streamArn: string;
  readonly positions: StreamPositions;
  readonly now: () => string;
  readonly extract: typeof extractFrom;
}

/**
 * The functions of the service with queue, stream reader and builder, in this process, on a fresh table of a running engine. A restart costs milliseconds:
 * many schedules fit into a minute. A killed service's requests reach the engine no more.
 */
export async function serviceInSameProcess(engine: TestEngine): Promise<TestedService> {
  const tableName = await engine.table();
  const direct = connectTo(engine.endpoint);
  const described = await direct.tables.send(new DescribeTableCommand({ TableName: tableName }));
  let passedMs = 0;
  const later = (ms: number) => new Date(Date.now() + passedMs + ms).toISOString();
  const places = new Map<string, string>();
  const place: Place = {
    endpoint: engine.endpoint,
    tableName,
    streamArn: described.Table?.LatestStreamArn ?? '',
    positions: {
      get: (reader, shard) => places.get(`${reader} ${shard}`),
      set: (reader, shard, sequence) => void places.set(`${reader} ${shard}`, sequence),
    },
    now: () => later(0),
    extract: extractOnce(),
  };
  const client = documents(direct.tables);
  const key = await createKey(openStore({ client, tableName, now: place.now }), place.now(), {});
  const faults = faultyRequests();
  let service: ReturnType<typeof startService> | undefined;
  return {
    faults,
    extract: place.extract,
    async call(method, path, body) {
      if (!service) throw new Error('the service is down');
      return service.call(method, path, { key, body });
    },
    async start() {
      service = startService(place, faults);
    },
    async end(signal) {
      const ended = service?.end(signal);
      service = undefined;
      if (signal === 'SIGTERM') await ended;
      // A dead process is not waited for: what it is at ends at its next request.
      else passedMs += AFTER_DEATH_MS;
    },
    maintain: (work) => work(openMaintenance({ client, tableName, now: () => later(3_600_000) })),
    async stop() {
      await service?.end('SIGTERM');
      await direct.tables.send(new DeleteTableCommand({ TableName: tableName }));
      direct.close();
    },
  };
}

/** Reads each text once: a redelivery, and the comparison at the end, are given the same result. */
function extractOnce(): typeof extractFrom {
  const read = new Map<string, ReturnType<typeof extractFrom>>();
  return (article) => {
    const name = `${article.id} ${article.text}`;
    const result = read.get(name) ?? extractFrom(article);
    read.set(name, result);
    return result;
  };
}

const documents = (client: ReturnType<typeof connectTo>['tables']): DynamoDBDocumentClient =>
  DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });

/** Starts the service as `local/service` does: what an earlier one left behind first. */
function startService({ endpoint, tableName, streamArn, positions, now, extract }: Place, faults: FaultyRequests) {
  let isDead = false;
  const { tables, streams, close } = connectTo(endpoint);
  for (const one of [tables, streams]) withFaultyRequests(one, faults, () => isDead);
  const options = { client: documents(tables), tableName, now };
  const store = openStore(options);
  const { fold, sweep } = openMaintenance(options);
  const errors: unknown[] = [];
  const onTrouble = (_what: string, { error }: Readonly<Record<string, unknown>>) => void errors.push(error);
  const log = { info() {}, warn() {}, error: (what: string, fields = {}) => onTrouble(what, fields) };
  const wake = () => {
    reader.wake();
    folding.wake();
  };
  const queue = localQueue({
    name: 'process-articles',
    batchSize: 10,
    maxConcurrency: () => 4,
    // Long enough that a message comes back only when its worker has answered.
    visibilitySeconds: 0.05,
    maxReceiveCount: ATTEMPTS_AT_A_MESSAGE,
    timeoutSeconds: 60,
    worker: (event) => processArticles(event, { articles: store.articles, extract, log }).finally(wake),
    onTrouble,
  });
  const reader = readStream({
    client: streams,
    streamArn,
    name: 'relay-articles',
    batchSize: 1000,
    timeoutSeconds: 60,
    sortKey: 'article',
    handler: (event: DynamoDBStreamEvent) => relayArticles(event, queue),
    positions,
    onTrouble,
  });
  const folding = startFolding({
    fold,
    isAtRest: () => queue.counts().waiting + queue.counts().inFlight === 0,
    onTrouble,
  });
  const sweeps = Promise.all([
    sweepArticles(store.articles, queue, { graceSeconds: 0, atMost: 1000, now: now() }),
    sweep(),
  ]).catch((error) => onTrouble('schedule.failed', { error }));
  const answer = httpSide({ store, queue, webhookQueue: { send: async () => {} }, now, secrets: SECRETS, errors });
  return {
    async call(...asked: Parameters<typeof answer>) {
      const answered = await answer(...asked);
      if (isDead) throw new Error('the process died before it answered');
      if (asked[0] !== 'GET') wake();
      return answered;
    },
    async end(signal: 'SIGTERM' | 'SIGKILL') {
      isDead = signal === 'SIGKILL';
      await Promise.all([sweeps, queue.stop(), reader.stop(), folding.stop()]);
      close();
    },
  };
}
