import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { BrokenLine, type ReadLine, readJsonLines } from '../cli/io/json-lines.ts';
import { callPatiently, type ImportTarget } from './post.ts';
import type { ProgressBar } from './progress-bar.ts';
import type { ImportPlace, ProgressFile } from './progress-file.ts';

/** Concurrent requests. */
const AT_ONCE = 8;
/** Lines that are sent and completed together. */
const CHUNK = 64;
/** Chunks that may wait for extraction before more are sent: the queue stays short, and the bar shows completed work. */
const CHUNKS_AHEAD = 4;
const POLL_MS = 200;

/** Fields that the API accepts; an import file may contain others. */
const FIELDS = ['text', 'html', 'title', 'url', 'publishedAt', 'source', 'tags', 'collection'] as const;

/**
 * Sends every article of a JSON lines file, from where the last run stopped, and waits until all are extracted. Memory
 * is bounded by a few hundred lines. A rejected line is reported with its number, and the import continues.
 */
export async function sendArticles(
  file: string,
  target: ImportTarget,
  options: { readonly collection?: string; readonly progress: ProgressFile; readonly bar: ProgressBar },
): Promise<ImportPlace> {
  const { progress, bar, collection } = options;
  const { size } = await stat(file);
  let place = progress.place;
  const waiting: string[][] = [];
  const sent = (): number => place.accepted + place.unchanged;
  bar.phase('articles sent', { share: size === 0 ? 0 : place.bytes / size, count: sent() });
  const input = createReadStream(file, { start: place.bytes, highWaterMark: 256 * 1024 });

  for await (const chunk of chunksOf(readJsonLines(input, place))) {
    const ids = await settle(chunk, target, collection, (outcome, number, why) => {
      place = { ...place, [outcome]: place[outcome] + 1 };
      if (outcome === 'broken') bar.say(`line ${number}: ${why}`);
    });
    const last = chunk.at(-1);
    if (last) place = { ...place, bytes: last.end, lines: last.number };
    progress.save(place);
    waiting.push(ids);
    if (waiting.length > CHUNKS_AHEAD) await extracted(waiting.shift()?.slice(-1) ?? [], target);
    bar.update(size === 0 ? 1 : place.bytes / size, sent());
  }
  const last = waiting.flat();
  bar.phase(`of the last ${last.length} articles read`, { share: 0, count: 0 });
  for (const [i, id] of last.entries()) {
    await extracted([id], target);
    bar.update((i + 1) / last.length, i + 1);
  }
  return place;
}

async function* chunksOf(lines: AsyncIterable<ReadLine>): AsyncGenerator<readonly ReadLine[]> {
  let chunk: ReadLine[] = [];
  for await (const line of lines) {
    chunk.push(line);
    if (chunk.length === CHUNK) {
      yield chunk;
      chunk = [];
    }
  }
  if (chunk.length > 0) yield chunk;
}

type Outcome = 'accepted' | 'unchanged' | 'broken';

/** Sends a chunk, a few articles concurrently, and returns the ids of newly accepted ones. */
async function settle(
  chunk: readonly ReadLine[],
  target: ImportTarget,
  collection: string | undefined,
  tell: (outcome: Outcome, number: number, why: string) => void,
): Promise<string[]> {
  const ids: string[] = [];
  const rest = [...chunk];
  const sender = async () => {
    for (let next = rest.shift(); next; next = rest.shift()) {
      if (next.line instanceof BrokenLine) {
        tell('broken', next.number, next.line.message);
        continue;
      }
      const { status, json } = await callPatiently(target, 'POST', '/v1/articles', bodyOf(next.line, collection));
      if (status === 202) ids.push(String(json.id));
      if (status === 202) tell('accepted', next.number, '');
      else if (status === 200) tell('unchanged', next.number, '');
      else tell('broken', next.number, String(json.detail ?? json.title));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, sender));
  return ids;
}

function bodyOf(line: Readonly<Record<string, unknown>>, collection: string | undefined): Record<string, unknown> {
  const known = FIELDS.filter((name) => line[name] !== undefined && line[name] !== null);
  const body = Object.fromEntries(known.map((name) => [name, line[name]]));
  return collection === undefined ? body : { ...body, collection };
}

/** Waits until each article is extracted, failed or deleted. */
async function extracted(ids: readonly string[], target: ImportTarget): Promise<void> {
  for (const id of ids) {
    for (;;) {
      const { json } = await callPatiently(target, 'GET', `/v1/articles/${id}`);
      if (json.status !== 'queued') break;
      await sleep(POLL_MS);
    }
  }
}
