import { isReporting } from './lexicon/attitudes.ts';
import { BASE, GERUND, PARTICIPLE, PAST, THIRD } from './lexicon/verb-forms.ts';
import type { Word } from './words.ts';

/** A verb with its auxiliaries. Indices count words of the sentence; `last` is inclusive. */
export interface VerbGroup {
  readonly first: number;
  readonly last: number;
  /** The word that carries the meaning. */
  readonly head: number;
  readonly lemma: string;
  kind: 'finite' | 'infinitive' | 'participle' | 'gerund';
  readonly tense: 'past' | 'present' | 'none';
  /** "will", "would", "may" …, straight and whole ("won't" is "will"). */
  readonly modal?: string;
  readonly negated: boolean;
  readonly perfect: boolean;
  readonly passive: boolean;
  readonly progressive: boolean;
  /** No auxiliary and a form that may be past or participle. */
  readonly ambiguous: boolean;
}

const BOUNDARY_TAGS = new Set(['coordinator', 'subordinator', 'relative', 'wh']);
const BOUNDARY_MARKS = new Set([',', ';', ':', '--', '(', ')', '"', '“', '”', '—', '–', '...', '…', '``', "''"]);

/** True where a clause may begin or end. */
export const isBoundary = (word: Word): boolean =>
  BOUNDARY_TAGS.has(word.tag) || (word.tag === 'mark' && BOUNDARY_MARKS.has(word.text));

const MODAL_OF: Readonly<Record<string, string>> = {
  wo: 'will',
  "won't": 'will',
  "'ll": 'will',
  "i'll": 'will',
  "he'll": 'will',
  "she'll": 'will',
  "we'll": 'will',
  "they'll": 'will',
  "it'll": 'will',
  "you'll": 'will',
  "wouldn't": 'would',
  "'d": 'would',
  "i'd": 'would',
  "he'd": 'would',
  "she'd": 'would',
  "we'd": 'would',
  "they'd": 'would',
  "it'd": 'would',
  "you'd": 'would',
  "shouldn't": 'should',
  "can't": 'can',
  cannot: 'can',
  ca: 'can',
  "couldn't": 'could',
  "mightn't": 'might',
  "mustn't": 'must',
  "shan't": 'shall',
  "needn't": 'must',
};

interface Draft {
  first: number;
  head: number;
  last: number;
  modal?: string;
  negated: boolean;
  have: string | undefined;
  be: string | undefined;
  done: string | undefined;
  to: boolean;
}

/** All verb groups of a sentence, in order, finite ones told from participles. */
export function findVerbGroups(words: readonly Word[]): VerbGroup[] {
  const groups: VerbGroup[] = [];
  let i = 0;
  while (i < words.length) {
    const word = words[i] as Word;
    const starts =
      word.tag === 'verb' ||
      word.tag === 'modal' ||
      word.tag === 'be' ||
      word.tag === 'have' ||
      word.tag === 'do' ||
      word.tag === 'to';
    if (!starts) {
      i++;
      continue;
    }
    const group = readGroup(words, i);
    groups.push(group);
    i = group.last + 1;
  }
  settleAmbiguous(words, groups);
  return groups;
}

