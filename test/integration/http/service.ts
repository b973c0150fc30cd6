import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context, SQSEvent } from 'aws-lambda';
import { acceptArticles } from '../../../functions/accept-articles/accept-articles.ts';
import { describeService } from '../../../functions/describe-service/describe-service.ts';
import { editEvents } from '../../../functions/edit-events/edit-events.ts';
import { exportTimeline } from '../../../functions/export-timeline/export-timeline.ts';
import { extractArticleApi } from '../../../functions/extract-article/extract-article.ts';
import { manageFeeds } from '../../../functions/manage-feeds/manage-feeds.ts';
import { manageKeys } from '../../../functions/manage-keys/manage-keys.ts';
import { manageTimelines } from '../../../functions/manage-timelines/manage-timelines.ts';
import { manageWebhooks } from '../../../functions/manage-webhooks/manage-webhooks.ts';
import { processArticles } from '../../../functions/process-articles/process-articles.ts';
import { readEvents } from '../../../functions/read-events/read-events.ts';
import { renderConsole } from '../../../functions/render-console/render-console.ts';
import { renderEmbedApi } from '../../../functions/render-embed/render-embed.ts';
import { type HttpHandler, lambda } from '../../../functions/runtime/lambda.ts';
import type { Queue } from '../../../functions/runtime/queue.ts';
import type { HttpServices, SigningServices } from '../../../functions/runtime/services.ts';
import { serveArticles } from '../../../functions/serve-articles/serve-articles.ts';
import { sweepArticles } from '../../../functions/sweep-articles/sweep-articles.ts';
import { extractFrom } from '../../../shared/application/extraction.ts';
import { makeKey } from '../../../shared/http/keys.ts';
import { rateLimiter } from '../../../shared/http/rate-limit.ts';
import { routeOf } from '../../../shared/http/route-match.ts';
import { FALLBACK_FUNCTION, type HttpFunctionName } from '../../../shared/http/routes.ts';
import { openStore } from '../../../shared/store/open-store.ts';
import type { KeyRecord, Store } from '../../../shared/store/store.ts';
import { startTestEngine } from '../store/engine-table.ts';

export const BASE = 'https://dateline.test';

/** An answer as API Gateway would send it, its body decoded as text. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly cookies: readonly string[];
  readonly text: string;
  /** Parsed where it is JSON. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  readonly json: any;
  readonly bytes: Buffer;
}

export interface Ask {
  readonly key?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON; bytes and text as they are. */
  readonly body?: unknown;
}

/** The whole HTTP side on a real engine, called with the events that API Gateway sends. */
export interface Service {
  readonly store: Store;
  readonly secrets: string[];
  readonly errors: unknown[];
  /** Messages waiting on the queue. */
  readonly sent: readonly unknown[];
  /** Messages waiting on the webhook queue. */
  readonly dueDeliveries: unknown[];
  call(method: string, pathAndQuery: string, ask?: Ask): Promise<Answer>;
  key(wish: Partial<Pick<KeyRecord, 'scopes' | 'collections' | 'expiresAt' | 'requestsPerMinute'>>): Promise<string>;
  /** Does what stream, queue and worker would do: every article that is queued is processed. */
  process(): Promise<void>;
  /** The current time of the service's clock. */
  now(): string;
  /** Moves the clock. */
  pass(seconds: number): void;
  stop(): Promise<void>;
}

export async function startService(): Promise<Service> {
  const engine = await startTestEngine();
  const client = engine.client();
  const tableName = await engine.table();
  let offset = 0;
  const now = () => new Date(Date.now() + offset).toISOString();
  const store = openStore({ client, tableName, now });
  const secrets = ['a secret of the tests'];
  const errors: unknown[] = [];
  const messages: unknown[] = [];
  const dueDeliveries: unknown[] = [];
  const webhookQueue: Queue = { send: async (more) => void dueDeliveries.push(...more) };
  const queue = { send: async (more: readonly unknown[]) => void messages.push(...more), backlog: async () => 0 };
  return {
    store,
    secrets,
    errors,
    sent: messages,
    dueDeliveries,
    call: httpSide({ store, queue, webhookQueue, now, secrets, errors }),
    key: (wish) => createKey(store, now(), wish),
    async process() {
      await sweepArticles(store.articles, queue, { graceSeconds: 0, atMost: 1000, now: now() });
      for (const message of messages.splice(0)) {
        const { batchItemFailures } = await processArticles(sqsEvent([message]), {
          articles: store.articles,
          extract: extractFrom,
          log: { info() {}, warn() {}, error: (_message, fields) => void errors.push(fields?.error) },
        });
        if (batchItemFailures.length > 0) throw errors.at(-1);
      }
      await store.fold();
    },
    now,
    pass: (seconds) => {
      offset += seconds * 1000;
    },
    stop: async () => {
      client.destroy();
      await engine.stop();
    },
  };
}

/** Sends an article published on 1960-01-01 and waits until it is processed. @returns Its id. */
export async function sendArticle(
  service: Pick<Service, 'call' | 'process'>,
  { key, collection, text }: { readonly key: string; readonly collection: string; readonly text: string },
): Promise<string> {
  const body = { text, collection, publishedAt: '1960-01-01' };
  const { json } = await service.call('POST', '/v1/articles', { key, body });
  await service.process();
  return json.id;
}

