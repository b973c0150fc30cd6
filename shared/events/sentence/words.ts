import type { Token } from '../../text/tokens.ts';
import { SMALL_WORDS, type SmallWord } from '../lexicon/closed-class.ts';
import { eventNounStrength } from '../lexicon/event-nouns.ts';
import { BASE, GERUND, isMostlyNoun, PARTICIPLE, PAST, type VerbForm, verbForm } from '../lexicon/verb-forms.ts';
import type { Tag, Word } from './word.ts';
import { readVerbForm, underDemand, verbEarlierInClause } from './word-verbs.ts';

const OPENING = new Set(['"', '“', '‘', '(', '[', '«', ':', '``', "''", '--', '-', '–', '—', '*', '•', '`', "'"]);

const LY_NOUNS = new Set('family assembly anomaly monopoly homily italy july butterfly'.split(' '));

const LY_ADJECTIVES = new Set(
  'daily weekly monthly yearly quarterly friendly deadly elderly costly early likely lonely lovely ugly holy orderly'.split(
    ' ',
  ),
);

/** Parts of the day, which belong to the day before them: "Wednesday night". */
const DAY_PARTS = new Set(['morning', 'afternoon', 'evening', 'night', 'noon', 'midnight']);

/** "Wednesday night", "11:30 a.m. local time". */
const goesWithDate = (token: Token, next: Token | undefined, before: Word): boolean =>
  DAY_PARTS.has(token.lower) ||
  (token.lower === 'local' && next?.lower === 'time') ||
  (token.lower === 'time' && before.lower === 'local');

/**
 * Reads a sentence's tokens as parts of speech, left to right, from small words, verb forms and neighbours.
 *
 * @param timexOf Index of the time expression a token lies in, or -1.
 */
export function readWords(tokens: readonly Token[], timexOf: (token: Token) => number): Word[] {
  const words: Word[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    const before = words[i - 1];
    let timex = timexOf(token);
    if (timex < 0 && before !== undefined && before.timex >= 0 && goesWithDate(token, tokens[i + 1], before))
      timex = before.timex;
    let tag: Tag;
    let form: VerbForm | undefined;
    if (timex >= 0) tag = 'time';
    else if (token.kind === 'mark') tag = token.text === '&' ? 'coordinator' : 'mark';
    else if (token.kind === 'number') tag = 'number';
    else {
      const read = readWord(words, token, tokens[i + 1], tokens[i + 2]);
      tag = read.tag;
      form = read.form;
    }
    // one object shape for all words: this loop takes most of the time of reading
    words.push({
      start: token.start,
      end: token.end,
      text: token.text,
      lower: token.lower,
      kind: token.kind,
      capital: token.capital,
      tag,
      form,
      timex,
    });
  }
  return words;
}

function lastTag(words: readonly Word[]): Word | undefined {
  for (let i = words.length - 1; i >= 0 && i >= words.length - 6; i--) {
    const word = words[i] as Word;
    if (word.tag !== 'adverb' && word.tag !== 'negation') return word;
  }
  return undefined;
}

/** "the |well|", "a new |well| is drilled", "the Orex |well| was plugged"; "doing |well|", "a |well| known captain". */
function isWell(before: Word | undefined, next: Token | undefined): boolean {
  if (before?.tag === 'determiner') return true;
  const after = SMALL_WORDS.get(next?.lower ?? '');
  return (
    /^(?:adjective|name|noun)$/.test(before?.tag ?? '') && (after === 'be' || after === 'have' || after === 'modal')
  );
}