function readGroup(words: readonly Word[], start: number): VerbGroup {
  const draft: Draft = {
    first: start,
    head: start,
    last: start,
    negated: false,
    have: undefined,
    be: undefined,
    done: undefined,
    to: false,
  };
  // "never formally joined", "no longer accepts": what stands just before belongs to it
  for (let k = start - 1; k >= 0 && k >= start - 3; k--) {
    const word = words[k] as Word;
    if (word.tag === 'negation' || word.lower === 'hardly' || word.lower === 'neither') draft.negated = true;
    else if (word.tag !== 'adverb') break;
  }
  let i = start;
  let main: Word | undefined;
  for (; i < words.length; i++) {
    const word = words[i] as Word;
    if (word.tag === 'modal') {
      if (draft.modal || draft.have || draft.be || draft.done) break;
      draft.modal = MODAL_OF[word.lower] ?? word.lower;
      if (/n't$|^cannot$/.test(word.lower)) draft.negated = true;
    } else if (word.tag === 'have' || word.tag === 'be' || word.tag === 'do') {
      if (/n't$/.test(word.lower)) draft.negated = true;
      if (word.tag === 'have') {
        if (draft.have || draft.be) break;
        draft.have = word.lower;
      } else if (word.tag === 'be') {
        if (draft.be && word.lower !== 'being' && word.lower !== 'been') break;
        draft.be = draft.be ? `${draft.be}` : word.lower;
      } else {
        if (draft.done || draft.be) break;
        draft.done = word.lower;
      }
    } else if (word.tag === 'to') {
      if (i !== start) break;
      draft.to = true;
      continue;
    } else if (word.tag === 'negation') {
      draft.negated = true;
      continue;
    } else if (word.tag === 'adverb') continue;
    else if (word.tag === 'time' && i > start && words[i - 1]?.tag !== 'mark') continue;
    else if (
      i > start &&
      i < start + 5 &&
      /^(?:``|''|"|“|”)$/.test(word.text) &&
      words[i + 1]?.tag === 'verb' &&
      (draft.modal || draft.be || draft.have)
    )
      continue;
    else if (word.tag === 'verb') {
      main = word;
      draft.head = i;
      draft.last = i;
      break;
    } else {
      // an inverted question or "Had China lost": the subject stands between; at most six words of it
      break;
    }
    draft.head = i;
    draft.last = i;
  }
  const head = words[draft.head] as Word;
  const aux =
    draft.modal !== undefined || draft.have !== undefined || draft.be !== undefined || draft.done !== undefined;
  const forms = main?.form?.forms ?? 0;
  let kind: VerbGroup['kind'];
  let tense: VerbGroup['tense'] = 'none';
  let ambiguous = false;
  if (draft.to) kind = 'infinitive';
  else if (draft.modal) {
    kind = 'finite';
    tense = 'present';
  } else if (aux) {
    const first =
      words.slice(draft.first, draft.last + 1).find((w) => w.tag === 'have' || w.tag === 'be' || w.tag === 'do')
        ?.lower ?? '';
    kind =
      first === 'having' || first === 'being' || first === 'doing'
        ? 'gerund'
        : first === 'been' || first === 'done' || first === 'be'
          ? 'participle'
          : 'finite';
    if (kind === 'finite')
      tense = /^(?:was|were|had|did|wasn't|weren't|hadn't|didn't)$/.test(first) ? 'past' : 'present';
  } else if (forms & PAST || forms & PARTICIPLE) {
    if (forms & PAST) {
      kind = 'finite';
      tense = 'past';
      ambiguous = (forms & PARTICIPLE) !== 0;
    } else kind = 'participle';
  } else if (forms & GERUND) kind = 'gerund';
  else if (forms & (THIRD | BASE)) {
    kind = 'finite';
    tense = 'present';
  } else kind = 'finite';
  const mainIsParticiple = main !== undefined && (forms & PARTICIPLE) !== 0 && !(forms & GERUND);
  return {
    first: draft.first,
    last: draft.last,
    head: draft.head,
    lemma:
      main?.form?.lemma ??
      (head.tag === 'be' ? 'be' : head.tag === 'have' ? 'have' : head.tag === 'do' ? 'do' : head.lower),
    kind,
    tense,
    ...(draft.modal === undefined ? {} : { modal: draft.modal }),
    negated: draft.negated,
    perfect: draft.have !== undefined && (main !== undefined || draft.be !== undefined),
    passive: draft.be !== undefined && mainIsParticiple,
    progressive: draft.be !== undefined && main !== undefined && (forms & GERUND) !== 0,
    ambiguous,
  };
}

/** No boundary between two word indices (exclusive of both). */
function joined(words: readonly Word[], from: number, to: number): boolean {
  for (let i = from + 1; i < to; i++) if (isBoundary(words[i] as Word)) return false;
  return true;
}

/** Tells "prisoners released last year were …" from "China released prisoners". */
function settleAmbiguous(words: readonly Word[], groups: VerbGroup[]): void {
  for (let g = 0; g < groups.length; g++) {
    const group = groups[g] as VerbGroup;
    if (!group.ambiguous) continue;
    let at = group.first - 1;
    while (at >= 0 && ((words[at] as Word).tag === 'adverb' || (words[at] as Word).tag === 'negation')) at--;
    const before = words[at];
    const earlier = lastFinite(groups, g);
    const later = groups.slice(g + 1).find((x) => x.kind === 'finite');
    const next = words[group.last + 1];
    if (before === undefined || isPassiveTail(words, group) || inFrontPhrase(words, group, later)) {
      group.kind = 'participle';
    } else if (opensOwnClause(words, groups, g) && next?.lower !== 'by') {
    } else if (before.tag === 'mark') {
      if (before.text === ',') {
        const commaLater = later && words[later.first - 1]?.text === ',' && !takesObject(next);
        if (later && hasSubjectBetween(words, group, later)) continue;
        if (earlier && !betweenHasOpenSubject(words, earlier, group)) group.kind = 'participle';
        else if (later && (next?.lower === 'by' || commaLater) && at > 0) group.kind = 'participle';
      } else if (before.text === '(' || before.text === '--') group.kind = 'participle';
    } else if (before.tag === 'subordinator' || before.tag === 'preposition') {
      if (before.lower !== 'that') group.kind = 'participle';
    } else if (before.tag === 'coordinator') {
      const sibling = groups[g - 1];
      if (sibling?.kind === 'participle') group.kind = 'participle';
    } else if (before.tag === 'verb' || before.tag === 'be' || before.tag === 'have') {
      if (!isReporting(before.form?.lemma ?? '')) group.kind = 'participle';
    } else if (before.tag !== 'relative' && before.tag !== 'pronoun' && contactSubject(words, at) === undefined) {
      if (
        later &&
        joined(words, group.last, later.first) &&
        !hasSubjectBetween(words, group, later) &&
        !(later.ambiguous && takesObject(next))
      )
        group.kind = 'participle';
      else if (
        earlier &&
        joined(words, earlier.last, group.first) &&
        (!isReporting(earlier.lemma) || saidInA(words, earlier, group))
      )
        group.kind = 'participle';
      else if (
        next?.lower === 'by' &&
        earlier &&
        !isReporting(earlier.lemma) &&
        !clauseOpensBetween(words, earlier.last, group.first)
      )
        group.kind = 'participle';
    }
  }
}

/** "In a response filed on Wednesday, BP called": the noun before it hangs on the preposition that opens the clause. */
function inFrontPhrase(words: readonly Word[], group: VerbGroup, later: VerbGroup | undefined): boolean {
  let from = group.first;
  while (from > 0 && !isBoundary(words[from - 1] as Word)) from--;
  const object = words[from + 1]?.lower === 'to' ? words[from + 2] : words[from + 1];
  if (words[from]?.tag !== 'preposition' || !/^(?:determiner|possessive|adjective)$/.test(object?.tag ?? ''))
    return false;
  for (let i = from; i < group.first; i++) if ((words[i] as Word).tag === 'time') return false;
  if (!later) return from > 0;
  for (let i = group.last + 1; i < later.first; i++) if ((words[i] as Word).text === ',') return true;
  return false;
}

const INTRANSITIVE =
  /^(?:rise|fall|drop|increase|decrease|grow|stand|decline|come|go|climb|slip|gain|jump|live|die|pass|stop|swear)$/;

/** "rented by Dr Murray", "a company based in Basel": a form that tells of the noun before it. */
function isPassiveTail(words: readonly Word[], group: VerbGroup): boolean {
  const next = words[group.last + 1];
  const after = words[group.last + 2];
  if (
    next?.lower === 'by' &&
    after &&
    after.tag !== 'number' &&
    after.tag !== 'time' &&
    after.tag !== 'verb' &&
    !INTRANSITIVE.test(group.lemma)
  )
    return true;
  return (
    /^(?:base|locate|situate|headquarter|dedicate|entitle|title|bear)$/.test(group.lemma) && next?.tag === 'preposition'
  );
}

/** "said in a letter published …": the noun before the verb hangs on the preposition after the saying. */
function saidInA(words: readonly Word[], saying: VerbGroup, group: VerbGroup): boolean {
  if (words[saying.last + 1]?.tag !== 'preposition') return false;
  for (let i = saying.last + 1; i < group.first; i++) if ((words[i] as Word).tag === 'time') return false;
  return (
    /^(?:determiner|possessive|adjective|noun)$/.test(words[saying.last + 2]?.tag ?? '') &&
    group.first - saying.last < 8
  );
}

/** The first verb after "that", "when" and their like, with a subject between: it is that clause's own verb. */
function opensOwnClause(words: readonly Word[], groups: readonly VerbGroup[], g: number): boolean {
  const group = groups[g] as VerbGroup;
  for (let i = group.first - 1; i >= 0; i--) {
    const word = words[i] as Word;
    if (word.tag === 'mark' || word.tag === 'coordinator') return false;
    if (groups.some((x, k) => k < g && x.first <= i && i <= x.last)) return false;
    if (
      word.tag === 'relative' ||
      word.tag === 'wh' ||
      (word.tag === 'subordinator' && !/^(?:as|than|since|after|before|until|once)$/.test(word.lower))
    )
      return i < group.first - 1;
  }
  return false;
}

/** A noun phrase begins right after the verb. */
const takesObject = (next: Word | undefined): boolean =>
  next !== undefined && /^(?:determiner|possessive|name|noun|number|adjective|object-pronoun|pronoun)$/.test(next.tag);

function lastFinite(groups: readonly VerbGroup[], before: number): VerbGroup | undefined {
  for (let k = before - 1; k >= 0; k--) if (groups[k]?.kind === 'finite') return groups[k];
  return undefined;
}

/** "He said BP filed": after a reporting verb a bare clause follows. */
function hasSubjectBetween(words: readonly Word[], group: VerbGroup, later: VerbGroup): boolean {
  if (!isReporting(group.lemma)) return false;
  for (let i = group.last + 1; i < later.first; i++) {
    const tag = (words[i] as Word).tag;
    if (tag === 'noun' || tag === 'name' || tag === 'pronoun') return true;
  }
  return false;
}

/** "…, who, with …, said": the verb before the comma lies in a relative clause, so the subject is still waiting. */
function betweenHasOpenSubject(words: readonly Word[], earlier: VerbGroup, group: VerbGroup): boolean {
  for (let i = earlier.first - 1; i >= 0; i--) {
    const word = words[i] as Word;
    if (word.tag === 'relative') return true;
    if (word.tag === 'subordinator' && word.lower !== 'that') return true;
    if (word.tag === 'mark' && word.text === ',') {
      // a comma before the earlier verb with no subject of its own: an apposition with a clause
      break;
    }
    if (word.tag === 'verb' && i < earlier.first) break;
  }
  // a quotation ends with the comma: '"…," Kamm, founder of …, said'
  for (let i = earlier.last + 1; i < group.first; i++) {
    const text = (words[i] as Word).text;
    if (text === '"' || text === '”' || text === "''" || text === '’') return true;
  }
  return false;
}

function clauseOpensBetween(words: readonly Word[], from: number, to: number): boolean {
  for (let i = from + 1; i < to; i++) {
    const tag = (words[i] as Word).tag;
    if (tag === 'subordinator' || tag === 'coordinator' || tag === 'relative') return true;
  }
  return false;
}

const BOTH = new Set(['before', 'after', 'since', 'until', 'as', 'till', 'once']);

/** "before", "after", "as" and their like are prepositions where no finite verb follows in their clause. */
export function settlePrepositions(words: readonly Word[], groups: readonly VerbGroup[]): Word[] {
  return words.map((word, i) => {
    if (word.tag !== 'subordinator' || !BOTH.has(word.lower)) return word;
    if (groups.some((x) => x.first === i + 1 && x.kind === 'gerund')) return { ...word, tag: 'preposition' as const };
    for (let k = i + 1; k < words.length && k < i + 18; k++) {
      const next = words[k] as Word;
      const group = groups.find((x) => x.first === k);
      if (group?.kind === 'finite') return word;
      if (
        (next.tag === 'mark' && next.text !== '-' && next.text !== "'") ||
        next.tag === 'subordinator' ||
        next.tag === 'relative'
      )
        break;
      if (next.tag === 'coordinator' && k > i + 4) break;
    }
    return { ...word, tag: 'preposition' as const };
  });
}

/**
 * "the 28,000 systems Sun shipped", "the plan Congress passed": a name right after a noun is the subject of a clause without "that".
 *
 * @returns Index of the name's first word, or `undefined`.
 */
export function contactSubject(words: readonly Word[], last: number): number | undefined {
  if (words[last]?.tag !== 'name') return undefined;
  let first = last;
  while (first > 0 && words[first - 1]?.tag === 'name') first--;
  return words[first - 1]?.tag === 'noun' ? first : undefined;
}
