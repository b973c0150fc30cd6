import { wordSet, wordsOf } from '../../text/word-list.ts';
import verbCorrections from './verb-corrections.json';
import verbs from './verbs.json';

/** Which forms of a verb a word can be, as bits. */
export const PAST = 1;
export const PARTICIPLE = 2;
export const BASE = 4;
export const THIRD = 8;
export const GERUND = 16;

/** A word read as a verb form. */
export interface VerbForm {
  readonly lemma: string;
  readonly forms: number;
}

// verb-corrections.json says what each list means.
const corrections = verbCorrections.lists;
const WRONG_FORMS = wordSet(corrections.wrongForms);
const NOT_VERBS = wordSet(corrections.notVerbs);
const NOT_PAST = wordSet(corrections.notPast);
const NOT_GERUND = wordSet(corrections.notGerund);

const thirdOf = (v: string): string =>
  /(?:s|x|z|ch|sh|o)$/.test(v) ? `${v}es` : /[^aeiou]y$/.test(v) ? `${v.slice(0, -1)}ies` : `${v}s`;

const doubles = (v: string): boolean => /^[^aeiou]*[aeiou][bdgmnprt]$/.test(v);

function build(): { forms: Map<string, VerbForm>; nouns: ReadonlySet<string>; pasts: Map<string, string> } {
  const pasts = new Map<string, string>();
  const forms = new Map<string, VerbForm>();
  const add = (form: string, lemma: string, bit: number): void => {
    const known = forms.get(form);
    if (!known) forms.set(form, { lemma, forms: bit });
    else if (known.lemma === lemma) forms.set(form, { lemma, forms: known.forms | bit });
    else if (bit & (PAST | PARTICIPLE) && !(known.forms & (PAST | PARTICIPLE)))
      forms.set(form, { lemma, forms: known.forms | bit });
  };
  for (const entry of [...wordsOf(verbs.lists.verbs), ...wordsOf(corrections.extraVerbs)]) {
    if (WRONG_FORMS.has(entry)) continue;
    const [verb = '', past, participle] = entry.split('/');
    if (NOT_VERBS.has(verb)) continue;
    const stem = verb.endsWith('e') ? verb.slice(0, -1) : verb;
    const doubled = doubles(verb) ? verb + verb.at(-1) : stem;
    const regular = verb.endsWith('e')
      ? `${verb}d`
      : /[^aeiou]y$/.test(verb)
        ? `${verb.slice(0, -1)}ied`
        : `${doubled}ed`;
    add(verb, verb, BASE);
    add(thirdOf(verb), verb, THIRD);
    add(`${/ie$/.test(verb) ? `${verb.slice(0, -2)}y` : /ee$/.test(verb) ? verb : doubled}ing`, verb, GERUND);
    if (doubled !== stem) add(`${stem}ing`, verb, GERUND);
    add(past ?? regular, verb, PAST);
    pasts.set(verb, past ?? regular);
    add(participle ?? past ?? regular, verb, PARTICIPLE);
  }
  return { forms, pasts, nouns: wordSet(verbs.lists.mostlyNouns) };
}

let tables: ReturnType<typeof build> | undefined;

/** The verb forms that a lower-case word can be; unknown words in -ed and -ing count as verbs, since news texts coin new ones. */
export function verbForm(word: string): VerbForm | undefined {
  tables ??= build();
  const known = tables.forms.get(word);
  if (known) return NOT_GERUND.has(word) && known.forms === GERUND ? undefined : known;
  if (word.length > 4 && word.endsWith('ed') && !NOT_PAST.has(word)) {
    const dash = word.lastIndexOf('-');
    if (dash > 0) return undefined; // "oil-soaked": an adjective, except for prefixes such as "re-elected"
    return { lemma: lemmaOf(word, tables.forms, 2), forms: PAST | PARTICIPLE };
  }
  if (word.length > 5 && word.endsWith('ing') && !NOT_GERUND.has(word) && !word.includes('-'))
    return { lemma: lemmaOf(word, tables.forms, 3), forms: GERUND };
  if (/^(?:re|co|over|under|out|pre)-?[a-z]{3,}$/.test(word)) {
    const bare = tables.forms.get(word.replace(/^(?:re|co|over|under|out|pre)-?/, ''));
    if (bare && bare.forms & (PAST | PARTICIPLE | THIRD)) return { lemma: word, forms: bare.forms };
  }
  return undefined;
}

function lemmaOf(word: string, forms: Map<string, VerbForm>, suffix: number): string {
  const stem = word.slice(0, -suffix);
  for (const candidate of [stem, `${stem}e`, stem.slice(0, -1), stem.endsWith('i') ? `${stem.slice(0, -1)}y` : ''])
    if (candidate && forms.get(candidate)?.lemma === candidate) return candidate;
  if (stem.endsWith('i')) return `${stem.slice(0, -1)}y`;
  return /(.)\1$/.test(stem) && !/[sl]{2}$/.test(stem)
    ? stem.slice(0, -1)
    : /(?:at|iz|is|us|uc|ag|iv|ang|nc|dg|s)$/.test(stem)
      ? `${stem}e`
      : stem;
}

/** True for forms that are nouns or adjectives more often than verbs ("talks", "plans", "building"). */
export function isMostlyNoun(word: string): boolean {
  tables ??= build();
  return tables.nouns.has(word);
}

/** The simple past of a verb, from the same tables: "lose" → "lost". */
export function pastOf(lemma: string): string {
  tables ??= build();
  return (
    tables.pasts.get(lemma) ??
    (lemma.endsWith('e') ? `${lemma}d` : /[^aeiou]y$/.test(lemma) ? `${lemma.slice(0, -1)}ied` : `${lemma}ed`)
  );
}
