import type { Clause, SyntaxToken } from '../../syntax/parsed-sentence.ts';
import { DOUBTING_ADVERBS, isReporting } from '../lexicon/factuality-verbs.ts';
import type { OmittedDate } from '../sentence/render-words.ts';
import { asidesOf } from './branches.ts';
import { cutOne } from './cut-plan.ts';
import type { ParsedView } from './parsed-view.ts';
import type { Plan } from './plan.ts';
import { render } from './plan-words.ts';
import { sharedAuxiliaries } from './shared-auxiliaries.ts';
import { isUnder, type Subtrees, subtreesOf } from './subtrees.ts';
import { fitsTitle, LONGEST_TITLE, lengthOf } from './title-ends.ts';

/**
 * The clause of a word as a title has it; nothing where the parse gives no whole clause, or none that is short enough.
 *
 * @param trigger Index of the word that names the event.
 */
export function clauseTitle(
  parsed: ParsedView,
  trigger: number,
  dropped: OmittedDate | undefined,
): readonly string[] | undefined {
  const [first] = plansOf(parsed, trigger, dropped);
  return first?.plan && shortened(first.plan, first.token, dropped);
}

/** The clauses that govern the clause of a word, nearest first, as titles have them, without those that have a date of their own. */
export function* governingTitles(
  parsed: ParsedView,
  trigger: number,
  dropped: OmittedDate | undefined,
): Generator<readonly string[]> {
  let isOwn = true;
  for (const { plan, token } of plansOf(parsed, trigger, dropped)) {
    // a clause that is not whole was parsed wrongly, and so is what governs it
    if (isOwn && !plan) return;
    const parts = isOwn || !plan ? undefined : shortened(plan, token, dropped);
    isOwn = false;
    // "was founded in 1921 and failed in 1931": the other date would be read as that of the title
    if (plan && parts && !hasOtherDate(plan, dropped)) yield parts;
  }
}

function* plansOf(
  parsed: ParsedView,
  trigger: number,
  dropped: OmittedDate | undefined,
): Generator<{ readonly plan: Plan | undefined; readonly token: number }> {
  const token = parsed.tokenOf[trigger];
  if (token === undefined) return;
  const tree = subtreesOf(parsed.parse);
  for (const index of tellingClauses(parsed, tree, token))
    yield { plan: planOf(parsed, tree, index, token, dropped, 0), token };
}

const hasOtherDate = ({ parsed, kept }: Plan, dropped: OmittedDate | undefined): boolean => {
  const date = dateTokens(parsed, dropped);
  return [...kept].some((i) => !date.has(i) && parsed.view.words[parsed.wordOf[i] as number]?.tag === 'time');
};

/** A noun with its phrases as a title has it. */
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
  const plan = nounPlan(parsed, tree, head, token, dropped);
  return plan && shortened(plan, token, dropped);
}

function nounPlan(
  parsed: ParsedView,
  tree: Subtrees,
  head: number,
  trigger: number,
  dropped: OmittedDate | undefined,
): Plan | undefined {
  const relationOf = (i: number): string => (tree.tokens[i] as SyntaxToken).relation;
  const kept = new Set(tree.under(head));
  const drop = (list: readonly number[]): void => {
    for (const i of list) kept.delete(i);
  };
  for (const child of tree.children[head] ?? [])
    if (/^(?:case|cc|mark|conj|cop|nsubj|aux|punct)/.test(relationOf(child))) drop(tree.under(child));
  for (const aside of asidesOf(tree, kept, dateTokens(parsed, dropped)))
    if (!aside.includes(trigger) && !aside.includes(head)) drop(aside);
  const subject = [...kept].sort((a, b) => a - b);
  return { parsed, tree, clause: undefined, head, kept, subject, shared: [], object: [], said: undefined };
}

/** Tokens of the date that is left out. */
const dateTokens = ({ wordOf }: ParsedView, dropped: OmittedDate | undefined): ReadonlySet<number> =>
  new Set(dropped ? wordOf.flatMap((w, token) => (dropped.first <= w && w <= dropped.last ? [token] : [])) : []);

/** "There were protests in the north": the noun that the clause says to be there. */
function existential({ tokens, children }: Subtrees, head: number, subject: number): number | undefined {
  if ((tokens[subject] as SyntaxToken).lower !== 'there') return undefined;
  return (
    (children[head] ?? []).find((child) => child > subject && tokens[child]?.relation === 'nsubj') ??
    (/^NN/.test(tokens[head]?.tag ?? '') ? head : undefined)
  );
}

