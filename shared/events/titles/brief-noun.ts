import type { SyntaxToken } from '../../syntax/parsed-sentence.ts';
import { isReporting } from '../lexicon/factuality-verbs.ts';
import type { OmittedDate } from '../sentence/render-words.ts';
import { planOf } from './clause-plan.ts';
import { type CutTitle, hasOtherDate, shortened } from './clause-title.ts';
import { dateTokens, type ParsedView } from './parsed-view.ts';
import type { Plan } from './plan.ts';
import { range, type Subtrees, subtreesOf } from './subtrees.ts';

/** A title for a noun, and the word that it tells in place of the noun. */
export interface TitleOfNoun extends CutTitle {
  readonly tells?: string;
}

/**
 * Titles that say more of a noun than "the explosion of 20 April": what its relative clause tells, what was said in it, or where it was.
 *
 * @param noun Index of its word.
 */
export function* titlesOfBriefNoun(
  parsed: ParsedView,
  noun: number,
  dropped: OmittedDate | undefined,
): Generator<TitleOfNoun> {
  const token = parsed.tokenOf[noun];
  if (token === undefined) return;
  const tree = subtreesOf(parsed.parse);
  yield* titlesOfRelative(parsed, tree, token, dropped);
  yield* titlesOfStatement(parsed, tree, token, dropped);
  yield* titlesOfContrast(parsed, tree, token, dropped);
  const date = dateTokens(parsed, dropped);
  const isTime = (i: number): boolean => date.has(i) || parsed.view.words[parsed.wordOf[i] as number]?.tag === 'time';
  const place = placeBehind(tree.tokens, token);
  if (place.length > 0 && !place.some(isTime)) {
    const own = tree.under(token).filter((i) => i < token && !date.has(i) && !isTie(tree.tokens[i] as SyntaxToken));
    yield { parts: [...own, token, ...place].map((i) => (tree.tokens[i] as SyntaxToken).text), lost: [] };
  }
}

const isTie = ({ relation, text }: SyntaxToken): boolean =>
  /^(?:case|cc|mark|punct)$/.test(relation) || /^["“”`]/.test(text);

/** "the explosion |that caused the leak|". A clause of the present or with a date of its own tells of another time. */
function* titlesOfRelative(
  parsed: ParsedView,
  tree: Subtrees,
  token: number,
  dropped: OmittedDate | undefined,
): Generator<TitleOfNoun> {
  const { tokens } = tree;
  const { clauses } = parsed.parse;
  for (const [index, clause] of clauses.entries()) {
    const { relation, antecedent, subject, verb } = clause;
    if (relation !== 'relative' || verb?.tense !== 'past' || subject === undefined) continue;
    if (!/^W(?:DT|P)$/.test(tokens[subject.head]?.tag ?? '')) continue;
    // the parser often hangs the clause on a noun farther back: "the causes of the |explosion that| killed two"
    const isNext = subject.head === token + 1;
    if (antecedent?.head !== token && !isNext) continue;
    const own = { ...clause, antecedent: { from: token, to: token + 1, head: token } };
    const view: ParsedView = { ...parsed, parse: { ...parsed.parse, clauses: clauses.with(index, own) } };
    const plan = planOf({ parsed: view, tree, dropped, trigger: verb.head, inWords: [] }, index);
    if (plan && !hasOtherDate(plan)) yield* shortened(plan, verb.head);
  }
}

/** "At a |hearing| on Monday, an engineer said that …": what was said in it. */
function* titlesOfStatement(
  parsed: ParsedView,
  tree: Subtrees,
  token: number,
  dropped: OmittedDate | undefined,
): Generator<TitleOfNoun> {
  const { tokens, children } = tree;
  const { relation, head } = tokens[token] as SyntaxToken;
  const over = tokens[head];
  const ties = (children[token] ?? []).some((child) => /^(?:in|at|during)$/.test(tokens[child]?.lower ?? ''));
  if (relation !== 'obl' || !over || !isReporting(over.lemma) || !ties) return;
  const plan = clauseOver(parsed, tree, dropped, head, token > head ? token : undefined);
  if (!plan) return;
  for (const one of shortened(plan, head)) yield { ...one, tells: over.text };
}

/** The plan of the clause of a verb over a noun, without the phrase of `hidden`; `undefined` if it has a date of its own. */
function clauseOver(
  parsed: ParsedView,
  tree: Subtrees,
  dropped: OmittedDate | undefined,
  verb: number,
  hidden: number | undefined,
): Plan | undefined {
  const { clause } = tree.tokens[verb] as SyntaxToken;
  const plan = planOf({ parsed, tree, dropped, trigger: verb, inWords: [] }, clause);
  if (!plan || hasOtherDate(plan)) return undefined;
  if (hidden !== undefined) for (const i of tree.under(hidden)) plan.kept.delete(i);
  return plan;
}

/** "Despite an |attack| on Monday, the firm sent two tugs": a bare noun is told with the clause that it stands against. */
function* titlesOfContrast(
  parsed: ParsedView,
  tree: Subtrees,
  token: number,
  dropped: OmittedDate | undefined,
): Generator<TitleOfNoun> {
  const { tokens, children } = tree;
  // the parser takes "an order last month" for one phrase under "month"
  const above = (tokens[token] as SyntaxToken).head;
  const top = dateTokens(parsed, dropped).has(above) ? above : token;
  const { relation, head } = tokens[top] as SyntaxToken;
  const over = tokens[head];
  const own = (children[top] ?? []).map((child) => tokens[child]?.lower);
  const isIndefinite = own.includes('a') || own.includes('an');
  if (relation !== 'obl' || !over || top > head || !own.includes('despite') || !isIndefinite) return;
  const plan = clauseOver(parsed, tree, dropped, head, top);
  if (!plan) return;
  const { text } = tokens[token] as SyntaxToken;
  for (const { parts, lost } of shortened(plan, head)) {
    const [first = '', ...rest] = parts;
    const clause = /^(?:The|An?|His|Her|Its|Their|This|That)$/.test(first) ? [first.toLowerCase(), ...rest] : parts;
    yield { parts: [text, ',', 'despite', 'which', ...clause], lost };
  }
}

/** "the explosion |on the Northern Star|": the place behind a noun, wherever the parser hung it. */
function placeBehind(tokens: readonly SyntaxToken[], token: number): readonly number[] {
  if (!/^(?:on|at|aboard|near|off)$/.test(tokens[token + 1]?.lower ?? '')) return [];
  let end = token + 2;
  while (/^(?:DT|JJ|NN|POS|CD|PRP\$)/.test(tokens[end]?.tag ?? '')) end++;
  const place = range(token + 1, end);
  return place.some((i) => /^NNP/.test(tokens[i]?.tag ?? '')) && /^NN/.test(tokens[end - 1]?.tag ?? '') ? place : [];
}
