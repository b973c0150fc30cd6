/**
 * Time of parsing: the first sentence of a fresh process, sentences of a treebank when warm, and one sentence of growing length.
 * `npx tsx bench/syntax/speed.ts --corpus DIR [--against CHECKOUT]`, where DIR holds pud-test.conllu and CHECKOUT another version of the project,
 * which is measured in turns with this one.
 */
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { parseSentence } from '../../shared/syntax/parse-sentence.ts';
import { readTreebank } from './conllu.ts';

const { values } = parseArgs({ options: { corpus: { type: 'string' }, against: { type: 'string' } } });
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
const versions = [{ name: 'warm', parse: parseSentence }];
if (values.against !== undefined) {
  const file = pathToFileURL(resolve(values.against, 'shared/syntax/parse-sentence.ts')).href;
  const other = (await import(file)) as { readonly parseSentence: typeof parseSentence };
  versions.push({ name: `warm, ${values.against}`, parse: other.parseSentence });
}
/** Thousand tokens a second in each round; the first rounds warm up. */
const rates = versions.map((): number[] => []);
for (let round = 0; round < 11; round++)
  versions.forEach((version, v) => {
    let tokens = 0;
    const [time] = timed(() => {
      for (const text of texts)
        tokens += version.parse(text, { start: 0, end: text.length, paragraph: 0 }).tokens.length;
    });
    if (round > 3) rates[v]?.push(tokens / time);
  });
versions.forEach(({ name }, v) => {
  const sorted = (rates[v] as number[]).sort((a, b) => a - b);
  const median = sorted[sorted.length >> 1] as number;
  console.log(`${name}: ${median.toFixed(1)} thousand tokens a second (median of ${sorted.length} rounds)`);
});

for (const length of [1000, 2000, 4000, 8000, 16_000]) {
  const [time] = timed(() => parse('the man and who said, ("killed" '.repeat(length / 10)));
  console.log(`one sentence of ${length} tokens: ${((1000 * time) / length).toFixed(1)} microseconds a token`);
}
