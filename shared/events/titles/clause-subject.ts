import type { Clause, ClauseVerb, SyntaxToken } from '../../syntax/parsed-sentence.ts';
import { eventNounStrength } from '../lexicon/event-nouns.ts';
import { antecedent } from '../sentence/antecedent.ts';
import type { ParsedView } from './parsed-view.ts';
import { phraseAcrossGap } from './subject-across-gap.ts';
import { branch, headOf, isUnder, range, type Subtrees } from './subtrees.ts';

/** The subject of a title. */
export interface ClauseSubject {
  readonly head: number;
  /** Its tokens, in order. */
  readonly tokens: readonly number[];
  /** It is within the clause itself. */
  readonly isOwn: boolean;
  /** It comes from the order of the words. */
  readonly isByWords?: boolean;
  /** It is the date that a title leaves out elsewhere. */
  readonly isDate?: boolean;
  /** The antecedent of "whose" or "of which" in it. */
  readonly whole?: readonly number[];
}

/** A clause without a known subject. */
export interface SubjectOfClause {
  readonly parsed: ParsedView;
  readonly tree: Subtrees;
  readonly index: number;
  readonly clause: Clause;
  readonly verb: ClauseVerb;
  /** The head of the clause. */
  readonly head: number;
  /** Tokens of the date that the title leaves out. */
  readonly date: ReadonlySet<number>;
  /** The subject by the words before the verb, as tokens; empty if unknown. */
  readonly inWords: readonly number[];
}

/** A place where the subject of a clause may be found. */
interface SubjectRule {
  readonly name: string;
  readonly example: string;
  readonly read: (of: SubjectOfClause) => ClauseSubject | undefined;
}

const RULES: readonly SubjectRule[] = [
  {
    name: 'what a participle says more of',
    example: 'the |road| built in 1910',
    read: (of) => (of.clause.relation === 'participle' && of.verb.form === 'participle' ? antecedentOf(of) : undefined),
  },
  {
    name: 'a part of what stands before',
    example: 'the |boats, most of| which were sold',
    read: partOfAntecedent,
  },
  {
    name: 'what a relative word stands for',
    example: 'the |bridge| which fell',
    read: (of) => {
      const { subject, subjectShared } = of.clause;
      if (subject && (subjectShared || !isRelativeWord(of, subject.head))) return undefined;
      return antecedentOf(of);
    },
  },
  { name: 'its own subject', example: 'The |bridge| fell', read: ownSubject },
  {
    name: 'the subject of the verb before it in a row',
    example: 'The |bridge| fell and sank',
    read: (of) => (of.clause.relation === 'coordinate' ? governorsSubject(of) : undefined),
  },
  {
    name: 'who does what a participle tells in front',
    example: 'Having sold the yard, |Berg| left',
    read: (of) =>
      /^(?:participle|gerund)$/.test(of.verb.form) && /^(?:participle|adverbial)$/.test(of.clause.relation)
        ? governorsSubject(of)
        : undefined,
  },
  {
    name: 'who stands behind a participle that opens the sentence',
    example: 'Speaking in Larvik, |Ole Berg|, the mayor, said …',
    read: subjectBehind,
  },
  {
    name: 'who is to do what an infinitive tells',
    example: '|The rebels| struggled to take the town',
    read: (of) => (of.verb.form === 'infinitive' && of.clause.relation === 'complement' ? controllerOf(of) : undefined),
  },
  {
    name: 'what the words before the verb name',
    example: 'the |battle| to take the town lasted a day',
    read: subjectInWords,
  },
  {
    name: 'the subject of the clause before "and" and a date',
    example: '|The council| lost the vote and last week was sued',
    read: subjectBeforeAnd,
  },
  {
    name: 'what stands before an aside or a date',
    example: '|The firm|, which said it was sound, closed',
    read: ({ tree, verb, date, parsed }) => {
      if (verb.form !== 'finite') return undefined;
      const isTime = (i: number): boolean =>
        date.has(i) || parsed.view.words[parsed.wordOf[i] as number]?.tag === 'time';
      const found = phraseAcrossGap(tree.tokens, verb.from, isTime);
      return found && { ...found, isOwn: true, isByWords: true };
    },
  },
];

