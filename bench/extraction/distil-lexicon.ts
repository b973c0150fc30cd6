/**
 * Distils shared/events/lexicon/verbs.json from `compromise`, a slower tagger (45 thousand characters/s) that is not needed at run time.
 *
 * Usage: npx tsx bench/extraction/distil-lexicon.ts --corpus DIR [--characters N] > shared/events/lexicon/verbs.json
 * DIR holds .tml and articles.jsonl files (any depth). Only counts of single word forms leave the corpus, no text.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import nlp from 'compromise';
import { COMPROMISE, LICENCE, wordLists } from './word-lists.ts';

type Forms = { Infinitive: string; PastTense?: string; PresentTense?: string; Gerund?: string; Participle?: string };
const model = nlp.model() as unknown as { one: { lexicon: Record<string, string | string[]> } };
const { conjugate, toInfinitive } = (
  nlp.methods() as unknown as {
    two: {
      transform: {
        verb: {
          conjugate(w: string, m: unknown): Forms;
          toInfinitive(w: string, m: unknown, tense: string): string;
        };
      };
    };
  }
).two.transform.verb;

function* texts(directory: string): Generator<string> {
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) yield* texts(path);
    else if (entry.name.endsWith('.tml')) yield readFileSync(path, 'utf8').replace(/<[^>]*>/g, '');
    else if (entry.name === 'articles.jsonl')
      for (const line of readFileSync(path, 'utf8').split('\n'))
        if (line) yield (JSON.parse(line) as { text: string }).text;
  }
}

const argument = (name: string, otherwise: string): string => {
  const at = process.argv.indexOf(name);
  return at < 0 ? otherwise : (process.argv[at + 1] ?? otherwise);
};
const budget = Number(argument('--characters', '3000000'));
const counts = new Map<string, { verb: number; noun: number; adjective: number }>();
const infinitives = new Set<string>();

for (const [word, tag] of Object.entries(model.one.lexicon)) {
  const tags = Array.isArray(tag) ? tag : [tag];
  if (!/^[a-z]{2,}$/.test(word) || tags.includes('PhrasalVerb')) continue;
  for (const tense of ['PastTense', 'PresentTense', 'Gerund', 'Participle'])
    if (tags.includes(tense)) infinitives.add(toInfinitive(word, nlp.model(), tense));
  if (tags.includes('Infinitive')) infinitives.add(word);
}

let read = 0;
const all = [...texts(argument('--corpus', '.'))].filter((_, i, list) => i % Math.ceil(list.length / 1500) === 0);
for (const text of all) {
  if (read > budget) break;
  read += Math.min(text.length, 4000);
  for (const sentence of nlp(text.slice(0, 4000)).json({ terms: { tags: true } }) as {
    terms: { text: string; normal: string; tags: string[] }[];
  }[])
    for (const { text: written, normal, tags } of sentence.terms) {
      if (written !== written.toLowerCase() || !/^[a-z]{2,}$/.test(normal)) continue;
      const count = counts.get(normal) ?? { verb: 0, noun: 0, adjective: 0 };
      if (tags.includes('Verb')) {
        count.verb++;
        for (const tense of ['PastTense', 'PresentTense', 'Gerund', 'Participle'])
          if (tags.includes(tense)) infinitives.add(toInfinitive(normal, nlp.model(), tense));
        if (tags.includes('Infinitive')) infinitives.add(normal);
      } else if (tags.includes('Noun')) count.noun++;
      else if (tags.includes('Adjective')) count.adjective++;
      counts.set(normal, count);
    }
}

const regularPast = (v: string): string =>
  v.endsWith('e') ? `${v}d` : /[^aeiou]y$/.test(v) ? `${v.slice(0, -1)}ied` : `${v}ed`;
const lines: string[] = [];
const nouns = new Set<string>();
for (const verb of [...infinitives].sort()) {
  if (!/^[a-z]{2,}$/.test(verb) || (verb.endsWith('ing') && !/^(br|s|r|cl|fl|sl|spr|st|str|sw|wr)ing$/.test(verb)))
    continue;
  const forms = conjugate(verb, nlp.model());
  const past = forms.PastTense ?? regularPast(verb);
  const participle = forms.Participle && /^[a-z]+$/.test(forms.Participle) ? forms.Participle : past;
  const inflected = [past, participle, forms.Gerund].reduce(
    (sum, f) => sum + (f && f !== verb ? (counts.get(f)?.verb ?? 0) : 0),
    0,
  );
  const listed = model.one.lexicon[verb] === 'Infinitive' && (counts.get(verb)?.verb ?? 0) > 0;
  if (
    (inflected < 2 && !listed) ||
    (!listed && verb.length > 3 && /(.)\1$|(tion|ment|ance)$/.test(past.replace(/ed$/, '')) && !inflected)
  )
    continue;
  lines.push(
    past === regularPast(verb) && participle === past
      ? verb
      : `${verb}/${past}${participle === past ? '' : `/${participle}`}`,
  );
  for (const form of [verb, forms.PresentTense ?? `${verb}s`, forms.Gerund ?? '', past]) {
    const count = counts.get(form);
    if (count && count.noun + count.adjective > Math.max(1, count.verb)) nouns.add(form);
  }
}
console.log(
  wordLists({
    madeBy: 'bench/extraction/distil-lexicon.ts',
    source: `${COMPROMISE}; counts of word forms in English news and histories`,
    licence: LICENCE,
    lists: {
      verbs: {
        about: 'Verbs: infinitive, or infinitive/past and infinitive/past/participle if the forms are irregular.',
        entries: lines,
        separator: ' ',
      },
      mostlyNouns: {
        about: 'Forms of these verbs that were more often nouns or adjectives: only context makes them verbs.',
        entries: [...nouns].sort(),
        separator: ' ',
      },
    },
  }),
);
