import { readFileSync } from 'node:fs';

/** Processor time, not wall-clock time, so that other work on the machine does not count. */
const WARM_UP_SECONDS = 4;
const BATCHES = 6;
const BATCH_SECONDS = 0.5;

/** Seconds of processor time this process has used, its compiler and collector threads included. */
const processorSeconds = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

/** Measures a tagger over the documents named on the command line and prints one line of JSON. The best batch counts. */
export function measure(find: (text: string, dct: string | undefined) => number): void {
  const documents = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as { text: string; dct?: string }[];
  const characters = documents.reduce((sum, { text }) => sum + text.length, 0);
  const once = (): number => documents.reduce((sum, { text, dct }) => sum + find(text, dct), 0);
  let found = 0;
  while (processorSeconds() < WARM_UP_SECONDS) found = once();
  let best = 0;
  for (let batch = 0; batch < BATCHES; batch++) {
    const from = processorSeconds();
    let rounds = 0;
    let spent = 0;
    do {
      once();
      rounds++;
      spent = processorSeconds() - from;
    } while (spent < BATCH_SECONDS);
    best = Math.max(best, (characters * rounds) / spent);
  }
  console.log(JSON.stringify({ charactersPerSecond: Math.round(best), found }));
}
