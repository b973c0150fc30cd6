import { isBoundary, type VerbGroup } from '../sentence/verb-group.ts';
import type { Word } from '../sentence/word.ts';

const CONDITIONAL = new Set([
  'if',
  'unless',
  'whether',
  'lest',
  'supposing',
  'assuming',
  'provided',
  'suppose',
  'imagine',
]);

/** "if necessary", "if any": asides that make no clause conditional. */
const FIXED_AFTER_IF = new Set([
  'necessary',
  'needed',
  'possible',
  'required',
  'any',
  'anything',
  'ever',
  'appropriate',
]);

const isFixedPhrase = (words: readonly Word[], i: number): boolean => {
  if (words[i]?.lower !== 'if' || !FIXED_AFTER_IF.has(words[i + 1]?.lower ?? '')) return false;
  const next = words[i + 2];
  return next === undefined || isBoundary(next) || next.tag === 'preposition';
};

/** The subordinator that opens the verb's clause, if it is conditional. */
export function conditionOver(words: readonly Word[], groups: readonly VerbGroup[], g: number): boolean {
  const group = groups[g] as VerbGroup;
  for (let i = group.first - 1; i >= 0; i--) {
    const word = words[i] as Word;
    if (isFixedPhrase(words, i)) continue;
    if (CONDITIONAL.has(word.lower)) {
      // an earlier finite verb in between ends the condition: "if he wins, taxes fell"
      const closed = groups.some(
        (x, k) =>
          k < g &&
          x.kind === 'finite' &&
          x.first > i &&
          x.last < group.first &&
          !sameClauseList(words, x.last, group.first),
      );
      if (closed) return false;
      if (
        word.lower === 'assuming' ||
        word.lower === 'provided' ||
        word.lower === 'suppose' ||
        word.lower === 'imagine'
      )
        return i < 2 || (words[i - 1] as Word).text === ',';
      return true;
    }
    if (word.lower === 'case' && words[i - 1]?.lower === 'in') return true;
    if (word.text === ';' || word.text === '"' || word.text === '”') return false;
    if (word.tag === 'subordinator' && word.lower !== 'that') return false;
  }
  return false;
}

const sameClauseList = (words: readonly Word[], from: number, to: number): boolean => {
  for (let i = from + 1; i < to; i++) {
    const word = words[i] as Word;
    // "was to be freed if he served his term, but was pardoned": "but" ends the scope of the condition
    if (word.text === ',' && (words[i + 1]?.tag !== 'coordinator' || words[i + 1]?.lower === 'but')) return false;
  }
  return true;
};

/** "Had China lost …", "Were it to fall", "Should he win": an auxiliary before its subject at the clause's beginning, and no question mark. */
export function isInverted(words: readonly Word[], group: VerbGroup): boolean {
  const own = words[group.first] as Word;
  if (/^(?:had|were|should)$/.test(own.lower)) return group.first === group.head && invertsAt(words, group.first);
  // the main verb after an inverted auxiliary is a verb group of its own: "lost" in "Had China lost"
  for (let i = group.first - 1; i >= 0 && i >= group.first - 12; i--) {
    const word = words[i] as Word;
    if (/^(?:had|were|should)$/.test(word.lower)) return invertsAt(words, i);
    if (isBoundary(word) && word.text !== ',') return false;
    if (word.tag === 'verb' || word.tag === 'modal') return false;
  }
  return false;
}

/** An auxiliary that opens its clause, followed by a subject and the rest of the verb; inside a sentence only together with a modal. */
function invertsAt(words: readonly Word[], at: number): boolean {
  const next = words[at + 1];
  if (
    !next ||
    !/^(?:name|noun|determiner|possessive|pronoun|adjective|number)$/.test(next.tag) ||
    !opensClause(words, at)
  )
    return false;
  // "More than half, meanwhile, were products": "were" inverts only before "to"
  if (words[at]?.lower === 'were' && !words.slice(at + 2, at + 10).some((word) => word.tag === 'to')) return false;
  const before = words[at - 1];
  return before?.text !== ',' || words.some((word) => word.tag === 'modal' && word.lower !== 'should');
}

const opensClause = (words: readonly Word[], i: number): boolean => {
  if (i === 0) return true;
  const before = words[i - 1] as Word;
  if (before.tag === 'mark') return before.text !== ')' && !(before.text === ',' && hasSubjectBefore(words, i - 1));
  return before.tag === 'coordinator' || (before.tag === 'subordinator' && before.lower === 'that');
};

/** A comma that closes an apposition of a subject ("Kamm, a businessman, had won") does not open a clause. */
const hasSubjectBefore = (words: readonly Word[], comma: number): boolean => {
  for (let i = comma - 1; i >= 0; i--) {
    const word = words[i] as Word;
    if (word.tag === 'verb' || word.tag === 'modal' || word.tag === 'be') return false;
    if (word.tag === 'subordinator') return false;
  }
  return true;
};

/** The main clause of a counterfactual: a "would have" or "could have" elsewhere while this clause holds the condition. */
export function inConsequence(words: readonly Word[], groups: readonly VerbGroup[], g: number): boolean {
  const group = groups[g] as VerbGroup;
  return (
    group.modal === 'would' &&
    !group.perfect &&
    words.some(
      (w, i) =>
        (w.lower === 'if' || w.lower === 'unless') && !isFixedPhrase(words, i) && Math.abs(i - group.first) < 40,
    )
  );
}