function subjectBeforeAnd(of: SubjectOfClause): ClauseSubject | undefined {
  const { tree, verb, date, parsed } = of;
  const { tokens } = tree;
  const isTime = (i: number): boolean => date.has(i) || parsed.view.words[parsed.wordOf[i] as number]?.tag === 'time';
  let at = verb.from - 1;
  while (at > 0 && (isTime(at) || tokens[at]?.tag === 'RB' || (tokens[at]?.tag === 'IN' && isTime(at + 1)))) at--;
  if (verb.form !== 'finite' || at === verb.from - 1 || tokens[at]?.tag !== 'CC') return undefined;
  const { clauses } = parsed.parse;
  const index = clauses.findLastIndex(
    (one) =>
      one.verb?.form === 'finite' &&
      one.verb.head < at &&
      one.subject !== undefined &&
      /^(?:main|coordinate|complement)$/.test(one.relation),
  );
  const clause = clauses[index];
  return (
    clause?.verb &&
    subjectOf({ ...of, inWords: [], index, clause, verb: clause.verb, head: headOf(clauses, tree, index) })
  );
}

/** The parser took the participle for the verb of the sentence: its subject opens the clause after the comma. */
function subjectBehind({ tree: { tokens }, clause, verb }: SubjectOfClause): ClauseSubject | undefined {
  if (clause.relation !== 'main' || verb.from !== (tokens[0]?.tag === 'CC' ? 1 : 0)) return undefined;
  if (!/^VB[GN]$/.test(tokens[verb.from]?.tag ?? '')) return undefined;
  const comma = tokens.findIndex(({ text }) => text === ',');
  let end = comma + 1;
  while (/^(?:NN|DT|JJ|CD|PRP\$|POS)/.test(tokens[end]?.tag ?? '')) end++;
  if (comma < 0 || !/^NN/.test(tokens[end - 1]?.tag ?? '')) return undefined;
  if (!/^(?:VB[DZ]|MD|,)$/.test(tokens[end]?.tag ?? '')) return undefined;
  return { head: end - 1, tokens: range(comma + 1, end), isOwn: false };
}

/** The subject of a clause for its title; `undefined` if no place has one. */
export function subjectOf(of: SubjectOfClause): ClauseSubject | undefined {
  for (const { read } of RULES) {
    const found = read(of);
    if (found && stands(of, found)) return found;
  }
  return dateAsSubject(of);
}

/** "|Today| was a good start": the date itself is the subject. */
function dateAsSubject({ tree, clause, verb, head, date }: SubjectOfClause): ClauseSubject | undefined {
  const { subject, subjectShared } = clause;
  let from = verb.from;
  while (date.has(from - 1) || (date.has(from - 2) && tree.tokens[from - 1]?.tag === 'RB')) from--;
  const isOther = subject !== undefined && (subjectShared || !date.has(subject.head));
  // "asks whether |the past year| was bad"
  const opens =
    from <= clause.from || tree.tokens[from - 1]?.text === ',' || tree.tokens[from - 1]?.lower === 'whether';
  if (from === verb.from || !opens || isOther || verb.form !== 'finite' || date.has(head)) return undefined;
  return { head: from, tokens: range(from, verb.from), isOwn: true, isDate: true };
}

function isRelativeWord({ tree, clause }: SubjectOfClause, token: number): boolean {
  const tag = tree.tokens[token]?.tag ?? '';
  return /^(?:WDT|WP|WRB)$/.test(tag) || (tag === 'IN' && clause.relation === 'relative');
}

