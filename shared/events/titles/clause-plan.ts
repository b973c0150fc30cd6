import type { Clause, SyntaxToken } from '../../syntax/parsed-sentence.ts';
import { DOUBTING_ADVERBS, isPredicting, isReporting } from '../lexicon/factuality-verbs.ts';
import type { OmittedDate } from '../sentence/render-words.ts';
import { askedOf } from './asked.ts';
import { asidesOf, bareParticiples, isCondition } from './branches.ts';
import { type SubjectOfClause, subjectInWords, subjectOf, withoutPreposition } from './clause-subject.ts';
import { contentOf } from './cut-plan.ts';
import { existential, nounPlan } from './noun-plan.ts';
import { dateTokens, type ParsedView } from './parsed-view.ts';
import type { Plan } from './plan.ts';
import { sharedAuxiliaries } from './shared-auxiliaries.ts';
import { branch, headOf, isUnder, range, type Subtrees } from './subtrees.ts';

/** The input of a plan. */
export interface PlanInput {
  readonly parsed: ParsedView;
  readonly tree: Subtrees;
  readonly dropped: OmittedDate | undefined;
  /** Token that the title must tell. */
  readonly trigger: number;
  /** The subject of the trigger, where it is a finite verb, by the order of the words; empty where they name none. */
  readonly inWords: readonly number[];
  /** Takes the subject from the order of the words, against the parse. */
  readonly subjectBy?: 'words';
  /** Keeps asides and further clauses. */
  readonly isWhole?: boolean;
}

/**
 * A clause as a title tells it; nothing where it has no subject, or where the trigger would be left out.
 *
 * @param isSaid Whether the clause is what somebody says, told behind who says it.
 */
export function planOf(input: PlanInput, index: number, isSaid = false): Plan | undefined {
  const { parsed, tree, dropped, trigger } = input;
  const { clauses } = parsed.parse;
  const clause = clauses[index] as Clause;
  const { verb } = clause;
  if (!verb) return undefined;
  const head = headOf(clauses, tree, index);
  const date = dateTokens(parsed, dropped);
  const inWords = verb.tokens.includes(trigger) || head === trigger ? input.inWords : [];
  const of: SubjectOfClause = { parsed, tree, index, clause, verb, head, date, inWords };
  const subject = input.subjectBy === 'words' ? subjectInWords(of) : subjectOf(of);
  if (!subject) return undefined;
  const there = existential(tree, head, subject.head);
  if (there !== undefined && !tree.under(there).some((i) => date.has(i)))
    return nounPlan(parsed, tree, there, trigger, dropped);
  const kept = new Set(tree.under(head));
  if (!dropLead(of, subject.head, input, kept)) return undefined;
  if (!kept.has(trigger) && !isUnder(tree, head, trigger) && !isReporting(verb.lemma)) return undefined;
  for (const i of askedOf(tree, head, verb.lemma)?.participle ?? []) kept.delete(i);
  const object = objectBefore(of, subject.isOwn);
  const own =
    clause.subject && !clause.subjectShared
      ? [...tree.under(clause.subject.head), ...(subject.whole ? range(clause.subject.from, clause.subject.to) : [])]
      : [];
  for (const i of own) kept.delete(i);
  const lead = leadOf(of, subject.tokens);
  for (const i of [...lead, ...subject.tokens, ...object]) kept.add(i);
  if (clause !== clauses[(tree.tokens[trigger] as SyntaxToken).clause]) joinSecondVerb(input, kept);
  const says = !isSaid && (isReporting(verb.lemma) || isPredicting(verb.lemma)) && verb.form === 'finite';
  if (subject.isByWords)
    for (const i of kept) if (i < verb.from && !staysWith(i, tree, subject.tokens, lead)) kept.delete(i);
  // "accused last summer | pleaded guilty": the parser hung the next clause on the day
  for (const i of date)
    for (const child of tree.children[i] ?? [])
      if (isApart(tree, child, date, trigger)) for (const k of tree.under(child)) kept.delete(k);
  const needed = new Set([head, ...verb.tokens, subject.head, trigger]);
  for (const aside of input.isWhole ? [] : asidesOf(tree, kept, date))
    if (!aside.some((i) => needed.has(i))) for (const i of [...aside, ...boundTo(tree, aside)]) kept.delete(i);
  if (!kept.has(trigger) && index === (tree.tokens[trigger] as SyntaxToken).clause) return undefined;
  const content = says ? contentOf(parsed.parse, clause, head) : [];
  for (const i of content)
    for (const child of tree.children[i] ?? [])
      if (tree.tokens[child]?.lower === 'that' && tree.tokens[child]?.relation === 'mark') kept.delete(child);
  for (const i of bareParticiples(tree, kept, date)) if (!needed.has(i)) kept.delete(i);
  for (const i of speakerAtEnd(tree.tokens, kept)) kept.delete(i);
  // "rose on Thursday, a day after the first case was confirmed": a passive says nothing of the clause before it
  const said = says && verb.voice === 'active' ? frontedPlan(input, index, subject.tokens) : undefined;
  // "Berg said|, adding that …|"
  for (const child of said ? (tree.children[head] ?? []) : [])
    if (
      child > head &&
      /^(?:advcl|parataxis|conj)/.test(tree.tokens[child]?.relation ?? '') &&
      !isUnder(tree, trigger, child)
    )
      for (const i of tree.under(child)) if (!said?.kept.has(i)) kept.delete(i);
  return {
    parsed,
    tree,
    clause,
    head,
    kept,
    lead,
    subject: subject.tokens,
    whole: subject.whole ?? [],
    shared: sharedAuxiliaries(clauses, tree, index),
    object,
    isFiniteByWords: inWords.length > 0,
    dropped: subject.isDate ? undefined : dropped,
    said,
  };
}

