import { seeded } from '../../../bench/random.ts';
import { type Engine, startEngine } from '../../../local/aws-emulation/engine.ts';
import { openTable, TABLE_NAME } from '../../../local/aws-emulation/table.ts';
import { extractFrom } from '../../../shared/application/extraction.ts';
import { openMaintenance } from '../../../shared/store/maintenance/maintenance.ts';
import { type RunningService, serve, temporaryFolder, until } from '../local/dateline.ts';
import { type FaultKind, faultyEngine } from './faulty-engine.ts';

/** What a schedule came to. */
export interface ScheduleResult {
  readonly seed: number;
  readonly faults: ReadonlyMap<FaultKind, number>;
  /** What is wrong afterwards; nothing where all promises held. */
  readonly broken: readonly string[];
}

/** A service on an engine that fails as it is told to. */
export interface FaultBench {
  /** @param killAt The service is killed outright at this request to the engine, counted from the schedule's beginning, and started again. */
  run(seed: number, killAt?: number): Promise<ScheduleResult>;
  stop(): Promise<void>;
}

const THINGS = ['bridge', 'harbour', 'school', 'market', 'library', 'canal'];
const VERBS = ['opened', 'closed', 'rebuilt', 'flooded', 'sold'];
const MONTHS = ['March', 'June', 'October'];

/** A short article: events of its own, and some that other articles of the schedule tell, too. */
function textOf(random: () => number): string {
  const pick = <T>(from: readonly T[]) => from[Math.floor(random() * from.length)] as T;
  const sentences = Array.from(
    { length: 1 + Math.floor(random() * 3) },
    () =>
      `The ${pick(THINGS)} of Westhaven was ${pick(VERBS)} on ${1 + Math.floor(random() * 3)} ${pick(MONTHS)} 195${Math.floor(random() * 3)}.`,
  );
  return [...new Set(sentences)].join(' ');
}

/**
 * Schedules, one after another on one service, each in a collection of its own: articles are sent, replaced and taken down, several at once, while
 * requests to the engine meet faults. Then the faults end, the service starts again, and everything must be as if there had been none.
 */
export async function faultBench(): Promise<FaultBench> {
  const folder = temporaryFolder();
  const engine: Engine = await startEngine();
  let random = () => 1;
  const proxy = await faultyEngine(engine.endpoint, () => random());
  const env = { DYNAMODB_ENDPOINT: proxy.endpoint };
  let service = await serve(folder.path, ['--no-sample'], env);

  let schedules = 0;
  /** Kills the service at the nth request from now, once. */
  const killAtRequest = (nth: number | undefined) => {
    let seen = 0;
    let restarted: Promise<unknown> = Promise.resolve();
    proxy.onRequest(() => {
      seen += 1;
      if (seen !== nth) return;
      restarted = service.end('SIGKILL').then(async () => {
        service = await serve(folder.path, ['--no-sample'], env);
      });
    });
    return () => restarted;
  };

  return {
    async run(seed, killAt) {
      random = seeded(seed);
      const collection = `s${seed}-${schedules++}`;
      if (killAt === undefined) proxy.setRate(0.03 + 0.2 * random());
      const restarted = killAtRequest(killAt);
      const wanted = await sendAll(() => service, collection, random);
      await restarted();
      proxy.setRate(0);
      const faults = new Map(proxy.counts);
      await service.end(random() < 0.5 ? 'SIGTERM' : 'SIGKILL');
      service = await serve(folder.path, ['--no-sample'], env);
      const broken = [...(await brokenPromises(service, collection, wanted)), ...(await differences(engine.endpoint))];
      return { seed, faults, broken };
    },
    async stop() {
      await service.end('SIGTERM');
      await proxy.stop();
      await engine.stop();
      folder.remove();
    },
  };
}

/** What the articles must be in the end: the text by address, `undefined` where it was taken down. */
type Wanted = ReadonlyMap<string, { readonly id: string; readonly text: string | undefined }>;

/** Sends articles, replaces some and takes some down, as a client does that asks again until it has an answer. */
async function sendAll(service: () => RunningService, collection: string, random: () => number): Promise<Wanted> {
  const wanted = new Map<string, { id: string; text: string | undefined }>();
  const patiently = async (method: string, path: string, body?: unknown) => {
    for (let attempt = 0; attempt < 200; attempt++) {
      // No answer at all while the service is down.
      const answer = await service()
        .call(method, path, body)
        .catch(() => undefined);
      if (answer && answer.status < 500 && answer.status !== 429) return answer;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`${method} ${path} was never answered`);
  };
  const plans = Array.from({ length: 5 }, (_, n) => ({
    url: `https://paper.example/${collection}/${n}`,
    texts: Array.from({ length: 1 + Math.floor(random() * 2) }, () => textOf(random)),
    isTakenDown: random() < 0.3,
    pauseMs: Math.floor(random() * 150),
  }));
  await Promise.all(
    plans.map(async ({ url, texts, isTakenDown, pauseMs }) => {
      let id = '';
      for (const text of texts) {
        const sent = await patiently('POST', '/v1/articles', { url, text, publishedAt: '1960-01-01', collection });
        id = sent.json.id;
        wanted.set(url, { id, text });
        await new Promise((resolve) => setTimeout(resolve, pauseMs));
      }
      if (!isTakenDown) return;
      const { status } = await patiently('DELETE', `/v1/articles/${id}`);
      if (status !== 204) throw new Error(`a takedown answered ${status}`);
      wanted.set(url, { id, text: undefined });
    }),
  );
  return wanted;
}

/** Every accepted article done, and all evidence there once, and no other. */
async function brokenPromises(service: RunningService, collection: string, wanted: Wanted): Promise<string[]> {
  const broken: string[] = [];
  const expected: string[] = [];
  for (const [url, { id, text }] of wanted) {
    if (text === undefined) {
      const { status } = await service.call('GET', `/v1/articles/${id}`);
      if (status !== 404) broken.push(`${url} was taken down and answers ${status}`);
      continue;
    }
    await until(`${url} is done`, async () => {
      const { json } = await service.call('GET', `/v1/articles/${id}`);
      return json.status === 'done' && json.text === text;
    });
    const { events } = await extractFrom({ id, text, url, publishedAt: '1960-01-01' });
    for (const { evidence } of events)
      for (const { start, trigger } of evidence) expected.push(`${id}@${start}:${trigger.start}`);
  }
  const found: string[] = [];
  const { json } = await service.call('GET', `/v1/events?collection=${collection}&limit=200`);
  for (const { id } of json.events) {
    const { json: event } = await service.call('GET', `/v1/events/${id}`);
    if (event.mentions !== event.evidence.length)
      broken.push(`event ${id} counts ${event.mentions} of ${event.evidence.length}`);
    for (const { articleId, start, trigger } of event.evidence) found.push(`${articleId}@${start}:${trigger.start}`);
  }
  const [want, have] = [expected.sort().join(' '), found.sort().join(' ')];
  if (want !== have) broken.push(`evidence is ${have}, and must be ${want}`);
  return broken;
}

/** What verification finds after an hour and a sweep. */
async function differences(endpoint: string): Promise<string[]> {
  const table = await openTable(endpoint);
  const now = () => new Date(Date.now() + 3_600_000).toISOString();
  const maintenance = openMaintenance({ client: table.client, tableName: TABLE_NAME, now });
  await maintenance.sweep();
  const found: string[] = [];
  for await (const { what, where, expected, found: is } of maintenance.verify()) {
    found.push(`${what} ${where}: expected ${expected.slice(0, 120)}, found ${is.slice(0, 120)}`);
  }
  table.close();
  return found;
}