function antecedentOf({ tree, clause, head, date }: SubjectOfClause): ClauseSubject | undefined {
  const read = nounOf(tree, clause.antecedent?.head);
  const noun =
    read === undefined
      ? undefined
      : ((clause.relation === 'relative' && date.has(read) ? nounBeforeDate(tree, read, date) : undefined) ??
        nearerNoun(tree, clause, read) ??
        read);
  return noun === undefined
    ? undefined
    : { head: noun, tokens: withoutPreposition(tree, noun, branch(tree, noun, head)), isOwn: false };
}

/**
 * "an answer from a |contractor| who took the phone", "the forecast for the |season| starting in June": the noun before the clause, where the
 * parser hung it on one farther back that cannot do or begin it.
 */
function nearerNoun({ tokens }: Subtrees, clause: Clause, read: number): number | undefined {
  const { relation, verb, marker } = clause;
  const who = relation === 'relative' && /^who(?:m|se)?$/.test(tokens[marker?.from ?? clause.from]?.lower ?? '');
  const starts = relation === 'participle' && /^(?:start|begin|end)$/.test(verb?.lemma ?? '');
  const near = (who ? (marker?.from ?? clause.from) : (verb?.from ?? 0)) - 1;
  if (near <= read || !/^NN/.test(tokens[near]?.tag ?? '')) return undefined;
  const isInner = isUnder({ tokens } as Subtrees, near, read) && tokens[near]?.relation === 'nmod';
  if (!isInner || !(starts || (who && !AGENT.test(tokens[read]?.lower ?? '') && !/^NNP/.test(tokens[read]?.tag ?? ''))))
    return undefined;
  return near;
}

/** "an |air strike| in the capital last month which killed two": the nearest noun for an event before the date, or the nearest noun. */
function nounBeforeDate({ tokens }: Subtrees, read: number, date: ReadonlySet<number>): number | undefined {
  let nearest: number | undefined;
  for (let i = read - 1; i >= 0 && i > read - 14; i--) {
    const { tag, lower } = tokens[i] as SyntaxToken;
    if (/^(?:VB[DZP]|MD|WDT|WP)$/.test(tag)) break;
    if (!/^NN/.test(tag) || date.has(i)) continue;
    nearest ??= i;
    if (eventNounStrength(lower) > 0) return i;
  }
  return nearest;
}

/** "a |pipeline| 5,000 feet deep that was damaged": the noun that a quality behind it is said of. */
function nounOf({ tokens }: Subtrees, read: number | undefined): number | undefined {
  const { tag, head } = tokens[read ?? -1] ?? {};
  const isQuality =
    tag !== undefined && /^(?:JJ|RB)/.test(tag) && head !== undefined && head >= 0 && head < (read ?? 0);
  return isQuality && /^NN/.test(tokens[head]?.tag ?? '') ? head : read;
}

/** Endings of nouns for people. */
const AGENT =
  /(?:ers?|ors?|ists?|ians?|m[ae]n|women|woman|people|ees?|ants?|[^m]ents?|ics?|mate|friends?|wi[fv]es?|sons?|half|some|one|none|many|most|all|hundreds|dozens|thousands|group|team)$/;

/** "came |out of| the pipe that leaked": the words that link a noun phrase to its own clause. */
export function withoutPreposition(tree: Subtrees, noun: number, phrase: readonly number[]): readonly number[] {
  const ties = (tree.children[noun] ?? []).filter(
    (child) => child < noun && /^(?:case|cc|advmod)$/.test(tree.tokens[child]?.relation ?? ''),
  );
  const cut = new Set(ties.flatMap((child) => tree.under(child)));
  return phrase.filter((i) => !cut.has(i));
}