/** Two verbs that came together because what stood between them was left out: two clauses were read as one. */
function runsTogether({ tree, kept }: Plan): boolean {
  const list = [...kept].sort((a, b) => a - b);
  const isVerb = (i: number): boolean => /^(?:VBD|VBZ)$/.test(tree.tokens[i]?.tag ?? '');
  return list.some((i, k) => {
    const before = list[k - 1];
    return before !== undefined && i - before > 1 && isVerb(i) && isVerb(before);
  });
}

/** The words of a plan, cut until they fit; nothing where the core alone is too long. */
function shortened(plan: Plan, trigger: number, dropped: OmittedDate | undefined): string[] | undefined {
  let parts = render(plan, dropped);
  for (let cuts = 0; !fitsTitle(parts) && cuts < MOST_CUTS; cuts++) {
    if (!cutOne(plan, trigger, lengthOf(parts) - LONGEST_TITLE)) return undefined;
    parts = render(plan, dropped);
  }
  return fitsTitle(parts) && !runsTogether(plan) ? parts : undefined;
}

/** Branches cut off one title. */
const MOST_CUTS = 12;

/** The clauses that can tell of a word, nearest first: each has a subject, or is what the participle is said of. */
function* tellingClauses({ parse }: ParsedView, tree: Subtrees, token: number): Generator<number> {
  const { tokens, clauses } = parse;
  let index = (tokens[token] as SyntaxToken).clause;
  for (let steps = 0; steps < 8; steps++) {
    const clause = clauses[index];
    const verb = clause?.verb;
    if (!clause) return;
    const isWhole =
      verb !== undefined &&
      (verb.form === 'finite'
        ? (clause.subject !== undefined || clause.antecedent !== undefined) && !isBare(clause, tokens)
        : // "an update released by the council": the noun is what was released
          (clause.relation === 'participle' && clause.antecedent !== undefined && verb.form === 'participle') ||
          ownSubject(clause, tree));
    if (verb?.form === 'finite' && clause.subject === undefined && clause.antecedent === undefined) return;
    if (isWhole) yield index;
    // what a relative clause tells of a noun, or a clause of time of its sentence, is not what the sentence tells
    if (isWhole && /^(?:relative|adverbial)$/.test(clause.relation)) return;
    if (clause.relation === 'relative' || clause.governor < 0 || clause.governor === index) return;
    index = clause.governor;
  }
}

/** "demanded the guard leave the town": without what governs it a bare form says nothing. */
const isBare = ({ verb, relation }: Clause, tokens: readonly SyntaxToken[]): boolean =>
  relation !== 'main' && verb?.modal === undefined && verb?.tokens.length === 1 && tokens[verb.head]?.tag === 'VB';

const ownSubject = (clause: Clause, tree: Subtrees): boolean =>
  clause.subject !== undefined &&
  !clause.subjectShared &&
  isUnder(tree, clause.subject.head, clause.verb?.head ?? -1) &&
  clause.verb?.form !== 'infinitive';

const RELATIVE_TAG = /^(?:WDT|WP|WP\$|WRB)$/;

