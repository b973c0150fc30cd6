import { seeded } from '../../../bench/random.ts';
import type { extractFrom } from '../../../shared/application/extraction.ts';
import type { Maintenance } from '../../../shared/store/maintenance/maintenance.ts';
import { until } from '../local/dateline.ts';
import type { FaultKind, FaultyRequests } from './faulty-requests.ts';

/** Result of a schedule. */
export interface ScheduleResult {
  readonly seed: number;
  readonly faults: ReadonlyMap<FaultKind, number>;
  /** Broken promises; empty when all held. */
  readonly broken: readonly string[];
  /** Whether the first look at the evidence met a change that was under way: articles taken down are taken out of events after the answer. */
  readonly isLate: boolean;
}

/** A service that is not started yet: its requests to the engine meet faults, and it can be stopped and started again on the same table. */
export interface TestedService {
  readonly faults: FaultyRequests;
  /** Rejects while the service is down. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  call(method: string, path: string, body?: unknown): Promise<{ readonly status: number; readonly json: any }>;
  start(): Promise<void>;
  /** Stops the service (SIGTERM) or kills it (SIGKILL). */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>;
  /** Does maintenance on the table while the service is down, without faults, by a clock that is an hour ahead. */
  maintain<T>(work: (maintenance: Maintenance) => Promise<T>): Promise<T>;
  /** The extraction that the service's workers call. */
  readonly extract: typeof extractFrom;
  stop(): Promise<void>;
}

const THINGS = ['bridge', 'harbour', 'school', 'market', 'library', 'canal'];
const VERBS = ['opened', 'closed', 'rebuilt', 'flooded', 'sold'];
const MONTHS = ['March', 'June', 'October'];

/** A short article: some events of its own, and some that other articles of the schedule report, too. */
function textOf(random: () => number): string {
  const pick = <T>(from: readonly T[]) => from[Math.floor(random() * from.length)] as T;
  const sentences = Array.from(
    { length: 1 + Math.floor(random() * 3) },
    () =>
      `The ${pick(THINGS)} of Westhaven was ${pick(VERBS)} on ${1 + Math.floor(random() * 3)} ${pick(MONTHS)} 195${Math.floor(random() * 3)}.`,
  );
  return [...new Set(sentences)].join(' ');
}

let schedules = 0;

/**
 * Runs one schedule in a collection of its own: articles are sent, replaced and taken down, several at once, while requests to the engine meet
 * faults. Then the faults end, the service starts again, and everything must be as if there had been none.
 *
 * @param killAt The service is killed at this request to the engine, counted from the schedule's beginning, and started again; there are no faults then.
 */
export async function runSchedule(service: TestedService, seed: number, killAt?: number): Promise<ScheduleResult> {
  const random = seeded(seed);
  const collection = `s${seed}-${schedules++}`;
  if (killAt === undefined) service.faults.begin(0.03 + 0.2 * random(), random);
  const restart = async (signal: 'SIGTERM' | 'SIGKILL') => {
    await service.end(signal);
    await service.start();
  };
  await service.start();
  let seen = 0;
  let restarted: Promise<void> | undefined;
  service.faults.onRequest(() => {
    seen += 1;
    if (seen === killAt) restarted = restart('SIGKILL');
  });
  const wanted = await sendAll(service, collection, random);
  service.faults.onRequest(() => {});
  await restarted;
  service.faults.end();
  const faults = new Map(service.faults.counts);
  await restart(random() < 0.5 ? 'SIGTERM' : 'SIGKILL');
  const { broken, isLate } = await brokenPromises(service, collection, wanted);
  await service.end('SIGTERM');
  return { seed, faults, broken: [...broken, ...(await differences(service))], isLate };
}

/** Expected articles at the end: the text by address, `undefined` after a takedown. */
type Wanted = ReadonlyMap<string, { readonly id: string; readonly text: string | undefined }>;

/** Sends articles, replaces some and takes some down, as a client does that asks again until it has an answer. */
async function sendAll(service: TestedService, collection: string, random: () => number): Promise<Wanted> {
  const wanted = new Map<string, { id: string; text: string | undefined }>();
  const patiently = async (method: string, path: string, body?: unknown) => {
    for (let attempt = 0; attempt < 200; attempt++) {
      // No answer at all while the service is down.
      const answer = await service.call(method, path, body).catch(() => undefined);
      if (answer && answer.status < 500 && answer.status !== 429) return answer;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`${method} ${path} was never answered`);
  };
  const plans = Array.from({ length: 4 }, (_, n) => ({
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
async function brokenPromises(
  service: TestedService,
  collection: string,
  wanted: Wanted,
): Promise<{ broken: string[]; isLate: boolean }> {
  const broken: string[] = [];
  const expected: string[] = [];
  for (const [url, { id, text }] of wanted) {
    if (text === undefined) {
      const { status } = await service.call('GET', `/v1/articles/${id}`);
      if (status !== 404) broken.push(`${url} was taken down and answers ${status}`);
      continue;
    }
    await until(
      `${url} is done`,
      async () => {
        const { json } = await service.call('GET', `/v1/articles/${id}`);
        return json.status === 'done' && json.text === text;
      },
      { everyMs: 200, withinMs: 300_000 },
    );
    const { events } = await service.extract({ id, text, url, publishedAt: '1960-01-01' });
    for (const { evidence } of events)
      for (const { start, trigger } of evidence) expected.push(`${id}@${start}:${trigger.start}`);
  }
  const want = expected.sort().join(' ');
  const first = await evidenceOf(service, collection);
  let have = first;
  // A list and the events read after it are of one state only when nothing changes between them.
  for (let look = 0; look < MOST_LOOKS && isWrong(have, want); look++) {
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_LOOKS_MS));
    have = await evidenceOf(service, collection);
  }
  broken.push(...have.broken);
  if (have.evidence !== want) broken.push(`evidence is ${have.evidence}, and must be ${want}`);
  return { broken, isLate: isWrong(first, want) };
}

const MOST_LOOKS = 10;
const BETWEEN_LOOKS_MS = 500;

interface Look {
  /** Of all listed events of a collection, in one line. */
  readonly evidence: string;
  readonly broken: readonly string[];
}

const isWrong = ({ evidence, broken }: Look, want: string): boolean => evidence !== want || broken.length > 0;

async function evidenceOf(service: TestedService, collection: string): Promise<Look> {
  const broken: string[] = [];
  const found: string[] = [];
  const { json } = await service.call('GET', `/v1/events?collection=${collection}&limit=200`);
  for (const { id } of json.events) {
    const { status, json: event } = await service.call('GET', `/v1/events/${id}`);
    if (status !== 200) {
      broken.push(`event ${id} is listed, and answers ${status} ${event?.code}`);
      continue;
    }
    if (event.mentions !== event.evidence.length)
      broken.push(`event ${id} counts ${event.mentions} of ${event.evidence.length}`);
    for (const { articleId, start, trigger } of event.evidence) found.push(`${articleId}@${start}:${trigger.start}`);
  }
  return { evidence: found.sort().join(' '), broken };
}

/** Differences that verification finds after an hour and a sweep. */
const differences = (service: TestedService): Promise<string[]> =>
  service.maintain(async (maintenance) => {
    await maintenance.sweep();
    const found: string[] = [];
    for await (const { what, where, expected, found: is } of maintenance.verify()) {
      found.push(`${what} ${where}: expected ${expected.slice(0, 120)}, found ${is.slice(0, 120)}`);
    }
    return found;
  });
