import type { Clause, ParsedSentence, SyntaxToken } from '../../syntax/parsed-sentence.ts';
import { isPredicting, isReporting } from '../lexicon/factuality-verbs.ts';
import { askedOf } from './asked.ts';
import { BRANCHES } from './branches.ts';
import type { Plan } from './plan.ts';
import { isUnder } from './subtrees.ts';

/**
 * Cuts off one branch: the shortest after which the title fits, otherwise the least important one.
 *
 * @param excess Characters by which the title is too long.
 * @returns False if only the core is left.
 */
export function cutOne(plan: Plan, trigger: number, excess: number): boolean {
  const { tree, clause, head, kept, said } = plan;
  const content = clause ? contentOf(plan.parsed.parse, clause, head) : [];
  if (said) {
    const aside = [...kept].find((i) => rankBesideContent(plan, i, []) !== undefined);
    if (aside !== undefined) for (const i of tree.under(aside)) kept.delete(i);
    if (aside !== undefined || cutOne(said, trigger, excess)) return true;
  }
  const core = new Set<number>();
  // "told a reporter in an interview on Tuesday |that …|": what was said stays without the phrase that the parser hung it on
  const apart = content.filter((i) => tree.tokens[i]?.head !== head && isStatement(plan.parsed.parse, i));
  for (const i of apart) core.add(i);
  const asked = clause?.verb && askedOf(tree, head, clause.verb.lemma);
  if (asked) core.add(asked.infinitive);
  const direct = content.filter((i) => !apart.includes(i));
  // "prevented |most ships| from docking": the object is no phrase that could go
  const objects = (tree.children[head] ?? []).filter(
    (i) => kept.has(i) && /^i?obj$/.test(tree.tokens[i]?.relation ?? ''),
  );
  for (const start of [
    trigger,
    head,
    ...(clause?.verb?.tokens ?? []),
    ...plan.object.slice(0, 1),
    ...objects,
    ...direct,
  ])
    for (let at = start, steps = 0; at >= 0 && steps < 200; at = (tree.tokens[at] as SyntaxToken).head, steps++)
      core.add(at);
  let best: readonly number[] | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const i of kept) {
    if (core.has(i)) continue;
    const beside = rankBesideContent(plan, i, content);
    const rank = beside ?? BRANCHES.findIndex(({ cuts }) => cuts(tree, i, kept));
    if (rank < 0) continue;
    const list = tree
      .under(i)
      .filter((k) => kept.has(k) && !apart.some((told) => isUnder(tree, k, told) && !isUnder(tree, i, told)));
    if (list.some((k) => core.has(k)) || plan.subject.every((k) => !kept.has(k) || list.includes(k))) continue;
    const length = list.reduce((sum, k) => sum + (tree.tokens[k] as SyntaxToken).text.length + 1, 0);
    const ofSubject = beside === undefined && plan.subject.includes(i) ? SUBJECT_COST : 0;
    const cost = rank * RANK_COST + length * LENGTH_COST + (length >= excess ? 0 : NO_FIT) + ofSubject;
    if (cost >= least) continue;
    best = list;
    least = cost;
  }
  if (!best) return false;
  for (const i of [...best, ...holderOf(plan, best)]) kept.delete(i);
  // "in the north |alone|": it modifies a removed phrase
  for (const i of best) if (kept.has(i + 1) && STRANDED.test(tree.tokens[i + 1]?.lower ?? '')) kept.delete(i + 1);
  return true;
}

/** "|with experts| reviewing the results": without the participle the phrase says nothing. */
function holderOf({ tree }: Plan, cut: readonly number[]): readonly number[] {
  const top = cut.find((i) => !cut.includes((tree.tokens[i] as SyntaxToken).head));
  const { relation, tag, head } = tree.tokens[top ?? -1] ?? {};
  if (!relation || head === undefined || tag !== 'VBG' || !/^(?:acl|advcl)$/.test(relation)) return [];
  const isHeld = (tree.children[head] ?? []).some(
    (child) => tree.tokens[child]?.lower === 'with' && tree.tokens[child]?.relation === 'case',
  );
  return isHeld && /^(?:obl|nmod)$/.test(tree.tokens[head]?.relation ?? '') ? tree.under(head) : [];
}

const isStatement = ({ clauses, tokens }: ParsedSentence, head: number): boolean => {
  const clause = clauses[tokens[head]?.clause ?? -1];
  return clause?.verb?.form === 'finite' && clause.subject !== undefined && !clause.subjectShared;
};

const STRANDED = /^(?:alone|apart|itself|themselves|combined|respectively)$/;

/** Heads of the clauses that are complements of a verb of saying. */
export function contentOf({ clauses, tokens }: ParsedSentence, clause: Clause, head: number): readonly number[] {
  if (!clause.verb || !(isReporting(clause.verb.lemma) || isPredicting(clause.verb.lemma))) return [];
  return clauses.flatMap(({ relation, governor, verb, from }) =>
    verb &&
    verb.from > head &&
    clauses[governor] === clause &&
    (relation === 'complement' || tokens[from]?.lower === 'that')
      ? [verb.head]
      : [],
  );
}

/** "announced |on television| that …", "The head |of the yard| said …": the statement matters more than the place and the full name of the speaker. */
function rankBesideContent(
  { parsed, tree, head, said, subject }: Plan,
  token: number,
  content: readonly number[],
): number | undefined {
  if (said === undefined && content.length === 0) return undefined;
  const { relation, head: over } = tree.tokens[token] as SyntaxToken;
  const isPlace = over === head && token > head && (said !== undefined || content.some((i) => token < i));
  if (isPlace && /^(?:obl|advmod|nmod)/.test(relation)) return 0;
  // "a group |of lenders|": the noun counts what follows
  const counts =
    /^nmod/.test(relation) &&
    (COUNTS.test(tree.tokens[over]?.lower ?? '') ||
      (!AGENT.test(tree.tokens[over]?.lower ?? '') &&
        (tree.children[over] ?? []).some((child) => /^an?$/.test(tree.tokens[child]?.lower ?? ''))));
  const isCut = !counts && subject.includes(token) && subject.includes(over) && /^(?:nmod$|acl)/.test(relation);
  // "Secretary |of State Ada Berg|": the parser attached the name to the office
  if (!isCut) return undefined;
  const phrase = tree.under(token);
  if (phrase.some((i) => tree.tokens[i]?.relation === 'flat' && tree.tokens[i]?.tag === 'NNP')) return undefined;
  const [first, last] = [tree.tokens[phrase[0] as number], tree.tokens[phrase.at(-1) as number]] as [
    SyntaxToken,
    SyntaxToken,
  ];
  return parsed.view.namesPerson(first.start, last.end) ? undefined : 1;
}

/** Ends of nouns for people who speak for an organisation or as experts: "a |co-chair| of the board", "a |spokesman| of the council". */
const AGENT =
  /(?:chair|chief|spokes\w+|leader|adviser|advisor|director|minister|officer|manager|lawyer|engineer|expert|analyst|professor|scientist|researcher|commissioner|chairman|president)$/;

const COUNTS = /^(?:none|most|some|many|all|both|half|one|each|any|few|several|two|three|dozens|hundreds|thousands)$/;

/** Value in characters of each rank of a branch over the rank before. */
const RANK_COST = 6;
/** Cost of a character: short branches are cut first, but one long cut is better than several short ones. */
const LENGTH_COST = 0.5;
/** Cost of a cut after which the title is still too long. */
const NO_FIT = 30;
/** Additional value of branches of the subject: the actor identifies the event. */
const SUBJECT_COST = 20;