/** "|with Laos and Oman| reporting cases": what is told of the nouns of an aside, where the parser hung it on another noun. */
function boundTo({ tokens, under }: Subtrees, aside: readonly number[]): readonly number[] {
  const opens = aside.slice(0, 2).some((i) => tokens[i]?.lower === 'with');
  const next = (aside.at(-1) ?? 0) + 1;
  if (!opens) return [];
  for (let at = next, steps = 0; at >= 0 && steps < 4; at = tokens[at]?.head ?? -1, steps++)
    if (/^(?:acl|advcl)/.test(tokens[at]?.relation ?? '')) return under(at)[0] === next ? under(at) : [];
  return [];
}

/**
 * Takes away what opens the clause, and what stands before its subject and verb.
 *
 * @returns False where the trigger stands in it.
 */
function dropLead(of: SubjectOfClause, subject: number, { trigger, isWhole }: PlanInput, kept: Set<number>): boolean {
  const { tree, parsed, clause, verb, head } = of;
  const { tokens } = tree;
  for (const child of tree.children[head] ?? []) {
    const { relation, lower, tag } = tokens[child] as SyntaxToken;
    const base = relation.split(':')[0] as string;
    if (child === clause.subject?.head || child === subject) {
      if (child !== subject) for (const i of tree.under(child)) kept.delete(i);
      continue;
    }
    const isThat = (tree.children[child] ?? []).some(
      (i) => tree.tokens[i]?.lower === 'that' && tree.tokens[i]?.relation === 'mark',
    );
    const opens = /^(?:cc|mark|discourse|vocative|parataxis|dislocated|expl)$/.test(base) && !isThat;
    if (opens && base === 'mark' && lower === 'to') continue;
    const standsBefore =
      child < verb.from &&
      // "The dome|, if all goes well,| could be used"
      !(child > subject && isCondition(tree, child)) &&
      !verb.tokens.includes(child) &&
      child !== head &&
      !staysBefore(tokens, child, verb.from);
    const next = parsed.parse.clauses.find((one, i) => one.verb && headOf(parsed.parse.clauses, tree, i) === child);
    // "The slick, which could touch the shore, | is growing": the verb of the sentence, hung on the clause before it
    const isNext =
      next !== undefined &&
      ((base === 'conj' && (!isWhole || hasSubject(tree, child))) ||
        (!isWhole && base === 'advcl' && next.verb?.form === 'finite' && !next.marker && !next.subject) ||
        // "the well that blew up, | attention was turning to the coast": a sentence of its own, without a word that links it
        (base === 'advcl' && isSentence(next, tree, child)) ||
        (clause.relation === 'adverbial' && isParticipleBehind(next, clause, tokens)));
    if (!opens && !standsBefore && !(isNext && !isUnder(tree, trigger, child))) continue;
    if (opens && isUnder(tree, trigger, child)) return false;
    // "the boats, most of which were sold": a relative clause that the parser took for the sentence
    if (!opens && standsBefore && clause.relation !== 'relative' && tag === 'WDT') return false;
    for (const i of tree.under(child)) kept.delete(i);
  }
  return true;
}