/** A service that starts before the tests of a file and stops after them. */
export function serviceForTests(): Omit<Service, 'stop'> {
  let service: Service;
  beforeAll(async () => {
    service = await startService();
  });
  afterAll(() => service.stop());
  return {
    get store() {
      return service.store;
    },
    get secrets() {
      return service.secrets;
    },
    get errors() {
      return service.errors;
    },
    get sent() {
      return service.sent;
    },
    get dueDeliveries() {
      return service.dueDeliveries;
    },
    call: (...asked) => service.call(...asked),
    key: (wish) => service.key(wish),
    process: () => service.process(),
    now: () => service.now(),
    pass: (seconds) => service.pass(seconds),
  };
}

/** Stores a new key. @returns the key itself. */
export async function createKey(store: Store, now: string, wish: Parameters<Service['key']>[0]): Promise<string> {
  const { key, record } = makeKey({ scopes: ['admin'], collections: ['*'], ...wish }, now);
  await store.keys.create(record);
  return key;
}

/** The functions that answer HTTP, behind the routes of API Gateway. Errors that they log are added to `errors`. */
export function httpSide({
  store,
  queue,
  webhookQueue,
  now,
  secrets,
  errors,
}: {
  readonly store: Store;
  readonly queue: Queue;
  readonly webhookQueue: Queue;
  readonly now: () => string;
  readonly secrets: readonly string[];
  readonly errors: unknown[];
}): Service['call'] {
  const services: HttpServices<Store> &
    SigningServices & {
      baseUrl: string;
      queue: Queue;
      asset: (name: string) => Promise<string | undefined>;
    } = {
    store,
    now,
    credentials: store,
    leases: store.leases,
    limiter: rateLimiter(store.leases, now),
    secrets: async () => secrets,
    logError: (_message, fields) => void errors.push(fields.error),
    checkReplies: true,
    baseUrl: BASE,
    queue,
    asset: async (name) => `/* ${name} */`,
  };
  const handlers: Partial<Record<HttpFunctionName, HttpHandler>> = {
    'accept-articles': lambda(acceptArticles(services)),
    'serve-articles': lambda(serveArticles(services)),
    'extract-article': lambda(extractArticleApi({ ...services, extract: extractFrom, model: undefined })),
    'read-events': lambda(readEvents(services)),
    'edit-events': lambda(editEvents(services)),
    'manage-timelines': lambda(manageTimelines(services)),
    'export-timeline': lambda(exportTimeline(services)),
    'manage-feeds': lambda(manageFeeds({ ...services, allowedHosts: [] })),
    'manage-webhooks': lambda(manageWebhooks({ ...services, webhookQueue, allowedHosts: [] })),
    'manage-keys': lambda(manageKeys(services)),
    'render-embed': lambda(renderEmbedApi(services)),
    'render-console': lambda(renderConsole(services)),
    'describe-service': lambda(describeService(services)),
  };
  return async (method, pathAndQuery, ask = {}) => {
    const event = eventOf(method, pathAndQuery, ask);
    const handler = handlers[functionAt(method, event.rawPath)];
    if (!handler) throw new Error(`no function for ${method} ${pathAndQuery}`);
    return answerOf(await handler(event, {} as Context));
  };
}

/** The function that API Gateway calls for a request. */
export const functionAt = (method: string, path: string): HttpFunctionName =>
  routeOf(method, path)?.function ?? FALLBACK_FUNCTION;

/** The event that API Gateway sends for a request. */
export function eventOf(
  method: string,
  pathAndQuery: string,
  { key, headers = {}, body }: Ask,
): APIGatewayProxyEventV2 {
  const [rawPath = '/', rawQueryString = ''] = pathAndQuery.split(/\?(.*)/s);
  const bytes =
    body === undefined
      ? undefined
      : Buffer.from(body instanceof Uint8Array || typeof body === 'string' ? body : JSON.stringify(body));
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath,
    rawQueryString,
    headers: {
      host: 'dateline.test',
      ...(bytes && { 'content-type': 'application/json' }),
      ...(key && { authorization: `Bearer ${key}` }),
      ...headers,
    },
    requestContext: {
      accountId: '',
      apiId: '',
      domainName: 'dateline.test',
      domainPrefix: '',
      http: { method, path: rawPath, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'test' },
      requestId: 'request-1',
      routeKey: '$default',
      stage: '$default',
      time: '',
      timeEpoch: 0,
    },
    isBase64Encoded: bytes !== undefined,
    ...(bytes && { body: bytes.toString('base64') }),
  };
}

/** The response that API Gateway makes of a function's result. */
export function answerOf(result: APIGatewayProxyStructuredResultV2): Answer {
  const bytes = Buffer.from(result.body ?? '', result.isBase64Encoded ? 'base64' : 'utf8');
  const headers = Object.fromEntries(
    Object.entries(result.headers ?? {}).map(([name, value]) => [name, String(value)]),
  );
  const isJson = /json\b/.test(headers['content-type'] ?? '') && !headers['content-encoding'];
  const text = bytes.toString('utf8');
  return {
    status: result.statusCode ?? 0,
    headers,
    cookies: result.cookies ?? [],
    text,
    json: isJson && text ? JSON.parse(text) : undefined,
    bytes,
  };
}

/** The event of a batch of messages that were delivered so many times; bodies that are no text are sent as JSON. */
export const sqsEvent = (bodies: readonly unknown[], deliveries = 1): SQSEvent => ({
  Records: bodies.map((body, at) => ({
    messageId: `m${at}`,
    receiptHandle: '',
    body: typeof body === 'string' ? body : JSON.stringify(body),
    attributes: {
      ApproximateReceiveCount: String(deliveries),
      SentTimestamp: '',
      SenderId: '',
      ApproximateFirstReceiveTimestamp: '',
    },
    messageAttributes: {},
    md5OfBody: '',
    eventSource: 'aws:sqs',
    eventSourceARN: '',
    awsRegion: '',
  })),
});
