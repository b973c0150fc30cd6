import type { Clause, SyntaxToken } from '../../syntax/parsed-sentence.ts';
import { isReporting } from '../lexicon/factuality-verbs.ts';
import type { WordRange } from '../sentence/clause.ts';
import type { OmittedDate } from '../sentence/render-words.ts';
import { type PlanInput, planOf } from './clause-plan.ts';
import { cutOne } from './cut-plan.ts';
import { nounPlan } from './noun-plan.ts';
import { dateTokens, type ParsedView } from './parsed-view.ts';
import type { Plan } from './plan.ts';
import { lostParts } from './plan-checks.ts';
import { render } from './plan-words.ts';
import { headOf, isUnder, type Subtrees, subtreesOf } from './subtrees.ts';
import { fitsTitle, LONGEST_TITLE, lengthOf } from './title-ends.ts';

/** The words of a clause as used in a title. */
export interface ClauseTitle extends CutTitle {
  /** Whether it is the word's own clause, not one that governs it. */
  readonly isOwn: boolean;
}

/** The words of a plan, cut to length. */
export interface CutTitle {
  readonly parts: readonly string[];
  /** What the title lacks, see `PLAN_CHECKS`. */
  readonly lost: readonly string[];
}

/**
 * Titles of the clauses around a word, nearest first: its own, then those that govern it, unless they have a date of
 * their own.
 *
 * @param trigger Index of the word that names the event.
 * @param subject The words before the trigger that are its subject, if it is a finite verb.
 */
export function* clauseTitles(
  parsed: ParsedView,
  trigger: number,
  dropped: OmittedDate | undefined,
  subject: WordRange = NOWHERE,
): Generator<ClauseTitle> {
  const token = parsed.tokenOf[trigger];
  if (token === undefined) return;
  const tree = subtreesOf(parsed.parse);
  const named = parsed.wordOf.flatMap((w, i) => (subject.from <= w && w < subject.to ? [i] : []));
  const inWords = isOfAside(tree.tokens, named) ? [] : named;
  let isOwn = true;
  for (const index of tellingClauses(parsed, tree, token)) {
    const input = { parsed, tree, dropped, trigger: token, inWords };
    const plan = planOf(input, index);
    // if words and parse give different subjects, the word order is more reliable
    const other =
      isOwn && inWords.length > 0 && differ(tree, plan, inWords)
        ? planOf({ ...input, subjectBy: 'words' }, index)
        : undefined;
    if (other) for (const one of shortened(other, token)) yield { ...one, isOwn };
    // "was founded in 1921 and failed in 1931": the other date would be read as that of the title
    if (plan && (isOwn || !hasOtherDate(plan))) for (const one of shortened(plan, token)) yield { ...one, isOwn };
    // "The dam burst |, flooding the town|": a bare clause goes on with what depends on it
    const whole =
      plan && isOwn && render(plan).length <= BARE_WORDS ? planOf({ ...input, isWhole: true }, index) : undefined;
    if (whole && !hasOtherDate(whole)) for (const one of shortened(whole, token)) yield { ...one, isOwn };
    isOwn = false;
  }
  const own = parsed.parse.clauses[(tree.tokens[token] as SyntaxToken).clause];
  const index = own ? parsed.parse.clauses.indexOf(own) : -1;
  if (!own) return;
  yield* withCondition({ parsed, tree, dropped, trigger: token, inWords }, index);
  if (!isOfGovernor(own)) return;
  // "…, |setting a date|": where the clause that governs it says too much, it is told of the same subject
  const plan = planOf({ parsed, tree, dropped, trigger: token, inWords }, index);
  if (plan) for (const one of shortened(plan, token)) yield { ...one, isOwn: false };
}

/** "The town will close the beach |if the leak continues|": a condition is told behind the clause that depends on it. */
function* withCondition(input: PlanInput, index: number): Generator<ClauseTitle> {
  const { parsed, tree, trigger } = input;
  const { clauses } = parsed.parse;
  const { relation, governor } = clauses[index] as Clause;
  if (relation !== 'adverbial' || governor < 0 || isReporting(tree.tokens[trigger]?.lemma ?? '')) return;
  const condition = planOf(input, index);
  if (!/^(?:if|unless)$/.test(tree.tokens[condition?.lead[0] ?? -1]?.lower ?? '') || !condition) return;
  // "even if it were older", "as if nothing had happened": the clause holds without it
  if (/^(?:even|as)$/.test(tree.tokens[(condition.lead[0] as number) - 1]?.lower ?? '')) return;
  if (/^(?:how|what|why|when|where|who)$/.test(clauses[governor]?.marker?.lemma ?? '')) return;
  const over = headOf(clauses, tree, governor);
  const main = planOf({ ...input, trigger: over, inWords: [] }, governor);
  if (!main || hasOtherDate(main)) return;
  for (const i of tree.under(condition.head)) main.kept.delete(i);
  for (const { parts: told, lost } of shortened(main, over))
    for (const { parts: given, lost: more } of shortened(condition, trigger)) {
      const [first = '', ...rest] = given;
      const parts = [...told, first.toLowerCase(), ...rest];
      if (fitsTitle(parts)) yield { parts, lost: [...lost, ...more], isOwn: false };
    }
}