const isSentence = ({ verb, marker, subject, subjectShared }: Clause, tree: Subtrees, head: number): boolean => {
  const first = tree.under(head)[0] as number;
  const isAfterComma = tree.tokens[first]?.text === ',' || tree.tokens[first - 1]?.text === ',';
  const isTold = verb?.form === 'finite' && (verb.tense === 'past' || verb.tense === 'present');
  return isTold && !marker && subject !== undefined && !subjectShared && isAfterComma && subject.from > first - 1;
};

const hasSubject = ({ tokens, children }: Subtrees, token: number): boolean =>
  (children[token] ?? []).some((child) => /^nsubj/.test(tokens[child]?.relation ?? ''));

/** "if", "Had": without it the clause would be told as a fact. */
function leadOf({ tree, head }: SubjectOfClause, subject: readonly number[]): readonly number[] {
  const mark = (tree.children[head] ?? []).find((child) => {
    const { relation, lower } = tree.tokens[child] as SyntaxToken;
    return relation === 'mark' && /^(?:if|unless|whether)$/.test(lower);
  });
  if (mark !== undefined) return [mark];
  const before = Math.min(...subject) - 1;
  const opens = before === 0 || !/\p{L}/u.test(tree.tokens[before - 1]?.text ?? '');
  return opens && /^(?:had|were|should)$/.test(tree.tokens[before]?.lower ?? '') ? [before] : [];
}

/** "expects to obtain the approval and |to complete the sale|": the second verb is told with what governs the first, which goes. */
function joinSecondVerb({ parsed, tree, trigger }: PlanInput, kept: Set<number>): void {
  const { clauses } = parsed.parse;
  const index = (tree.tokens[trigger] as SyntaxToken).clause;
  const second = clauses[index];
  const first = clauses[second?.governor ?? -1];
  if (second?.relation !== 'coordinate' || !first?.verb || tree.tokens[second.verb?.from ?? -1]?.tag !== 'VB') return;
  const [from, to] = [headOf(clauses, tree, second.governor), headOf(clauses, tree, index)];
  if (tree.tokens[to]?.head !== from || first.verb.form === 'finite') return;
  for (const i of tree.under(from)) if (i < to && !isUnder(tree, i, to) && i !== first.verb.from) kept.delete(i);
  for (const child of tree.children[to] ?? []) if (tree.tokens[child]?.relation === 'cc') kept.delete(child);
}

const staysWith = (token: number, { tokens }: Subtrees, subject: readonly number[], lead: readonly number[]): boolean =>
  subject.includes(token) || lead.includes(token) || /^(?:RB|MD)$/.test(tokens[token]?.tag ?? '');

const isApart = (tree: Subtrees, token: number, date: ReadonlySet<number>, trigger: number): boolean =>
  !date.has(token) &&
  // "held the town Sunday, |Berg| said": who says so, hung on the day
  (/^acl/.test(tree.tokens[token]?.relation ?? '') ||
    (tree.tokens[token]?.relation === 'nsubj' && tree.tokens[(tree.under(token)[0] ?? 0) - 1]?.text === ',')) &&
  // "was at pains today |to show| it": the parser hung the infinitive on the day
  !(tree.children[token] ?? []).some(
    (child) =>
      /^nsubj/.test(tree.tokens[child]?.relation ?? '') ||
      // "for decades |to come|"
      (tree.tokens[child]?.tag === 'TO' && tree.tokens[token]?.lemma !== 'come'),
  ) &&
  !isUnder(tree, trigger, token);

/** "called him after the talks failed |, asking for a truce|": behind a clause of time a participle tells of the clause that governs both. */
const isParticipleBehind = (
  { relation, from, verb, marker }: Clause,
  clause: Clause,
  tokens: readonly SyntaxToken[],
): boolean =>
  relation === 'participle' &&
  verb?.form !== 'finite' &&
  !marker &&
  from > (clause.verb?.head ?? 0) &&
  (tokens[from]?.text === ',' || tokens[from - 1]?.text === ',');

