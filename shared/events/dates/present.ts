import { type DateSpan, exactDay } from '../../time/date-span.ts';
import { isReporting, isWishing } from '../lexicon/factuality-verbs.ts';
import { STATIVE } from '../lexicon/state-verbs.ts';
import { PARTICIPLE } from '../lexicon/verb-forms.ts';
import type { VerbGroup } from '../sentence/verb-group.ts';
import type { Word } from '../sentence/word.ts';
import type { DatePhrase } from './date-phrase.ts';

const NOW = /^(?:now|currently|presently)$/i;

/**
 * "The flu has now killed 65 people": whether an expression for the present stands within a perfect that tells what has come about. Of 76 such perfects in
 * 2,700 unseen articles 55 were events of the day of writing; of 24 progressives ("is now waiting") only eight.
 */
export function isWithinVerb(words: readonly Word[], { timex, first, last }: DatePhrase): boolean {
  if (timex.value !== 'PRESENT_REF' || !NOW.test(timex.text)) return false;
  const { lemma = '', forms = 0 } = words[last + 1]?.form ?? {};
  if (STATIVE.has(lemma) || isReporting(lemma) || isWishing(lemma) || lemma === 'last' || isQuoted(words, first))
    return false;
  // "has now lost half its value since April" has a longer time of its own
  if (words.some(({ lower }) => lower === 'since')) return false;
  return /^(?:has|have|['’]ve)$/.test(words[first - 1]?.lower ?? '') && (forms & PARTICIPLE) > 0;
}

/** Whether a quotation is open before a word: what its speaker calls "now" is his own time. */
function isQuoted(words: readonly Word[], at: number): boolean {
  const marks = words.slice(0, at).filter(({ text }) => /^(?:["“”]|``|'')$/.test(text));
  return marks.length % 2 === 1;
}

/** The day of writing for the verb that such an expression stands in; `undefined` for any other. */
export function presentDay(
  words: readonly Word[],
  phrase: DatePhrase,
  group: VerbGroup | undefined,
  dct: string,
): DateSpan | undefined {
  if (group?.kind !== 'finite' || group.first >= phrase.first || group.last <= phrase.last) return undefined;
  return isWithinVerb(words, phrase) ? exactDay(dct) : undefined;
}