/** The tag of a word of a closed class: its class, or another that the words beside it show. */
function readSmallWord(
  words: readonly Word[],
  lower: string,
  small: SmallWord,
  next: Token | undefined,
  afterNext: Token | undefined,
): { tag: Tag; form?: VerbForm } {
  const before = words.at(-1);
  const previous = lastTag(words);
  if (lower === "'s")
    return {
      tag: before && /^(?:it|he|she|that|there|who|what|here|where)$/.test(before.lower) ? 'be' : 'possessive',
    };
  if (lower === 'that') {
    if (previous?.tag === 'verb' || before?.tag === 'mark' || previous?.tag === 'be') return { tag: 'subordinator' };
    if (previous && (previous.tag === 'noun' || previous.tag === 'name')) return { tag: 'relative' };
    if (previous?.tag === 'time' || previous?.tag === 'object-pronoun' || previous?.tag === 'coordinator')
      return { tag: 'subordinator' };
    if (before?.tag === 'adjective' && words.at(-2)?.tag === 'be') return { tag: 'subordinator' };
    return { tag: 'determiner' };
  }
  if (lower === 'to') {
    const form = next && next.kind === 'word' && !next.capital ? verbForm(next.lower) : undefined;
    const nextSmall = next ? SMALL_WORDS.get(next.lower) : undefined;
    if (next && (nextSmall === 'be' || nextSmall === 'have' || nextSmall === 'do')) return { tag: 'to' };
    if (
      next &&
      (next.lower.endsWith('ly') || nextSmall === 'adverb') &&
      afterNext &&
      (verbForm(afterNext.lower)?.forms ?? 0) & BASE
    )
      return { tag: 'to' };
    return { tag: form && form.forms & BASE && (!nextSmall || nextSmall === 'adjective') ? 'to' : 'preposition' };
  }
  // "all but destroyed"
  const almost = lower === 'all' ? next?.lower === 'but' : lower === 'but' && before?.lower === 'all';
  if (almost && (previous?.tag === 'be' || previous?.tag === 'have')) return { tag: 'adverb' };
  if (lower === 'no' && next && next.lower === 'longer') return { tag: 'negation' };
  if (lower === 'first' && before?.tag === 'determiner') return { tag: 'adjective' };
  if (lower === 'well' && isWell(before, next)) return { tag: 'noun' };
  if (lower === 'at' && (next?.lower === 'least' || next?.lower === 'most')) return { tag: 'adjective' };
  if (small === 'be' || small === 'have' || small === 'do') return { tag: small };
  if (small === 'modal' && lower === 'can' && before?.tag === 'determiner') return { tag: 'noun' };
  if (
    small === 'modal' &&
    (lower === 'will' || lower === 'might' || lower === 'may') &&
    before &&
    (before.tag === 'determiner' || before.tag === 'possessive' || before.tag === 'adjective')
  )
    return { tag: 'noun' };
  if (small === 'adjective' && (previous?.tag === 'modal' || previous?.tag === 'do' || before?.tag === 'to')) {
    const bare = verbForm(lower);
    if (bare && bare.forms & BASE) return { tag: 'verb', form: bare };
  }
  return { tag: small };
}

function readWord(
  words: readonly Word[],
  token: Token,
  next: Token | undefined,
  afterNext: Token | undefined,
): { tag: Tag; form?: VerbForm } {
  const { lower } = token;
  const before = words.at(-1);
  const initial = before === undefined || (before.tag === 'mark' && OPENING.has(before.text));
  const small = SMALL_WORDS.get(lower);
  const previous = lastTag(words);

  const isInCapitals = token.capital && !initial && token.text.length > 1 && token.text === token.text.toUpperCase();
  const mayBeName = token.capital && !initial && small !== 'pronoun' && small !== 'determiner';
  if (small && !isInCapitals && !mayBeName) return readSmallWord(words, lower, small, next, afterNext);
  const form = verbForm(lower);
  if (token.capital) {
    // "MindSpring"
    if (!initial || /\p{Ll}\p{Lu}/u.test(token.text)) return { tag: 'name' };
    if (next?.kind === 'word' && next.capital && !(form && form.forms === GERUND)) return { tag: 'name' };
    if (lower.endsWith('ly') && lower.length > 4) return { tag: 'adverb' };
    if (form && form.forms & GERUND && !isMostlyNoun(lower)) return { tag: 'verb', form };
    if (form && form.forms & PARTICIPLE && next && /^(?:by|in|on|at|to|from|with|as|for)$/.test(next.lower))
      return { tag: 'verb', form };
    return { tag: eventNounStrength(lower) || lower.endsWith('s') ? 'noun' : 'name' };
  }
  if (lower.endsWith('ly') && lower.length > 4 && !form)
    return { tag: LY_NOUNS.has(lower) ? 'noun' : LY_ADJECTIVES.has(lower) ? 'adjective' : 'adverb' };
  if (!form) return { tag: 'noun' };
  if (form.forms & BASE && underDemand(words)) return { tag: 'verb', form };
  if (!(form.forms & (PAST | PARTICIPLE | GERUND)) && before?.tag === 'noun' && verbEarlierInClause(words))
    return { tag: 'noun' };
  return readVerbForm(form, lower, previous, before, next, words);
}