/** Words before a verb that it cannot do without: "not", "never", "nearly", "allegedly". */
const staysBefore = (tokens: readonly SyntaxToken[], child: number, verb: number): boolean => {
  const { lower, relation } = tokens[child] as SyntaxToken;
  if (relation !== 'advmod') return /^(?:det|nummod|amod|compound|case|nmod:poss)$/.test(relation);
  return (
    child >= verb - 3 &&
    (DOUBTING_ADVERBS.has(lower) || /^(?:not|n't|never|nearly|almost|hardly|no|longer|barely|narrowly)$/.test(lower))
  );
};

/** "the policy (that) he bought": the verb waits for its object, and nothing else is what it is said of. */
function objectBefore({ clause, tree, head, date }: SubjectOfClause, hasOwnSubject: boolean): readonly number[] {
  const { antecedent, relation, complements, marker, verb } = clause;
  if (relation !== 'relative' || !antecedent || !hasOwnSubject || verb?.voice !== 'active') return [];
  if (!/^NNP?S?$/.test(tree.tokens[clause.governingToken]?.tag ?? '')) return [];
  // "told the paper | twelve men had drowned"
  if (tree.tokens[antecedent.head]?.relation === 'iobj') return [];
  const has = complements.some(({ kind }) => kind === 'object' || kind === 'predicate' || kind === 'clause');
  // "the view that the guards spilled |too much blood|"
  if (
    complements.some(
      ({ kind, head: object }) => kind === 'object' && !date.has(object) && /^NN/.test(tree.tokens[object]?.tag ?? ''),
    )
  )
    return [];
  const opening = marker ? (tree.tokens[marker.from] as SyntaxToken).lower : '';
  const markerIsObject = (tree.children[head] ?? []).some((child) => {
    const { relation: role, tag } = tree.tokens[child] as SyntaxToken;
    return /^(?:obj|nsubj)$/.test(role) && /^(?:WDT|WP|WP\$|WRB)$/.test(tag);
  });
  return markerIsObject || (!has && /^(?:that|which|whom|)$/.test(opening))
    ? withoutPreposition(tree, antecedent.head, branch(tree, antecedent.head, head))
    : [];
}

/** "The port was closed, officials | said": who says so, where the parser took him for a part of the clause. */
function speakerAtEnd(tokens: readonly SyntaxToken[], kept: ReadonlySet<number>): number[] {
  const last = Math.max(...kept);
  const next = tokens[last + 1];
  if (!next || !/^VB[DZ]$/.test(next.tag) || !isReporting(next.lemma)) return [];
  let from = last;
  while (from > 0 && tokens[from]?.text !== ',' && last - from < 12) from--;
  return tokens[from]?.text === ',' ? range(from, last + 1) : [];
}

/** The clause of what was said, where it stands before "… said". */
function frontedPlan(input: PlanInput, index: number, speaker: readonly number[]): Plan | undefined {
  const { parsed, tree } = input;
  const { clauses } = parsed.parse;
  const clause = clauses[index] as Clause;
  const { verb } = clause;
  if (!verb) return undefined;
  const head = headOf(clauses, tree, index);
  let told = -1;
  if (clause.relation === 'parenthetical' && clause.governor >= 0) told = clause.governor;
  else
    for (const child of tree.children[head] ?? [])
      if (child < verb.from && /^(?:ccomp|parataxis)$/.test((tree.tokens[child] as SyntaxToken).relation))
        told = (tree.tokens[child] as SyntaxToken).clause;
  if (told < 0 || told === index) return undefined;
  // "Wright, |who is no employee|, told …": a relative clause, not what was said
  const who = clauses[told]?.subject?.head;
  if (who !== undefined && /^W(?:P|DT)$/.test(tree.tokens[who]?.tag ?? '')) return undefined;
  const toldHead = headOf(clauses, tree, told);
  const plan = planOf({ ...input, trigger: toldHead, inWords: [] }, told, true);
  if (plan) for (const i of tree.under(head)) if (!isUnder(tree, toldHead, head)) plan.kept.delete(i);
  for (const i of speaker) plan?.kept.delete(i);
  return plan;
}
