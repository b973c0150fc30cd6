import { CreateTableCommand, DescribeTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { type Log, useClients } from '../../functions/clients.ts';
import { type FunctionName, specs } from '../../functions/specs.ts';
import { DatelineError } from '../../shared/kernel/dateline-error.ts';
import { openStore } from '../../shared/store/open-store.ts';
import type { Store } from '../../shared/store/store.ts';
import { createTableInput } from '../../shared/store/table.ts';
import { startEngine } from '../engine.ts';
import { ensureAdminKey } from './admin-key.ts';
import { builtAsset } from './built-assets.ts';
import { openDataFolder, signingSecretOf } from './data-folder.ts';
import { handlerOf, isBuilt } from './handlers.ts';
import { serveHttp } from './http-server.ts';
import { type LocalQueue, localQueue } from './local-queue.ts';
import { type Schedule, schedule } from './schedule.ts';
import { storedPositions } from './stream-positions.ts';
import { readStream } from './stream-reader.ts';

export interface ServiceOptions {
  /** The data folder; made where it is missing. */
  readonly data: string;
  /** 0 for any free one. */
  readonly port: number;
  /** Where readers reach it, if not at its own address (a reverse proxy's URL). */
  readonly publicUrl?: string;
  /** Told to publishers in the User-Agent of feed requests. */
  readonly feedContact: string;
  /** Hosts of feeds that may be fetched although their addresses are not public. */
  readonly feedHosts: readonly string[];
  readonly log: Log;
}

export interface Service {
  /** `http://127.0.0.1:8787`, or the public one. */
  readonly url: string;
  readonly store: Store;
  readonly adminKey: string;
  readonly queues: { readonly articles: LocalQueue; readonly feeds: LocalQueue };
  /** Settles when the engine died under it. */
  readonly engineDied: Promise<void>;
  /** Takes no more requests, finishes what is under way, stops the engine last. */
  stop(): Promise<void>;
}

export const TABLE_NAME = 'dateline';
const ARTICLE_QUEUE_URL = 'local:articles';
const FEED_QUEUE_URL = 'local:feeds';
const MAX_RECEIVES = 5;
/** Local workers are not throttled, so a message need not hide for six timeouts as it must on AWS; only for longer than one. */
const visibilitySecondsOf = (name: FunctionName): number => specs[name].timeoutSeconds + 30;

const now = (): string => new Date().toISOString();

/**
 * The whole service in this process, once per process: engine, queues, stream readers, schedules and the HTTP server, all calling the very
 * handlers that Lambda runs.
 *
 * @throws DatelineError whose message tells the way out: `port.taken`, `data.unwritable`, `data.in-use`, `engine.missing`, `engine.failed`.
 */
export async function startService(options: ServiceOptions): Promise<Service> {
  const { log } = options;
  const undo: (() => unknown)[] = [];
  const stop = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const folder = openDataFolder(options.data);
    folder.claim('an address it has not told yet');
    undo.push(() => folder.release());
    const engine = await startEngine({ dbPath: folder.database });
    undo.push(() => engine.stop());

    const connection = {
      endpoint: engine.endpoint,
      region: process.env.AWS_REGION ?? 'us-east-1',
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    };
    const client = new DynamoDBClient(connection);
    const table = DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
    const streams = new DynamoDBStreamsClient(connection);
    undo.push(
      () => client.destroy(),
      () => streams.destroy(),
    );
    const streamArn = await ensureTable(client);
    const store = openStore({ client: table, tableName: TABLE_NAME, now });

    const onTrouble = (what: string, fields: Readonly<Record<string, unknown>>) => log.error(what, fields);
    const worker = (name: FunctionName) => async (event: unknown, context: unknown) =>
      (await handlerOf(name))(event as never, context as never);
    const queueFor = (
      name: 'process-articles' | 'fetch-feed',
      settings: { batchSize: number; maxConcurrency: number },
    ) =>
      localQueue({
        name,
        ...settings,
        visibilitySeconds: visibilitySecondsOf(name),
        maxReceiveCount: MAX_RECEIVES,
        timeoutSeconds: specs[name].timeoutSeconds,
        worker: worker(name),
        onTrouble,
      });
    const articles = queueFor('process-articles', { batchSize: 5, maxConcurrency: 2 });
    const feeds = queueFor('fetch-feed', { batchSize: 1, maxConcurrency: 4 });

    const secret = signingSecretOf(folder);
    const onWrite = () => {
      for (const reader of readers) reader.wake();
    };
    const readers: ReturnType<typeof readStream>[] = [];
    let begin = () => {};
    const ready = new Promise<void>((resolve) => {
      begin = resolve;
    });
    // The server listens before the handlers load: they need its address, and a taken port should be told before any work.
    const http = await serveHttp({
      port: options.port,
      allowedHosts: hostOf(options.publicUrl),
      ready,
      onWrite,
      onTrouble,
    });
    undo.push(() => http.stop());
    const url = options.publicUrl ?? `http://127.0.0.1:${http.port}`;
    folder.claim(url);

    Object.assign(process.env, {
      TABLE_NAME,
      ARTICLE_QUEUE_URL,
      FEED_QUEUE_URL,
      SIGNING_SECRET_ARN: 'local',
      PUBLIC_BASE_URL: url,
      FEED_CONTACT: options.feedContact,
      FEED_ALLOWED_HOSTS: options.feedHosts.join(',') || 'none',
      POWERTOOLS_METRICS_DISABLED: 'true',
      POWERTOOLS_METRICS_NAMESPACE: 'dateline',
      POWERTOOLS_SERVICE_NAME: 'dateline',
    });
    useClients({
      table,
      queue: (queueUrl) => (queueUrl === FEED_QUEUE_URL ? feeds : articles),
      secrets: async () => [secret],
      asset: builtAsset,
      now,
      log,
    });
    const adminKey = await ensureAdminKey(folder, store.keys, now());
    begin();

    undo.push(() => Promise.all([articles.stop(), feeds.stop()]));
    const positions = storedPositions(folder, streamArn);
    undo.push(() => positions.save());
    for (const [name, batchSize] of [
      ['relay-articles', 100],
      ['rebuild-tiles', 500],
    ] as const) {
      if (!isBuilt(name)) continue;
      const { timeoutSeconds } = specs[name];
      const reader = readStream({
        client: streams,
        streamArn,
        name,
        batchSize,
        timeoutSeconds,
        positions,
        handler: worker(name),
        onTrouble,
      });
      readers.push(reader);
      undo.push(() => reader.stop());
    }
    const turns = (
      [
        ['sweep-articles', 300],
        ['poll-feeds', 60],
        ['sweep-tiles', 900],
      ] as const
    )
      .filter(([name]) => isBuilt(name))
      .map(([name, everySeconds]): Schedule => {
        const { timeoutSeconds } = specs[name];
        const made = schedule({ name, everySeconds, timeoutSeconds, handler: worker(name), onTrouble });
        undo.push(() => made.stop());
        return made;
      });
    // What a killed process left behind goes on at once; the rest of the turns begin with it.
    void turns[0]?.run({ graceSeconds: 0 });
    void turns[1]?.run();
    void turns[2]?.run();

    return { url, store, adminKey, queues: { articles, feeds }, engineDied: engine.died, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Makes the table where it is missing; answers its stream's ARN. */
async function ensureTable(client: DynamoDBClient): Promise<string> {
  const describe = () => client.send(new DescribeTableCommand({ TableName: TABLE_NAME }));
  const described = await describe().catch(async (error: unknown) => {
    if (!(error instanceof Error) || error.name !== 'ResourceNotFoundException') {
      throw new DatelineError('engine.failed', 'The DynamoDB engine does not answer as DynamoDB does.', {
        cause: error,
      });
    }
    await client.send(new CreateTableCommand(createTableInput(TABLE_NAME)));
    return describe();
  });
  const streamArn = described.Table?.LatestStreamArn;
  if (streamArn === undefined) throw new DatelineError('engine.failed', `The table ${TABLE_NAME} has no stream.`);
  return streamArn;
}

const hostOf = (url: string | undefined): readonly string[] => (url === undefined ? [] : [new URL(url).host]);