/** "The dome, if |all goes| well, could be used": the words between two commas are a clause of their own. */
const isOfAside = (tokens: readonly SyntaxToken[], named: readonly number[]): boolean =>
  named.length > 0 &&
  /^(?:IN|WRB)$/.test(tokens[(named[0] as number) - 1]?.tag ?? '') &&
  tokens[(named[0] as number) - 2]?.text === ',' &&
  tokens.slice((named.at(-1) as number) + 1, (named.at(-1) as number) + 3).some(({ text }) => text === ',');

/** "The court spoke, |setting a date|": a participle of the clause before it, with nothing that it says more of. */
const isOfGovernor = ({ relation, verb, marker, antecedent, governor }: Clause): boolean =>
  relation === 'participle' && verb?.form !== 'finite' && !marker && !antecedent && governor >= 0;

const NOWHERE: WordRange = { from: 0, to: 0 };

/**
 * Is the subject in words another one than the parse has: apart from it, or a noun phrase that it is the end of ("Rescue | work")? A verb that
 * the parse takes for a participle has no subject in it.
 */
function differ({ tokens }: Subtrees, plan: Plan | undefined, other: readonly number[]): boolean {
  if (!plan) return true;
  const { subject, whole, clause } = plan;
  if (whole.length > 0) return false;
  if (clause?.relation === 'participle') return subject.join() !== other.join();
  // "spraying at the number 4 | reactor": a bare noun cut off the phrase that it ends
  if (other.length === 1 && /^(?:CD|NN|JJ|POS)/.test(tokens[(other[0] as number) - 1]?.tag ?? '')) return false;
  const shared = other.indexOf(subject[0] ?? -1);
  // "In the south | the rebels held the mill"
  if (
    /^(?:DT|PRP\$)$/.test(tokens[subject[0] ?? -1]?.tag ?? '') &&
    /^NN/.test(tokens[other[shared - 1] ?? -1]?.tag ?? '')
  )
    return false;
  if (shared > 0)
    return other.slice(0, shared).every((i) => {
      const { tag, relation } = tokens[i] as SyntaxToken;
      // "told the station | twelve miners …": an object is no part of the subject
      return !/^(?:IN|TO|CC|VBD|VBZ|MD|WDT|WP|[,:])$/.test(tag) && !/^i?obj$/.test(relation);
    });
  return !subject.some((i) => other.includes(i));
}

/** Titles of up to this many words are too short alone: "Sirens wailed", "A campaign began". */
const BARE_WORDS = 3;

export const hasOtherDate = ({ parsed, kept, dropped }: Plan): boolean => {
  const date = dateTokens(parsed, dropped);
  return [...kept].some((i) => !date.has(i) && parsed.view.words[parsed.wordOf[i] as number]?.tag === 'time');
};

/** The title of a noun with its phrases; `undefined` if the parse does not take the word for a noun. */
export function nounPhraseTitle(
  parsed: ParsedView,
  noun: number,
  dropped: OmittedDate | undefined,
): readonly string[] | undefined {
  const token = parsed.tokenOf[noun];
  if (token === undefined) return undefined;
  const tree = subtreesOf(parsed.parse);
  let head = token;
  // "oil spill": the trigger may be any word of a compound
  for (let steps = 0; steps < 3 && /^(?:compound|flat)/.test((tree.tokens[head] as SyntaxToken).relation); steps++)
    head = (tree.tokens[head] as SyntaxToken).head;
  if (!/^NN/.test((tree.tokens[head] as SyntaxToken).tag)) return undefined;
  const [title] = shortened(nounPlan(parsed, tree, head, token, dropped), token);
  return title?.parts;
}

/** Two verbs that became adjacent because words between them were left out: two clauses were read as one. */
function runsTogether({ tree, kept }: Plan): boolean {
  const list = [...kept].sort((a, b) => a - b);
  const isVerb = (i: number): boolean => /^(?:VBD|VBZ)$/.test(tree.tokens[i]?.tag ?? '');
  return list.some((i, k) => {
    const before = list[k - 1];
    return before !== undefined && i - before > 1 && isVerb(i) && isVerb(before);
  });
}

/** The words of a plan, cut at its branches until they fit, or as far as they can be. */
export function* shortened(plan: Plan, trigger: number): Generator<CutTitle> {
  // "The head of the agency suggested …": a statement that is too long with the office is told with the name alone
  const isLong = plan.clause !== undefined && isReporting(plan.clause.verb?.lemma ?? '') && !fitsTitle(render(plan));
  const byName = isLong ? namedInstead(plan) : undefined;
  const short = byName && cutToLength(byName, trigger);
  if (short) yield short;
  const told = cutToLength(plan, trigger);
  if (told) yield told;
}