function planOf(
  parsed: ParsedView,
  tree: Subtrees,
  index: number,
  trigger: number,
  dropped: OmittedDate | undefined,
  depth: number,
): Plan | undefined {
  const { parse } = parsed;
  const { tokens } = tree;
  const clause = parse.clauses[index] as Clause;
  const verb = clause.verb;
  if (!verb) return undefined;
  const head = headOf(parse.clauses, tree, index);
  let subjectHead = clause.subject?.head ?? -1;
  let object: readonly number[] = [];
  const subjectTag = subjectHead < 0 ? '' : (tokens[subjectHead] as SyntaxToken).tag;
  const isRelative = RELATIVE_TAG.test(subjectTag) || (subjectTag === 'IN' && clause.relation === 'relative');
  const { antecedent } = clause;
  if (clause.relation === 'participle' && verb.form === 'participle' && antecedent) subjectHead = antecedent.head;
  else if (isRelative || (subjectHead < 0 && antecedent)) {
    if (!antecedent) return undefined;
    // "whose illness", "most of which": a part of what stands before
    if (subjectHead >= 0 && tree.under(subjectHead).length > 1) return undefined;
    subjectHead = antecedent.head;
  } else if (clause.relation === 'relative' && antecedent && hangsOnNoun(clause, tokens)) {
    if (takesObject(clause, tree, head)) object = branch(tree, antecedent.head, head);
  }
  if (subjectHead < 0) return undefined;
  if (
    subjectHead === clause.subject?.head &&
    tree.tokens.slice(clause.subject.from, clause.subject.to).some(({ tag }) => /^(?:WP\$|WDT)$/.test(tag)) &&
    !tree.tokens.slice(clause.subject.from, clause.subject.to).some(({ relation }) => relation === 'acl:relcl')
  )
    return undefined;
  const there = existential(tree, head, subjectHead);
  if (there !== undefined && !tree.under(there).some((i) => dateTokens(parsed, dropped).has(i)))
    return nounPlan(parsed, tree, there, trigger, dropped);
  const own = subjectHead === clause.subject?.head ? clause.subject : undefined;
  const subject = own
    ? beforeComma(tokens, withDeterminer(tree, range(own.from, own.to), head), subjectHead)
    : isUnder(tree, head, subjectHead)
      ? branch(tree, subjectHead, head)
      : tree.under(subjectHead);
  if (subject.includes(head)) return undefined;
  // "The leak began | caught fire": two clauses read as one
  if (holdsClause(tokens, subject)) return undefined;
  // "2009 saw a rise": left out, the date would leave the verb without a subject
  const date = dateTokens(parsed, dropped);
  if (date.has(subjectHead) || parsed.view.words[parsed.wordOf[subjectHead] as number]?.tag === 'time')
    return undefined;
  const kept = new Set<number>();
  for (const i of tree.under(head)) kept.add(i);
  const drop = (list: readonly number[]): void => {
    for (const i of list) kept.delete(i);
  };
  // what opens the clause, and what stands before its subject and verb
  for (const child of tree.children[head] ?? []) {
    const { relation, lower } = tokens[child] as SyntaxToken;
    const base = relation.split(':')[0] as string;
    if (child === clause.subject?.head) {
      if (child !== subjectHead) drop(tree.under(child));
      continue;
    }
    if (/^(?:cc|mark|discourse|vocative|parataxis|dislocated|expl)$/.test(base)) {
      if (base === 'mark' && lower === 'to') continue;
      if (base === 'expl' && child === subjectHead) continue;
      if (isUnder(tree, trigger, child)) return undefined;
      drop(tree.under(child));
    } else if (
      child < verb.from &&
      !verb.tokens.includes(child) &&
      child !== head &&
      !staysBefore(tokens, child, verb.from)
    ) {
      // "the boats, most of which were sold": a relative clause that the parser took for the sentence
      if (clause.relation !== 'relative' && tokens[child]?.tag === 'WDT') return undefined;
      drop(tree.under(child));
    } else if (base === 'conj' && isClauseOfItsOwn(parse.clauses, tree, child) && !isUnder(tree, trigger, child))
      drop(tree.under(child));
  }
  if (!kept.has(trigger) && !isUnder(tree, head, trigger)) {
    if (!isReporting(verb.lemma)) return undefined;
  }
  if (own) drop(tree.under(own.head));
  for (const i of subject) kept.add(i);
  for (const i of object) kept.add(i);
  const needed = new Set([head, ...verb.tokens, subjectHead]);
  for (const aside of asidesOf(tree, kept, dateTokens(parsed, dropped)))
    if (!aside.some((i) => needed.has(i) || i === trigger)) drop(aside);
  if (!kept.has(trigger) && index === (tokens[trigger] as SyntaxToken).clause) return undefined;
  drop(speakerAtEnd(tokens, kept));
  const said =
    depth === 0 && isReporting(verb.lemma) && verb.form === 'finite'
      ? frontedPlan(parsed, tree, index, dropped)
      : undefined;
  return {
    parsed,
    tree,
    clause,
    head,
    kept,
    subject,
    shared: sharedAuxiliaries(parse.clauses, tree, index),
    object,
    said,
  };
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

/** The token of a clause that everything in it hangs on. */
function headOf(clauses: readonly Clause[], tree: Subtrees, index: number): number {
  const clause = clauses[index] as Clause;
  let at = clause.verb?.head ?? clause.from;
  // a copula hangs on its predicate
  for (let steps = 0; steps < 4; steps++) {
    const { head, clause: own } = tree.tokens[at] as SyntaxToken;
    if (head < 0 || (tree.tokens[head] as SyntaxToken).clause !== own) break;
    at = head;
  }
  return at;
}

/** A branch without the clause that hangs on it. */
const branch = (tree: Subtrees, noun: number, without: number): readonly number[] => {
  const cut = new Set(isUnder(tree, without, noun) ? tree.under(without) : []);
  return tree.under(noun).filter((i) => !cut.has(i));
};

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, i) => from + i);

