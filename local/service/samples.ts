import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DatelineError } from '../../shared/kernel/dateline-error.ts';
import { projectRoot } from '../project-root.ts';

/** The content of local/samples/index.json. */
interface SampleIndex {
  readonly collection: string;
  readonly timeline: {
    readonly slug: string;
    readonly title: string;
    readonly description: string;
    readonly visibility: string;
  };
  readonly articles: readonly { readonly file: string; readonly [field: string]: unknown }[];
}

/** Extracting all samples takes a few seconds, and longer on a machine under load. */
const PATIENCE_MS = 180_000;
const PAUSE_MS = 100;

/** The slug of the timeline that shows the samples. */
export const SAMPLE_SLUG = 'sample';

/**
 * Loads the sample articles like any other: by POST, queue and worker, until each is done.
 *
 * @param onProgress Called with the number of completed articles and of all.
 * @throws DatelineError `sample.failed`.
 */
export async function loadSamples(
  service: { readonly url: string; readonly key: string },
  onProgress: (done: number, all: number) => void,
): Promise<void> {
  const folder = join(projectRoot(), 'local', 'samples');
  const index = JSON.parse(await readFile(join(folder, 'index.json'), 'utf8')) as SampleIndex;
  const { collection, timeline, articles } = index;
  const call = caller(service);
  try {
    await readAll(call, { folder, collection, articles }, onProgress);
  } finally {
    // Published last, so that its first visitor sees events and their map. If an article failed, the others are still
    // shown.
    await call('PUT', `/v1/timelines/${timeline.slug}`, { ...timeline, slug: undefined, collection, query: {} });
  }
}

async function readAll(
  call: ReturnType<typeof caller>,
  { folder, collection, articles }: Pick<SampleIndex, 'collection' | 'articles'> & { readonly folder: string },
  onProgress: (done: number, all: number) => void,
): Promise<void> {
  const accepted = await Promise.all(
    articles.map(async ({ file, ...fields }) => {
      const body = await readFile(join(folder, file), 'utf8');
      const form = file.endsWith('.html') ? 'html' : 'text';
      return call('POST', '/v1/articles', { ...fields, collection, [form]: body });
    }),
  );
  const deadline = Date.now() + PATIENCE_MS;
  // One at a time: polling takes engine time that the articles themselves need.
  for (const [done, { id }] of accepted.entries()) {
    onProgress(done, articles.length);
    for (;;) {
      const { status, reason } = await call('GET', `/v1/articles/${String(id)}`);
      if (status === 'failed') throw new DatelineError('sample.failed', `A sample article failed: ${String(reason)}`);
      if (status === 'done') break;
      if (Date.now() > deadline) {
        throw new DatelineError(
          'sample.failed',
          `${articles.length - done} sample articles are still waiting; they come in by and by.`,
        );
      }
      await sleep(PAUSE_MS);
    }
  }
  await untilCounted(call, collection, deadline);
  onProgress(articles.length, articles.length);
}

/** Waits until the counts of the map have caught up with the list. */
async function untilCounted(call: ReturnType<typeof caller>, collection: string, deadline: number): Promise<void> {
  const { events } = await call('GET', `/v1/events?collection=${collection}&limit=200`);
  const listed = (events as readonly unknown[]).length;
  while (Date.now() < deadline) {
    const { total } = await call('GET', `/v1/overview?collection=${collection}&buckets=1`);
    if (Number(total) >= listed) return;
    await sleep(PAUSE_MS);
  }
}

function caller({ url, key }: { readonly url: string; readonly key: string }) {
  const deadline = Date.now() + PATIENCE_MS;
  const ask = (method: string, path: string, body: unknown): Promise<Response> =>
    fetch(url + path, {
      method,
      headers: { authorization: `Bearer ${key}`, ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  return async (method: string, path: string, body?: unknown): Promise<Record<string, unknown>> => {
    let answer = await ask(method, path, body);
    // A slow machine may be too busy for all articles at once; the service's Retry-After says when to send again.
    while (answer.status === 503 && Date.now() < deadline) {
      await sleep(Number(answer.headers.get('retry-after') ?? 1) * 1000);
      answer = await ask(method, path, body);
    }
    const json = (await answer.json()) as Record<string, unknown>;
    if (answer.ok) return json;
    throw new DatelineError('sample.failed', `${method} ${path} answered ${answer.status}: ${String(json.detail)}`);
  };
}
