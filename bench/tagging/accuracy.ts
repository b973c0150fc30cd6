/**
 * Scores the tagger on folders of TimeML documents: strict, relaxed, value and type F1 of TempEval-3 Task A.
 *
 *   npx tsx bench/tagging/accuracy.ts --corpus DIR [--corpus DIR …] [--errors]
 *
 * The last line is all folders together.
 */
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { tag } from '../../shared/tagging/tag.ts';
import { add, f1, NOTHING, pair, score, type Tally } from './scoring.ts';
import { type GoldDocument, readCorpus } from './timeml.ts';

const { values } = parseArgs({
  options: { corpus: { type: 'string', multiple: true }, errors: { type: 'boolean', default: false } },
});
if (!values.corpus) throw new Error('--corpus DIR is missing');

const row = (name: string, t: Tally): string =>
  [
    name.padEnd(16),
    String(t.gold).padStart(5),
    String(t.answered).padStart(6),
    ...(['strict', 'relaxed', 'value', 'type'] as const).map((of) => f1(t, of).toFixed(1).padStart(8)),
  ].join('');

function printErrors(document: GoldDocument): void {
  const answers = tag(document.text, document.dct ? { dct: document.dct } : {});
  const pairs = pair(document.timexes, answers);
  const cut = (from: number, to: number): string => document.text.slice(Math.max(0, from), to).replace(/\s+/g, ' ');
  const shown = (s: number, e: number): string => `${cut(s - 40, s)}[${cut(s, e)}]${cut(e, e + 30)}`;
  for (const g of document.timexes) {
    const a = pairs.find(([gold]) => gold === g)?.[1];
    if (!a) console.log(`missed  ${document.id} ${g.value}\t${shown(g.start, g.end)}`);
    else if (a.value.toUpperCase() !== g.value.toUpperCase())
      console.log(`value   ${document.id} gold ${g.value} got ${a.value}\t${shown(g.start, g.end)}`);
    else if (a.start !== g.start || a.end !== g.end)
      console.log(`span    ${document.id} got ${cut(a.start, a.end)}\t${shown(g.start, g.end)}`);
  }
  for (const a of answers)
    if (!pairs.some(([, answer]) => answer === a))
      console.log(`extra   ${document.id} ${a.value}\t${shown(a.start, a.end)}`);
}

let all = NOTHING;
console.log(`${'set'.padEnd(16)} gold   pred  strict relaxed   value    type`);
for (const folder of values.corpus) {
  let tally = NOTHING;
  for (const document of readCorpus(folder)) {
    tally = add(tally, score(document.timexes, tag(document.text, document.dct ? { dct: document.dct } : {})));
    if (values.errors) printErrors(document);
  }
  console.log(row(basename(folder), tally));
  all = add(all, tally);
}
console.log(row('together', all));
