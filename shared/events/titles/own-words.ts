import { BASE, PAST, verbForm } from '../lexicon/verb-forms.ts';

/** Words of the first person, as they are told of "him" or "her". */
const TOLD = {
  he: { i: 'he', my: 'his', me: 'him', myself: 'himself', mine: 'his' },
  she: { i: 'she', my: 'her', me: 'her', myself: 'herself', mine: 'hers' },
} as const;

/** Verb forms of "I" that differ in the third person, contracted ones included. */
const AUXILIARIES: Readonly<Record<string, string>> = {
  am: 'is',
  "'m": "'s",
  have: 'has',
  "haven't": "hasn't",
  "'ve": 'has',
  do: 'does',
  "don't": "doesn't",
};

const SAME =
  /^(?:was|wasn't|has|is|had|hadn't|did|didn't|will|won't|would|wouldn't|can|can't|cannot|could|couldn't|may|might|must|should|shouldn't|shall|ought|'ll|'d)$/;
const BETWEEN = /^(?:also|never|always|still|just|only|really|simply|certainly|personally|\w+ly)$/;

/** "want" → "wants", "try" → "tries". */
const thirdPerson = (verb: string): string =>
  /(?:s|x|z|ch|sh|o)$/.test(verb) ? `${verb}es` : /[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ies` : `${verb}s`;

/**
 * A statement in the first person singular as one about its speaker: "I've seen the quay, and I want it closed" → "she has seen the quay,
 * and she wants it closed". `undefined` if it says "I" without a verb, or with one whose tense its form leaves open ("I put").
 */
export function ownWords(statement: string, pronoun: 'he' | 'she'): string | undefined {
  const told: Readonly<Record<string, string>> = TOLD[pronoun];
  const words = statement.replaceAll('’', "'").split(' ');
  const out: string[] = [];
  for (let i = 0; i < words.length; i++) {
    const [, word = '', clitic = '', mark = ''] = /^(.*?)('(?:m|ve|ll|d))?([,;.!?]*)$/.exec(words[i] as string) ?? [];
    const instead = Object.hasOwn(told, word.toLowerCase()) ? told[word.toLowerCase()] : undefined;
    if (instead === undefined) {
      out.push(words[i] as string);
      continue;
    }
    if (word !== 'I') {
      out.push(instead + clitic + mark);
      continue;
    }
    const changed = AUXILIARIES[clitic] ?? clitic;
    out.push(`${instead}${changed.startsWith("'") || changed === '' ? '' : ' '}${changed}${mark}`);
    if (clitic !== '') continue;
    if (mark !== '') return undefined;
    while (BETWEEN.test(words[i + 1] ?? '')) out.push(words[++i] as string);
    const verb = words[++i] ?? '';
    const form = verbForm(verb)?.forms ?? 0;
    const agreed =
      AUXILIARIES[verb] ??
      (SAME.test(verb) || ((form & PAST) > 0 && !(form & BASE))
        ? verb
        : (form & BASE) > 0 && !(form & PAST)
          ? thirdPerson(verb)
          : undefined);
    if (agreed === undefined) return undefined;
    out.push(agreed);
  }
  return out.join(' ');
}