/** A subject without what follows its first comma, but for a list: "the yard|, while profitable,| was sold". */
function beforeComma(tokens: readonly SyntaxToken[], subject: number[], head: number): number[] {
  const comma = subject.findIndex((i) => i > head && tokens[i]?.text === ',');
  const isList = subject.slice(comma + 1).some((i) => tokens[i]?.relation === 'cc');
  return comma < 0 || isList ? subject : subject.slice(0, comma);
}

/** A finite verb in a noun phrase, without a word that ties its clause to the noun. */
const holdsClause = (tokens: readonly SyntaxToken[], phrase: readonly number[]): boolean =>
  phrase.some((i) => /^(?:VBD|VBZ|VBP|MD)$/.test(tokens[i]?.tag ?? '')) &&
  !phrase.some((i) => /^(?:WDT|WP|WP\$|WRB|IN)$/.test(tokens[i]?.tag ?? ''));

/** The words of a noun phrase that the parser hung elsewhere: "Rescue | work resumed". */
function withDeterminer(tree: Subtrees, subject: number[], head: number): number[] {
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

const hangsOnNoun = (clause: Clause, tokens: readonly SyntaxToken[]): boolean =>
  /^(?:NN|NNS|NNP|NNPS)$/.test(tokens[clause.governingToken]?.tag ?? '');

/** "the policy (that) he bought": the verb waits for its object, and nothing else is what it is said of. */
function takesObject(clause: Clause, tree: Subtrees, head: number): boolean {
  const has = clause.complements.some(({ kind }) => kind === 'object' || kind === 'predicate' || kind === 'clause');
  const marker = clause.marker ? (tree.tokens[clause.marker.from] as SyntaxToken).lower : '';
  const markerIsObject = (tree.children[head] ?? []).some(
    (child) =>
      /^(?:obj|nsubj)$/.test((tree.tokens[child] as SyntaxToken).relation) &&
      RELATIVE_TAG.test((tree.tokens[child] as SyntaxToken).tag),
  );
  return clause.verb?.voice === 'active' && (markerIsObject || (!has && /^(?:that|which|whom|)$/.test(marker)));
}

/** Words before a verb that it cannot do without: "not", "never", "nearly", "allegedly". */
const staysBefore = (tokens: readonly SyntaxToken[], child: number, verb: number): boolean => {
  const { lower, relation } = tokens[child] as SyntaxToken;
  if (relation !== 'advmod') return /^(?:det|nummod|amod|compound|case|nmod:poss)$/.test(relation);
  return (
    child >= verb - 3 &&
    (DOUBTING_ADVERBS.has(lower) || /^(?:not|n't|never|nearly|almost|hardly|no|longer|barely|narrowly)$/.test(lower))
  );
};

const isClauseOfItsOwn = (clauses: readonly Clause[], tree: Subtrees, token: number): boolean =>
  clauses.some((clause, i) => clause.verb !== undefined && headOf(clauses, tree, i) === token);

/** The clause of what was said, where it stands before "… said". */
function frontedPlan(
  parsed: ParsedView,
  tree: Subtrees,
  index: number,
  dropped: OmittedDate | undefined,
): Plan | undefined {
  const { clauses } = parsed.parse;
  const clause = clauses[index] as Clause;
  const verb = clause.verb;
  if (!verb) return undefined;
  const head = headOf(clauses, tree, index);
  let told = -1;
  if (clause.relation === 'parenthetical' && clause.governor >= 0) told = clause.governor;
  else
    for (const child of tree.children[head] ?? [])
      if (child < verb.from && /^(?:ccomp|parataxis)$/.test((tree.tokens[child] as SyntaxToken).relation))
        told = (tree.tokens[child] as SyntaxToken).clause;
  if (told < 0 || told === index) return undefined;
  const plan = planOf(parsed, tree, told, headOf(clauses, tree, told), dropped, 1);
  if (plan)
    for (const i of tree.under(head)) if (!isUnder(tree, headOf(clauses, tree, told), head)) plan.kept.delete(i);
  return plan;
}