/** The subject by the order of the words alone. */
export function subjectInWords({ tree, inWords }: SubjectOfClause): ClauseSubject | undefined {
  const { tokens } = tree;
  const inner = inWords.findIndex((i) => /^(?:IN|TO|WDT|WP|,)$/.test(tokens[i]?.tag ?? ''));
  const head = inWords
    .slice(0, inner < 0 ? undefined : inner)
    .findLast((i) => /^(?:NN|PRP$|CD|DT|EX)/.test(tokens[i]?.tag ?? ''));
  // "|Wright| told …": a name that the tagger does not know
  const name =
    inWords.length === 1 && /^\p{Lu}\p{Ll}/u.test(tokens[inWords[0] as number]?.text ?? '') ? inWords[0] : undefined;
  const found = head ?? name;
  return found === undefined ? undefined : { head: found, tokens: inWords, isOwn: true, isByWords: true };
}

/** "whose illness", "most of which". */
function partOfAntecedent(of: SubjectOfClause): ClauseSubject | undefined {
  const { clause, tree } = of;
  const { subject } = clause;
  if (!subject || clause.subjectShared) return undefined;
  const list = range(subject.from, subject.to);
  const wh = list.find((i) => /^(?:WP\$|WDT)$/.test(tree.tokens[i]?.tag ?? ''));
  if (wh === undefined || list.length === 1 || tree.tokens.slice(subject.from, wh).some(({ tag }) => /^VB/.test(tag)))
    return undefined;
  const isOwner = tree.tokens[wh]?.tag === 'WP$';
  if (!isOwner && tree.tokens[wh - 1]?.lower !== 'of') return undefined;
  // "the firm, whose | owner died": the parser joined both to one noun phrase
  if (isOwner && wh > subject.from && wh + 1 < subject.to) {
    const owner = range(subject.from, wh).filter((i) => tree.tokens[i]?.text !== ',');
    return { head: subject.to - 1, tokens: range(wh + 1, subject.to), isOwn: true, whole: owner };
  }
  const { words } = of.parsed.view;
  const standing = antecedent(words, of.parsed.wordOf[subject.from] as number);
  const inWords = of.parsed.wordOf.flatMap((w, i) => (standing.from <= w && w < standing.to ? [i] : []));
  const whole = antecedentOf(of)?.tokens ?? (inWords.length > 0 ? inWords : undefined);
  return whole && { head: subject.head, tokens: list.filter((i) => i !== wh), isOwn: true, whole };
}

function ownSubject(of: SubjectOfClause): ClauseSubject | undefined {
  const { tree, clause, verb, head, date, parsed } = of;
  const { subject, subjectShared } = clause;
  if (!subject) return undefined;
  const isTime = (i: number): boolean => date.has(i) || parsed.view.words[parsed.wordOf[i] as number]?.tag === 'time';
  if (isTime(subject.head)) return subjectShared ? undefined : besideDate(of, subject.from, isTime);
  const whole = subjectShared
    ? range(subject.from, subject.to)
    : withDeterminer(tree, range(subject.from, subject.to), head);
  return {
    head: subject.head,
    tokens: beforeComma(tree.tokens, whole, subject.head).filter(
      (i, k, all) => all.length === 1 || k < all.length - 1 || !isRelativeWord(of, i),
    ),
    isOwn: !subjectShared || isUnder(tree, subject.head, verb.head),
  };
}

/** "The council | last year | voted", "Last month, | the council voted": the parser read the date as the subject, or as its noun. */
function besideDate(
  { tree, verb }: SubjectOfClause,
  from: number,
  isTime: (i: number) => boolean,
): ClauseSubject | undefined {
  const { tokens } = tree;
  for (let start = from; start < verb.from; start++) {
    if (isTime(start) || !/^(?:NN|PRP$|CD|DT|JJ|PRP\$|PDT|VBG|VBN)/.test(tokens[start]?.tag ?? '')) {
      // "In the north, …": a phrase of place is no subject
      if (/^(?:IN|TO)$/.test(tokens[start]?.tag ?? ''))
        while (start + 1 < verb.from && tokens[start + 1]?.text !== ',' && !isTime(start + 1)) start++;
      continue;
    }
    let end = start;
    while (end < verb.from && !isTime(end) && tokens[end]?.text !== ',') end++;
    while (end > start && /^(?:IN|TO|RB|MD)$/.test(tokens[end - 1]?.tag ?? '')) end--;
    const list = range(start, end);
    const inner = list.findIndex((i) => /^(?:IN|TO|WDT|WP)$/.test(tokens[i]?.tag ?? ''));
    const noun = list
      .slice(0, inner < 0 ? undefined : inner)
      .findLast((i) => /^(?:NN|PRP$|CD)/.test(tokens[i]?.tag ?? ''));
    if (noun !== undefined) return { head: noun, tokens: list, isOwn: true };
    start = end;
  }
  return undefined;
}

