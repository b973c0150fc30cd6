import { NO_MODEL } from '../../functions/runtime/language-model/settings.ts';
import { useInstead } from '../../functions/runtime/replacements.ts';
import { withSealedRecords } from '../../shared/http/sealed-records.ts';
import type { Log } from '../../shared/kernel/log.ts';
import { openStore } from '../../shared/store/open-store.ts';
import type { Store } from '../../shared/store/store.ts';
import { withoutCancelled } from '../aws-emulation/cancellation.ts';
import { startEngine } from '../aws-emulation/engine.ts';
import { httpFunction } from '../aws-emulation/handlers.ts';
import type { LocalQueue } from '../aws-emulation/local-queue.ts';
import { openTable, TABLE_NAME } from '../aws-emulation/table.ts';
import { ensureAdminKey } from './admin-key.ts';
import { admission } from './admission.ts';
import { type Background, openQueues, type Queues, startBackground } from './background.ts';
import { builtAsset } from './built-assets.ts';
import { busyLog } from './busy-log.ts';
import { mustBeDatabase, openDataFolder, signingSecretOf } from './data-folder.ts';
import { deadLetterDoor } from './dead-letters.ts';
import { announce, claimFolder, releaseFolder } from './folder-claim.ts';
import { serveHttp } from './http-server.ts';
import { sealKnownKeys } from './sealed-keys.ts';
import { stopSteps } from './stop-steps.ts';
import { textWorkers } from './text-workers.ts';

/** Where the service runs and what it may access. */
export interface ServiceOptions {
  /** The data folder; created if missing. */
  readonly data: string;
  /** 0 selects a free one. */
  readonly port: number;
  /** The address for readers, if it differs (such as a reverse proxy's URL). */
  readonly publicUrl?: string;
  /** Contact address for publishers, sent in the User-Agent of feed requests. */
  readonly feedContact: string;
  /** Hosts of feeds that may be fetched although their addresses are not public. */
  readonly feedHosts: readonly string[];
  /** Settings of a language model as JSON, or `none`, which is the default. */
  readonly languageModel?: string;
  readonly log: Log;
}

/** The running service. */
export interface Service {
  /** `http://127.0.0.1:8787`: the address on this machine. */
  readonly address: string;
  /** The address for readers: the public one if configured. */
  readonly url: string;
  readonly store: Store;
  readonly adminKey: string;
  readonly queues: Queues;
  /** Resolves if the engine exits unexpectedly. */
  readonly engineDied: Promise<void>;
  /** Resolves when the tiles contain everything written before the call. */
  caughtUp(): Promise<void>;
  /**
   * Accepts no more requests, finishes running ones and stops the engine last, within ten seconds. Work that takes
   * longer is cancelled, and the next start continues it. Further calls have no effect.
   *
   * @param tell Called once a second with a description of what the stop waits for.
   */
  stop(tell?: (what: string) => void): Promise<void>;
}

/** Time for each step of a stop; the engine has its own limit. All together take less than ten seconds. */
const STEP_MS = 1_700;

/** Warning printed at start-up. */
const NOT_ISOLATED =
  'this system has no network namespaces for ordinary users: other users of this machine can reach the engine, its keys and sessions are sealed';

const ARTICLE_QUEUE_URL = 'local:articles';
const FEED_QUEUE_URL = 'local:feeds';
const WEBHOOK_QUEUE_URL = 'local:webhooks';

const now = (): string => new Date().toISOString();

/**
 * Starts the whole service, once per process: engine, queues, stream readers, schedules and the HTTP server, all
 * calling the same handlers as Lambda.
 *
 * @throws DatelineError whose message says what to do: `port.taken`, `data.unwritable`, `data.in-use`,
 * `engine.missing`, `engine.failed`.
 */
