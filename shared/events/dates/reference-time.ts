import { type DateSpan, exactDay } from '../../time/date-span.ts';
import { isReporting } from '../lexicon/factuality-verbs.ts';
import type { VerbGroup } from '../sentence/verb-group.ts';
import type { DatePhrase } from './date-phrase.ts';

/** Widest dates that a pluperfect looks back from. */
const FINE = /^(?:day|week|month|season|quarter|year)$/;
/** Most words between a verb of saying and its date. */
const FARTHEST = 3;

/** How long ago a state without a stated end may have begun that is told as lasting until the day of writing: "had been shut since 1990". */
const LONGEST_YEARS = 40;

/** The time up to which a verb looks back. */
export interface ReferenceTime {
  readonly span: DateSpan;
  /** What names it: the sentence with its verb of saying, the sentence with another date, or the narrative before it. */
  readonly by: 'statement' | 'sentence' | 'narrative';
}

/** A date phrase and the verb that it may date, in their sentence. */
interface LookingBack {
  readonly phrase: DatePhrase;
  readonly phrases: readonly DatePhrase[];
  readonly group: VerbGroup | undefined;
  readonly groups: readonly VerbGroup[];
  readonly dct: string;
  readonly reached: DateSpan | undefined;
}

/**
 * The time up to which a verb looks back. A present perfect looks back from the day of writing. A pluperfect looks back from the latest other date of its
 * sentence ("who died in 2009, had spent four months …"), else from the time that the narrative has reached; in reported speech it stands for a present
 * perfect, and looks back from the statement. `undefined` if nothing tells.
 */
export function referenceTime({
  phrase,
  phrases,
  group,
  groups,
  dct,
  reached,
}: LookingBack): ReferenceTime | undefined {
  const now: DateSpan = exactDay(dct);
  if (!group || !isPluperfect(group, groups)) return { span: now, by: 'statement' };
  const begun = phrase.timex.span?.end ?? '';
  const others = phrases.filter(
    ({ timex: { start, span }, until }) =>
      start !== phrase.timex.start &&
      until === undefined &&
      span !== undefined &&
      FINE.test(span.precision) &&
      span.start > begun &&
      span.end <= dct,
  );
  const saying = groups.filter(
    ({ lemma, kind, last }) => kind === 'finite' && last < group.first && isReporting(lemma),
  );
  const looked =
    saying.length === 0
      ? others
      : others.filter(({ first, last }) =>
          saying.some((verb) => Math.max(first - verb.last, verb.first - last) - 1 <= FARTHEST),
        );
  const latest = looked
    .flatMap(({ timex }) => timex.span ?? [])
    .sort((one, other) => (one.end < other.end ? -1 : 1))
    .at(-1);
  if (latest) return { span: latest, by: 'sentence' };
  if (saying.length > 0) return { span: now, by: 'statement' };
  if (reached !== undefined && reached.start > begun && reached.end <= dct) return { span: reached, by: 'narrative' };
  const isRecent = begun === '' || Number(dct.slice(0, 4)) - Number(begun.slice(0, 4)) <= LONGEST_YEARS;
  return isRecent ? { span: now, by: 'narrative' } : undefined;
}

/** "had been shut", and "having been shut" beside a past verb. */
const isPluperfect = (group: VerbGroup, groups: readonly VerbGroup[]): boolean =>
  group.perfect &&
  (group.kind === 'finite'
    ? group.tense === 'past'
    : group.kind !== 'infinitive' &&
      groups.some(({ kind, tense, perfect }) => kind === 'finite' && tense === 'past' && !perfect) &&
      !groups.some(({ kind, tense, modal }) => kind === 'finite' && tense === 'present' && modal === undefined));
