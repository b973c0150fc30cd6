import { type DateSpan, exactDay } from '../../time/date-span.ts';
import type { VerbGroup } from '../sentence/verb-group.ts';
import type { Word } from '../sentence/word.ts';
import { fromTo } from './date-arithmetic.ts';
import type { DatePhrase } from './date-phrase.ts';

const LATER = /^(?:later|subsequently|eventually)$/;

/**
 * Whether a verb tells what came after a date told before it, at a time that nobody states: "in 2008 the board
 * approved a terminal, and the site was later sold". The verb is in the simple past, has its adverb inside or beside it, and
 * a coordinator joins its clause to that of the date.
 */
export function comesLater(words: readonly Word[], phrase: DatePhrase, group: VerbGroup | undefined): boolean {
  if (group?.kind !== 'finite' || group.tense !== 'past' || group.perfect || group.modal !== undefined) return false;
  if (group.first <= phrase.last) return false;
  if (!words.slice(group.first - 1, group.last + 1).some(({ lower }) => LATER.test(lower))) return false;
  const joint = words.findLastIndex(({ tag }, i) => tag === 'coordinator' && i < group.first);
  const between = words.slice(phrase.last + 1, group.first);
  if (joint <= phrase.last || between.some(({ tag }) => tag === 'time' || tag === 'relative')) return false;
  // another verb has the date: "In 2008, the site and its pier were later sold" has none
  return words.slice(0, joint).some(({ tag }) => tag === 'verb');
}

/** From a date to the day of writing: what came later happened in between; `undefined` if the date is not before it. */
export function fromThenOn(span: DateSpan, dct: string): DateSpan | undefined {
  return span.start < dct ? fromTo(span, exactDay(dct)) : undefined;
}