function cutToLength(plan: Plan, trigger: number): CutTitle | undefined {
  let parts = render(plan);
  for (let cuts = 0; !fitsTitle(parts) && cuts < MOST_CUTS; cuts++) {
    if (!cutOne(plan, trigger, lengthOf(parts) - LONGEST_TITLE)) break;
    parts = render(plan);
  }
  if (runsTogether(plan)) return undefined;
  return { parts, lost: [...lostParts(plan), ...(fitsTitle(parts) ? [] : ['its end'])] };
}

/** "The head of the agency|, Margaret Chan|": a plan with the name of a person in place of his office. */
function namedInstead(plan: Plan): Plan | undefined {
  const { tree, subject, parsed } = plan;
  const head = subject.find((i) => !subject.includes((tree.tokens[i] as SyntaxToken).head));
  if (head === undefined || /^NNP/.test((tree.tokens[head] as SyntaxToken).tag)) return undefined;
  for (const child of tree.under(head)) {
    const { relation, tag } = tree.tokens[child] as SyntaxToken;
    if (child <= head || relation !== 'appos' || !/^NNP/.test(tag)) continue;
    const name = tree.under(child).filter((i) => /^NNP/.test((tree.tokens[i] as SyntaxToken).tag));
    const [first, last] = [tree.tokens[name[0] as number], tree.tokens[name.at(-1) as number]];
    if (!first || !last) continue;
    // "the family of the reporter Ann Lee": his name is not that of the family
    if (tree.tokens[child]?.head !== head && tree.tokens[(name[0] as number) - 1]?.text !== ',') continue;
    const isFull = name.length > 1 && name.slice(1).every((i) => tree.tokens[i]?.relation === 'flat');
    if (!isFull && !parsed.view.namesPerson(first.start, last.end)) continue;
    const own = new Set(subject);
    const kept = new Set([...plan.kept].filter((i) => !own.has(i)));
    for (const i of name) kept.add(i);
    return { ...plan, subject: name, kept, said: plan.said && { ...plan.said, kept: new Set(plan.said.kept) } };
  }
  return undefined;
}

/** Most branches cut off one title. */
const MOST_CUTS = 12;

/** The clauses that can give a title for a word, nearest first. */
function* tellingClauses({ parse }: ParsedView, tree: Subtrees, token: number): Generator<number> {
  const { tokens, clauses } = parse;
  let index = (tokens[token] as SyntaxToken).clause;
  for (let steps = 0; steps < 8; steps++) {
    const clause = clauses[index];
    if (!clause) return;
    const tells = isTold(clause, tree, tokens);
    if (tells) yield index;
    // what a relative clause tells of a noun, or a clause of time of its sentence, is not what the sentence tells
    if (clause.relation === 'relative' || (tells && clause.relation === 'adverbial')) return;
    if (clause.governor < 0 || clause.governor === index) return;
    index = clause.governor;
  }
}

/** Whether a clause can stand alone, with its own subject or one it shares. */
function isTold(clause: Clause, tree: Subtrees, tokens: readonly SyntaxToken[]): boolean {
  const { verb, relation } = clause;
  if (!verb) return false;
  // "The troops are to leave": the parser takes the group for an infinitive
  const isAwaited = verb.tokens.length > 1 && /^VB[DZP]$/.test(tokens[verb.from]?.tag ?? '');
  if (verb.form === 'finite' || isAwaited) return !isBare(clause, tokens);
  // "Speaking in Larvik, Ole Berg, the mayor, …", read as the verb of the sentence
  if (relation === 'main' && verb.from === 0 && tokens[0]?.tag === 'VBG') return true;
  // "an update released by the council": the noun is what was released
  if (relation === 'participle' && clause.antecedent && verb.form === 'participle') return true;
  if (hasOwnSubject(clause, tree)) return true;
  if (verb.form === 'infinitive' || !/^(?:participle|adverbial)$/.test(relation)) return false;
  // "Having sold the yard, Berg left", "after selling the yard"; but "…, killing two" is told with its governor
  const marker = clause.marker?.lemma;
  return marker === undefined ? verb.head < clause.governingToken : /^(?:after|before|since)$/.test(marker);
}

/** "demanded the guard leave the town": without what governs it a bare form says nothing. */
const isBare = ({ verb, relation }: Clause, tokens: readonly SyntaxToken[]): boolean =>
  relation !== 'main' && verb?.modal === undefined && verb?.tokens.length === 1 && tokens[verb.head]?.tag === 'VB';

const hasOwnSubject = (clause: Clause, tree: Subtrees): boolean =>
  clause.subject !== undefined &&
  !clause.subjectShared &&
  isUnder(tree, clause.subject.head, clause.verb?.head ?? -1) &&
  clause.verb?.form !== 'infinitive';