function governorsSubject(of: SubjectOfClause): ClauseSubject | undefined {
  const { tree, parsed } = of;
  const { clauses } = parsed.parse;
  const index = of.clause.governor;
  const clause = clauses[index];
  return (
    clause?.verb &&
    subjectOf({ ...of, inWords: [], index, clause, verb: clause.verb, head: headOf(clauses, tree, index) })
  );
}

/** "asked |the council| to vote", "|The council| decided to vote". */
function controllerOf(of: SubjectOfClause): ClauseSubject | undefined {
  const { tree, parsed, clause, head } = of;
  const object = parsed.parse.clauses[clause.governor]?.complements.find(
    ({ kind, to }) => kind === 'object' && to <= clause.from,
  );
  if (!object) return governorsSubject(of);
  return { head: object.head, tokens: branch(tree, object.head, head), isOwn: false };
}

/** A subject up to its first comma, except in a list: "the yard|, while profitable,| was sold". */
function beforeComma(tokens: readonly SyntaxToken[], subject: readonly number[], head: number): readonly number[] {
  const comma = subject.findIndex((i) => i > head && tokens[i]?.text === ',');
  const isList = subject.slice(comma + 1).some((i) => tokens[i]?.relation === 'cc');
  return comma < 0 || isList ? subject : subject.slice(0, comma);
}

/** The words of a noun phrase that the parser attached elsewhere: "Rescue | work resumed". */
function withDeterminer(tree: Subtrees, subject: readonly number[], head: number): readonly number[] {
  const whole = [...subject];
  if (!/^(?:NN|JJ|VBG)/.test(tree.tokens[subject[0] ?? 0]?.tag ?? '')) return whole;
  for (let i = (subject[0] ?? 0) - 1; i >= 0; i--) {
    const token = tree.tokens[i] as SyntaxToken;
    if (token.head !== head || !/^(?:DT|PRP\$|JJ|NNP?S?|CD)$/.test(token.tag) || TIME_WORD.test(token.lower)) break;
    whole.unshift(i);
  }
  return whole;
}

const TIME_WORD = /^(?:yesterday|today|tomorrow|tonight|week|month|year|\w+day|night|morning|evening|\d{4})$/;

/** Whether a subject is not the omitted date, does not contain the verb itself, and has no finite verb without a link to its noun. */
function stands({ tree, head, date, parsed }: SubjectOfClause, { head: noun, tokens: list }: ClauseSubject): boolean {
  const isTime = parsed.view.words[parsed.wordOf[noun] as number]?.tag === 'time';
  return !date.has(noun) && !isTime && !list.includes(head) && !holdsClause(tree.tokens, list);
}

/** "The leak began | caught fire": a finite verb in a noun phrase, without a word that links its clause to the noun. */
const holdsClause = (tokens: readonly SyntaxToken[], phrase: readonly number[]): boolean =>
  phrase.some((i) => /^(?:VBD|VBZ|MD)$/.test(tokens[i]?.tag ?? '')) &&
  !phrase.some((i) => /^(?:WDT|WP|WP\$|WRB|IN)$/.test(tokens[i]?.tag ?? ''));