export async function startService(options: ServiceOptions): Promise<Service> {
  /** Aborted when background work has to end. */
  const stopping = new AbortController();
  const log = withoutCancelled(options.log, stopping.signal);
  const onTrouble = (what: string, fields: Readonly<Record<string, unknown>>) => log.error(what, fields);
  const steps = stopSteps();
  try {
    const folder = openDataFolder(options.data);
    claimFolder(folder.path, { url: 'an address that it has not told yet' });
    steps.add({ what: () => 'the data folder', end: () => releaseFolder(folder.path) });
    mustBeDatabase(folder);
    const engine = await startEngine({ dbPath: folder.database, socket: folder.socket() });
    steps.add({ what: () => 'the engine', end: () => engine.stop() });
    if (engine.access === 'reachable') log.warn('engine.reachable', { endpoint: engine.endpoint, why: NOT_ISOLATED });
    const table = await openTable(engine.endpoint);
    steps.add({ what: () => 'the table', end: () => table.close() });
    const secret = signingSecretOf(folder);
    const opened = openStore({ client: table.client, tableName: TABLE_NAME, now });
    await sealKnownKeys(folder, opened.keys, secret);
    const store = withSealedRecords(opened, secret);

    const gate = admission();
    const requests = () => `${gate.counts().underWay} requests under way`;
    let background: Background | undefined;
    const onWrite = () => background?.wake();
    let door: ReturnType<typeof deadLetterDoor> | undefined;
    let begin = () => {};
    // Listen first and answer later: a taken port is reported before any work, and handlers read the address while
    // loading.
    const http = await serveHttp({
      port: options.port,
      allowedHosts: options.publicUrl === undefined ? [] : [new URL(options.publicUrl).host],
      ready: new Promise<void>((resolve) => {
        begin = resolve;
      }),
      operatorDoor: (request, response) => door?.(request, response) ?? false,
      onWrite,
      onTrouble,
      functionNamed: httpFunction,
      admission: gate,
      onBusy: busyLog(log),
    });
    steps.add({ what: requests, end: () => http.stop(), patienceMs: STEP_MS });
    const address = `http://127.0.0.1:${http.port}`;
    const url = options.publicUrl ?? address;
    const running = { url: address, engine: engine.endpoint };
    announce(folder.path, running);
    // First step of a stop, since other commands wait for it from here on.
    const announceStop = () => {
      try {
        announce(folder.path, { ...running, isStopping: true });
      } catch {
        // On a full disk: commands notice when the engine exits.
      }
    };

    setEnvironment(url, options);
    const texts = textWorkers();
    steps.add({ what: () => 'the threads that read texts', end: () => texts.stop() });
    const queues = openQueues({
      onTrouble,
      onWrite,
      stopping: stopping.signal,
      readersWait: () => gate.counts().waiting > 0,
    });
    const byUrl: Readonly<Record<string, LocalQueue>> = {
      [FEED_QUEUE_URL]: queues.feeds,
      [WEBHOOK_QUEUE_URL]: queues.webhooks,
    };
    const atWork = () => queues.articles.counts().inFlight;
    steps.add({
      what: () => `articles at work (${atWork()}), feeds and tiles`,
      end: () => Promise.all([background?.stop(), queues.articles.stop(), queues.feeds.stop(), queues.webhooks.stop()]),
      patienceMs: STEP_MS,
      hurry: () => {
        stopping.abort();
        void texts.stop();
      },
    });
    useInstead({
      extract: texts.extract,
      // A page that cannot be read has no text; the item of the feed is used as it is.
      readPage: (html, options) => texts.readPage(html, options).catch(() => ({ text: '' })),
      table: table.client,
      queue: (queueUrl) => byUrl[queueUrl] ?? queues.articles,
      secrets: async () => [secret],
      recordSecret: secret,
      asset: builtAsset,
      now,
      log,
    });
    const adminKey = await ensureAdminKey(folder, store.keys, now());
    door = deadLetterDoor(queues, adminKey);
    background = startBackground({ table, folder, queues, now, onTrouble, stopping: stopping.signal });
    // Steps run in reverse order, so that no more requests arrive while the rest shuts down.
    steps.add({ what: requests, end: () => http.stop(), patienceMs: STEP_MS });
    steps.add({ what: () => 'the data folder', end: announceStop });
    begin();
    const { caughtUp } = background;
    return { address, url, store, adminKey, queues, engineDied: engine.died, caughtUp, stop: steps.run };
  } catch (error) {
    await steps.run();
    throw error;
  }
}

/** The environment variables that the stacks set on AWS. */
function setEnvironment(url: string, { feedContact, feedHosts, languageModel = NO_MODEL }: ServiceOptions): void {
  Object.assign(process.env, {
    TABLE_NAME,
    ARTICLE_QUEUE_URL,
    FEED_QUEUE_URL,
    WEBHOOK_QUEUE_URL,
    SIGNING_SECRET_ARN: 'local',
    PUBLIC_BASE_URL: url,
    LANGUAGE_MODEL: languageModel,
    FEED_CONTACT: feedContact,
    FEED_ALLOWED_HOSTS: feedHosts.join(',') || 'none',
    POWERTOOLS_METRICS_DISABLED: 'true',
    POWERTOOLS_METRICS_NAMESPACE: 'Dateline',
    POWERTOOLS_SERVICE_NAME: 'dateline-local',
  });
}
