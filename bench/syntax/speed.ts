/**
 * How long parsing takes: the first sentence of a fresh process, sentences of a treebank when warm, and one sentence of growing length.
 * `npx tsx bench/syntax/speed.ts --corpus DIR`, where DIR holds pud-test.conllu.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parseSentence } from '../../shared/syntax/parse-sentence.ts';
import { readTreebank } from './conllu.ts';

const { values } = parseArgs({ options: { corpus: { type: 'string' } } });
if (values.corpus === undefined) throw new RangeError('--corpus DIR is missing: the folder of the treebanks');

/** Processor time of a task in milliseconds, and what it returns. */
function timed<T>(task: () => T): readonly [milliseconds: number, result: T] {
  const before = process.cpuUsage();
  const result = task();
  const { user, system } = process.cpuUsage(before);
  return [(user + system) / 1000, result];
}

const parse = (text: string) => parseSentence(text, { start: 0, end: text.length, paragraph: 0 });

const [first] = timed(() => parse('The council closed the bridge on Monday.'));
console.log(`first sentence, weights unpacked: ${first.toFixed(0)} ms`);

const texts = readTreebank(join(values.corpus, 'pud-test.conllu')).map(({ text }) => text);
for (const text of texts.slice(0, 300)) parse(text);
let tokens = 0;
const [all] = timed(() => {
  for (let round = 0; round < 3; round++) for (const text of texts) tokens += parse(text).tokens.length;
});
console.log(`warm: ${(tokens / all).toFixed(1)} thousand tokens a second`);

for (const length of [1000, 2000, 4000, 8000, 16_000]) {
  const [time] = timed(() => parse('the man and who said, ("killed" '.repeat(length / 10)));
  console.log(`one sentence of ${length} tokens: ${((1000 * time) / length).toFixed(1)} microseconds a token`);
}
