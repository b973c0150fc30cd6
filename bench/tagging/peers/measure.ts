import { readFileSync } from 'node:fs';

/** Warm-up, then rounds; the fastest round counts, because everything that disturbs a round makes it slower. */
const WARM_UP_MS = 1500;
const ROUNDS = 8;

/** Measures a tagger over the documents named on the command line and prints one line of JSON. */
export function measure(find: (text: string, dct: string | undefined) => number): void {
  const documents = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as { text: string; dct?: string }[];
  const characters = documents.reduce((sum, { text }) => sum + text.length, 0);
  const once = (): number => documents.reduce((sum, { text, dct }) => sum + find(text, dct), 0);
  let found = 0;
  for (const end = performance.now() + WARM_UP_MS; performance.now() < end; ) found = once();
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < ROUNDS; i++) {
    const from = performance.now();
    once();
    best = Math.min(best, performance.now() - from);
  }
  console.log(JSON.stringify({ charactersPerSecond: Math.round((characters / best) * 1000), found }));
}
