import type { DatePhrase } from '../dates/date-phrase.ts';
import { isReporting } from '../lexicon/factuality-verbs.ts';
import { isMotion } from '../lexicon/light-verbs.ts';
import { STATIVE } from '../lexicon/state-verbs.ts';
import type { VerbGroup } from '../sentence/verb-group.ts';
import type { Word } from '../sentence/word.ts';

/** The subordinator that opens a verb's clause, as an index, if nothing but its subject stands between. */
function clauseOpener(words: readonly Word[], groups: readonly VerbGroup[], at: number): number | undefined {
  const group = groups[at] as VerbGroup;
  if (group.kind !== 'finite') return undefined;
  for (let i = group.first - 1; i >= 0; i--) {
    const word = words[i] as Word;
    if (word.tag === 'subordinator') return i;
    if (
      word.tag === 'mark' ||
      word.tag === 'relative' ||
      groups.some((x) => x.kind === 'finite' && x.first <= i && i <= x.last)
    )
      return undefined;
  }
  return undefined;
}

/** "When the war ended in 1945, he returned": the main clause happened at the same time; "soon after" and "shortly before" are close enough. */
export function mainOfWhen(words: readonly Word[], groups: readonly VerbGroup[], at: number): number | undefined {
  const opener = clauseOpener(words, groups, at);
  if (opener === undefined) return undefined;
  const { lower } = words[opener] as Word;
  const soon =
    /^(?:after|before)$/.test(lower) &&
    /^(?:soon|shortly|immediately|days|hours|minutes)$/.test(words[opener - 1]?.lower ?? '');
  if (lower !== 'when' && !soon) return undefined;
  const first = opener - (soon ? 1 : 0);
  if (first > 1) return undefined; // a clause at the end mostly is the news itself
  const main = groups.findIndex((x, k) => k > at && x.kind === 'finite' && x.tense === 'past' && !STATIVE.has(x.lemma));
  return main < 0 ? undefined : main;
}

/** Most words between a date and the clause that continues with it. */
const FARTHEST_CLAUSE = 6;

/**
 * "Sold ten million in 2010 when it opened …", "broke out on Monday, residents said, while shops were looted": a clause
 * of the same time after the date that ends the first clause.
 */
export function clauseBehind(
  words: readonly Word[],
  groups: readonly VerbGroup[],
  at: number,
  range: DatePhrase,
): number | undefined {
  const group = groups[at] as VerbGroup;
  if (group.kind !== 'finite' || group.tense !== 'past' || group.modal || range.first < group.last) return undefined;
  for (let i = range.last + 1; i < words.length && i <= range.last + FARTHEST_CLAUSE; i++) {
    const { lower, tag } = words[i] as Word;
    if (lower !== 'when' && lower !== 'while') {
      if (tag === 'subordinator' || tag === 'relative' || tag === 'time') return undefined;
      continue;
    }
    const next = groups.findIndex(({ first, kind }) => kind === 'finite' && first > i);
    const other = groups[next];
    if (other?.tense !== 'past' || other.perfect || other.progressive || other.modal || other.negated) return undefined;
    if (STATIVE.has(other.lemma) || isReporting(other.lemma)) return undefined;
    const own = words.slice(i + 1, other.first);
    return own.some(({ tag }) => tag === 'time' || tag === 'mark' || tag === 'relative') ? undefined : next;
  }
  return undefined;
}

/** "In trading Friday, A leaped, while B sank": a fronted date applies to both clauses. */
export function parallelClause(
  words: readonly Word[],
  groups: readonly VerbGroup[],
  at: number,
  range: DatePhrase,
): number | undefined {
  const group = groups[at] as VerbGroup;
  if (group.kind !== 'finite') return undefined;
  const after = range.first > group.first;
  for (let k = at + 1; k < groups.length; k++) {
    const other = groups[k] as VerbGroup;
    if (other.kind !== 'finite' || other.tense !== group.tense || other.modal) continue;
    if (after && words[range.last + 2]?.lower !== 'when') return undefined;
    for (let i = other.first - 1; i > group.last; i--) {
      const word = words[i] as Word;
      if (word.tag === 'time' && !after) return undefined;
      if (word.lower === 'while' && !isReporting(other.lemma)) return k;
      // "broke out in 1998, when soldiers shot …": the clause after the comma reports more of the same event
      if (word.lower === 'when' && words[i - 1]?.text === ',' && range.last === i - 2) return k;
      if (word.tag === 'relative' || word.tag === 'subordinator' || word.tag === 'verb') return undefined;
    }
  }
  return undefined;
}

/**
 * "Came to the mill in 1987 and wrecked the sluice and shot two guards": the verbs joined to one of motion tell what
 * was done there, at the same time and by the same subject.
 */
export function deedsAfterMotion(words: readonly Word[], groups: readonly VerbGroup[], at: number): number[] {
  const motion = groups[at] as VerbGroup;
  const deeds: number[] = [];
  if (!isSimplePast(motion) || !isMotion(motion.lemma)) return deeds;
  for (let k = at + 1; k < groups.length; k++) {
    const deed = groups[k] as VerbGroup;
    const joins = words[deed.first - 1]?.tag === 'coordinator';
    const since = words.slice((groups[k - 1] as VerbGroup).last + 1, deed.first - 1);
    const ownDate = k > at + 1 && since.some(({ tag }) => tag === 'time');
    if (!joins || !isSimplePast(deed) || STATIVE.has(deed.lemma) || isReporting(deed.lemma) || ownDate) break;
    if (since.some(({ tag }) => tag === 'relative' || tag === 'subordinator')) break;
    deeds.push(k);
  }
  return deeds;
}

const isSimplePast = ({ kind, tense, perfect, progressive, modal, negated }: VerbGroup): boolean =>
  kind === 'finite' && tense === 'past' && !perfect && !progressive && modal === undefined && !negated;
