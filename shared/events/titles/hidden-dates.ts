import type { DatePhrase } from '../dates/date-phrase.ts';
import type { OmittedDate, SentenceView } from '../sentence/render-words.ts';

/** A sentence with its date phrases. */
export interface DatedView extends SentenceView {
  readonly ranges: readonly DatePhrase[];
}

const DATE_PREPOSITION = /^(?:on|in|until|through|for|by|till|during)$/;

const RELATIVE =
  /\b(?:yesterday|today|tomorrow|tonight|ago|earlier|(?:last|next|this) \w+|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b/i;

/** Whether a date is relative to the day of writing ("on Monday", "last week"). */
export const isRelative = ({ timex }: DatePhrase): boolean => !timex.explicit && RELATIVE.test(timex.text);

/** The date that a title leaves out, with the days coordinated with it: "on Monday |or Tuesday|". */
export function omitted({ words, ranges }: DatedView, own: DatePhrase): OmittedDate {
  let { first, last } = own;
  // "in the next year |or two|", "|as| of early June"
  if (words[last + 1]?.lower === 'or' && /^(?:so|more|two|three|four)$/.test(words[last + 2]?.lower ?? '')) last += 2;
  // "|as soon as| Wednesday", "|at least| through the weekend"
  const lead = DATE_PREPOSITION.test(words[first - 1]?.lower ?? '') ? first - 1 : first;
  const [second, third, as] = [words[first - 3]?.lower, words[first - 2]?.lower, words[first - 1]?.lower];
  if (second === 'as' && as === 'as' && /^(?:soon|early|late|recently)$/.test(third ?? '')) first -= 3;
  else if (
    words[lead - 3]?.lower !== 'until' &&
    words[lead - 2]?.lower === 'at' &&
    /^(?:least|most)$/.test(words[lead - 1]?.lower ?? '')
  )
    first = lead - 2;
  const of = words[first]?.lower === 'of' ? first : first - 1;
  if (words[of]?.lower === 'of' && words[of - 1]?.lower === 'as') first = of - 1;
  if (!isRelative(own)) return { first, last };
  const isJoint = (at: number): boolean => words[at]?.tag === 'coordinator' || words[at]?.lower === 'to';
  for (let grown = true; grown; ) {
    grown = false;
    for (const range of ranges) {
      if (!isRelative(range)) continue;
      if (range.first === last + 2 && isJoint(last + 1)) ({ last } = range);
      else if (range.last === first - 2 && isJoint(first - 1)) ({ first } = range);
      else continue;
      grown = true;
    }
  }
  return { first, last };
}

/** Removes adverbials of other dates relative to the day of writing ("on Monday", "last week"), which a reader of a timeline cannot resolve. */
export function withoutRelativeDates(sentence: DatedView, own: OmittedDate): SentenceView {
  const { words } = sentence;
  const hiddenWords = new Set<number>();
  for (const range of sentence.ranges) {
    const { first, last } = range;
    if ((first >= own.first && last <= own.last) || !isRelative(range)) continue;
    // "Monday's meeting", "this week's strike", "since Monday": part of a phrase, or of a period
    if (
      /^(?:noun|name|adjective|number|possessive|time)$/.test(words[last + 1]?.tag ?? '') ||
      words[last]?.lower === "'s"
    )
      continue;
    const before = words[first - 1];
    const isPlain =
      before?.tag === 'preposition'
        ? /^(?:on|in|at)$/.test(before.lower)
        : /^(?:noun|name|number|verb|mark|adverb|object-pronoun)$/.test(before?.tag ?? '');
    if (!isPlain) continue;
    for (let i = before?.tag === 'preposition' ? first - 1 : first; i <= last; i++) hiddenWords.add(i);
  }
  return hiddenWords.size === 0
    ? sentence
    : { ...sentence, hidden: (index) => hiddenWords.has(index) || sentence.hidden(index) };
}
