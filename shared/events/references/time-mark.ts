import type { Word } from '../sentence/word.ts';

export type Unit = 'T' | 'D' | 'W' | 'M' | 'Y';

/** "two days", "hours", "the day": a count in front of "before" or "after". */
export interface Count {
  /** `undefined` for a bare plural: "weeks before". */
  readonly count: number | undefined;
  /** `T` for everything shorter than a day. */
  readonly unit: Unit;
  /** "nearly two months", "a few days". */
  readonly approximate: boolean;
  /** "in the weeks before", "less than two weeks before": the whole stretch, not its far end. */
  readonly stretch: boolean;
}

/** A word that puts an event in relation to the one behind it. Word indices. */
export interface TimeMark {
  readonly kind: 'since' | 'after' | 'before' | 'during' | 'at' | 'day-of' | 'wake';
  /** The word itself, which the dependency tree attaches to the event behind it. */
  readonly at: number;
  /** First word of the whole phrase, its count included. */
  readonly first: number;
  /** First word of the event. */
  readonly opens: number;
  readonly count?: Count;
}

const NUMBERS: Readonly<Record<string, number>> = Object.fromEntries([
  ...'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen'
    .split(' ')
    .map((word, i) => [word, i + 1] as const),
  ['a', 1],
  ['an', 1],
  ['the', 1],
]);
const UNITS: Readonly<Record<string, Unit>> = {
  second: 'T',
  moment: 'T',
  minute: 'T',
  hour: 'T',
  day: 'D',
  night: 'D',
  week: 'W',
  month: 'M',
  year: 'Y',
};
const COUNTED =
  /(?:^|\s)(?:(less than|more than|over|about|around|nearly|almost|barely|some|roughly|just|only|(?:in|during|over) the)\s)?(?:(a few|few|several|a couple of|couple of|the|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|\d{1,3})[\s-])?(second|moment|minute|hour|day|night|week|month|year)(s?)$/;

/** The count that ends before a word; `undefined` if there is none. */
export function countBefore(words: readonly Word[], at: number): (Count & { readonly first: number }) | undefined {
  const from = Math.max(0, at - 5);
  const near = words.slice(from, at);
  const found = COUNTED.exec(` ${near.map(({ lower }) => lower).join(' ')}`);
  if (!found) return undefined;
  const [all, lead = '', number, unit, plural] = found as unknown as [string, string?, string?, string?, string?];
  const first = at - all.trim().split(/\s+/).length;
  const known = UNITS[unit ?? ''];
  if (known === undefined) return undefined;
  const few = /few|several|couple/.test(number ?? '');
  // "in the day before" is "the day before"; a bare "day before" is no count
  if (number === undefined && plural === '' && !lead.endsWith('the')) return undefined;
  // "from the first six months after", "greater than the day before", "shut for a week after"
  if (/^(?:first|last|than|from|next|for|of)$/.test(words[first - 1]?.lower ?? '')) return undefined;
  if (number === 'the' && plural === 's')
    return { count: undefined, unit: known, approximate: true, stretch: true, first };
  const stretch = lead === 'less than' || (plural === 's' && lead.endsWith('the'));
  const value =
    few || (number === undefined && plural === 's') ? undefined : (NUMBERS[number ?? 'the'] ?? Number(number));
  const approximate =
    few || value === undefined || /than|over|about|around|nearly|almost|barely|roughly|some/.test(lead);
  return { count: value, unit: known, approximate, stretch, first };
}

const KINDS: Readonly<Record<string, TimeMark['kind']>> = {
  since: 'since',
  after: 'after',
  following: 'after',
  before: 'before',
  during: 'during',
  at: 'at',
};

/** The words of a sentence that may relate one event to another, in order. */
export function timeMarks(words: readonly Word[]): TimeMark[] {
  return words.flatMap((word, at): TimeMark[] => {
    if (word.timex >= 0 && word.lower !== 'after' && word.lower !== 'before') return [];
    if (word.lower === 'prior' && words[at + 1]?.lower === 'to')
      return [withCount(words, { kind: 'before', at: at + 1, first: at, opens: at + 2 }, at)];
    if (
      word.lower === 'of' &&
      /^(?:morning|day|night|evening|afternoon|time)$/.test(words[at - 1]?.lower ?? '') &&
      words[at - 2]?.lower === 'the' &&
      /^(?:on|at|in)$/.test(words[at - 3]?.lower ?? '')
    )
      return [{ kind: 'day-of', at: at - 3, first: at - 3, opens: at + 1 }];
    // "in the wake of", "in the aftermath of", "in response to"
    if (
      /^(?:of|to)$/.test(word.lower) &&
      words[at - 3]?.lower === 'in' &&
      /^(?:wake|aftermath)$/.test(words[at - 1]?.lower ?? '')
    )
      return [{ kind: 'wake', at: at - 3, first: at - 3, opens: at + 1 }];
    if (word.lower === 'to' && words[at - 1]?.lower === 'response' && words[at - 2]?.lower === 'in')
      return [{ kind: 'wake', at: at - 2, first: at - 2, opens: at + 1 }];
    const kind = Object.hasOwn(KINDS, word.lower) ? KINDS[word.lower] : undefined;
    if (kind === undefined) return [];
    return [withCount(words, { kind, at, first: at, opens: at + 1 }, at)];
  });
}

function withCount(words: readonly Word[], mark: TimeMark, at: number): TimeMark {
  if (mark.kind !== 'after' && mark.kind !== 'before') return mark;
  const counted = countBefore(words, at);
  if (!counted) return mark;
  const { first, ...count } = counted;
  return { ...mark, first, count };
}
