import type { Clause, ParsedSentence } from '../../syntax/parsed-sentence.ts';
import type { VerbGroup } from '../sentence/verb-group.ts';
import type { Word } from '../sentence/word.ts';

/** Where a time phrase or a time clause hangs in its sentence. */
export interface Attachment {
  /** Index of the verb group that it modifies. */
  readonly group: number;
  /** Verb groups of the same tense that are coordinated with it and share the modifier. */
  readonly further: readonly number[];
  /** UTF-16 offsets of the modifier with all that it governs; `end` exclusive. */
  readonly start: number;
  readonly end: number;
}

/** Relations of a preposition or conjunction to the word whose phrase or clause it opens. */
const OPENS = /^(?:case|mark|advmod|cc|fixed)$/;
/** Relations of a time phrase or clause to its verb. */
const MODIFIES = /^(?:obl|advcl|nmod|advmod|parataxis|dep)/;

/**
 * The verb that the phrase or clause opened by a word modifies, in the dependency tree.
 *
 * @param marker The word: "after", "since".
 * @param toNouns Whether a phrase that the tree gives to a noun counts as one of the noun's verb.
 * @returns `undefined` if the tree gives no such verb, or if the phrase belongs to a noun.
 */
export function attachmentOf(
  parse: ParsedSentence,
  words: readonly Word[],
  groups: readonly VerbGroup[],
  marker: Word,
  toNouns: boolean,
): Attachment | undefined {
  const { tokens, clauses } = parse;
  const at = tokens.findIndex(({ start, end }) => start <= marker.start && marker.start < end);
  const opener = tokens[at];
  if (!opener || !OPENS.test(opener.relation)) return undefined;
  const top = opener.head;
  const phrase = tokens[top];
  if (!phrase || !MODIFIES.test(phrase.relation) || phrase.head < 0) return undefined;
  const governor = tokens[phrase.head];
  const clause = governor && clauses[governor.clause];
  if (!clause?.verb) return undefined;
  // "anger after the vote": the phrase belongs to a noun, unless that is the predicate
  if (/^nmod/.test(phrase.relation) && !clause.verb.copula && !toNouns) return undefined;
  const groupOf = ({ verb }: Clause): number =>
    verb === undefined
      ? -1
      : groups.findIndex(({ head }) => {
          const word = words[head] as Word;
          const token = tokens[verb.head];
          return token !== undefined && word.start <= token.start && token.start < word.end;
        });
  const group = groupOf(clause);
  if (group < 0) return undefined;
  const inside = tokens.filter((_, i) => isUnder(parse, i, top));
  const further = clauses.flatMap((other, index) => {
    const own = clauses.indexOf(clause);
    const joined =
      (other.relation === 'coordinate' && other.governor === own) ||
      (clause.relation === 'coordinate' && clause.governor === index && top > (clause.verb?.head ?? 0));
    const found = joined ? groupOf(other) : -1;
    return found >= 0 && found !== group ? [found] : [];
  });
  return {
    group,
    further,
    start: Math.min(...inside.map(({ start }) => start)),
    end: Math.max(...inside.map(({ end }) => end)),
  };
}

/** Most words between the event of a phrase that opens the sentence and its comma. */
const FARTHEST_COMMA = 8;

/**
 * The first finite verb behind a phrase that opens the sentence and ends with a comma: "After the rally in Ostrel, hundreds marched".
 *
 * @param from First word behind the event that the phrase names.
 */
export function clauseBehind(
  words: readonly Word[],
  groups: readonly VerbGroup[],
  from: number,
): Attachment | undefined {
  // "On the morning of her death | she called": the comma is left out
  const isPlain = /^(?:determiner|pronoun)$/.test(words[from]?.tag ?? '');
  const comma = isPlain ? from - 1 : words.findIndex(({ text }, i) => i >= from && text === ',');
  if (comma < 0 || comma - from > FARTHEST_COMMA) return undefined;
  const group = groups.findIndex(({ first, kind }) => first > comma && kind === 'finite');
  const verb = groups[group];
  const isApart = verb && words.slice(comma + 1, verb.first).some(({ tag }) => tag === 'mark' || tag === 'relative');
  if (!verb || isApart) return undefined;
  return { group, further: [], start: (words[0] as Word).start, end: (words[comma] as Word).end };
}

function isUnder({ tokens }: ParsedSentence, token: number, top: number): boolean {
  for (let at = token, steps = 0; at >= 0 && steps <= tokens.length; steps++) {
    if (at === top) return true;
    at = tokens[at]?.head ?? -1;
  }
  return false;
}
