import type { Token } from '../text/tokens.ts';
import { clauseHeads } from './clause-heads.ts';
import { clauseRelation } from './clause-relation.ts';
import { clauseVerb } from './clause-verb.ts';
import { complementsOf, phraseOf, trimmed } from './complements.ts';
import type { Clause, ClauseSetting, Phrase } from './parsed-sentence.ts';
import { baseOf, type Tree } from './tree.ts';
import { vocabularyTest } from './vocabulary.ts';

const isNounOrNumber = vocabularyTest(/^(?:NN|CD)/);
const isFunctionWord = vocabularyTest(/^(?:IN|TO|CC|DT)$/);

/** The clauses of a sentence, and the clause of each token. */
export interface ClauseLayer {
  readonly clauses: readonly Clause[];
  readonly clauseOf: Int32Array;
}

const isSubject = vocabularyTest(/^(?:nsubj|csubj)/);

/** Relations by which the parser attaches the rest of a name to the verb: "the spokeswoman | Julie Hahn said". */
const isRestOfName = vocabularyTest(/^(?:nsubj|appos|flat|compound|nmod|dep|obj)/);

/** The subject of a clause, joined if the parser split it: "the term | Nexus is", "you | two met". */
function inOnePiece(tree: Tree, tokens: readonly Token[], subjects: readonly number[], verb: number): Phrase {
  let head = subjects.at(-1) as number;
  for (const earlier of subjects.slice(0, -1).reverse())
    if ((tree.last[earlier] as number) + 1 === tree.first[head]) head = earlier;
  const phrase = phraseOf(tree, tokens, head);
  let to = Math.max(phrase.to, (tree.last[subjects.at(-1) as number] as number) + 1);
  while (to < verb) {
    let top = to;
    while (tree.heads[top] !== tree.heads[head] && (tree.heads[top] as number) >= 0) top = tree.heads[top] as number;
    const belongs = isRestOfName(tree.relations[top] as string) && isNounOrNumber(tree.tags[to] as string);
    if (!belongs || tree.first[top] !== to || (tree.last[top] as number) >= verb) break;
    to = (tree.last[top] as number) + 1;
  }
  const range = trimmed(tokens, phrase.from, to);
  return { from: range.from, to: range.to, head };
}

/**
 * The subject among the dependents of a clause's head: before the verb, otherwise after it; "it" and "there" only if there is no other.
 *
 * @param verb First token of the verb group.
 */
function ownSubject(tree: Tree, tokens: readonly Token[], head: number, verb: number): Phrase | undefined {
  const children = tree.children[head] as readonly number[];
  const subjects = children.filter((child) => isSubject(tree.relations[child] as string));
  const before = subjects.filter((child) => child < verb && tree.relations[child] !== 'nsubj:outer');
  if (before.length > 0) return inOnePiece(tree, tokens, before, verb);
  const found = subjects[0] ?? children.find((child) => tree.relations[child] === 'expl');
  return found === undefined ? undefined : phraseOf(tree, tokens, found);
}

const isWh = vocabularyTest(/^(?:WDT|WP|WP\$|WRB)$/);

/** The words that open a clause: conjunctions, a relative or interrogative word with its preposition, "and". */
function markerOf(tree: Tree, tokens: readonly Token[], head: number, relation: string): Clause['marker'] {
  const children = tree.children[head] as readonly number[];
  const marks = children.filter(
    (child) => child < head && tree.relations[child] === 'mark' && tree.tags[child] !== 'TO',
  );
  const range = (from: number, to: number): Clause['marker'] => ({
    from,
    to,
    lemma: tokens
      .slice(from, to)
      .map(({ lower }) => lower)
      .join(' '),
  });
  const mark = marks[0];
  if (mark !== undefined) {
    let to = (tree.last[mark] as number) + 1;
    for (const next of marks) if (next === to) to = (tree.last[next] as number) + 1;
    return range(tree.first[mark] as number, to);
  }
  let from = tree.first[head] as number;
  while (from < head && tree.relations[from] === 'punct') from++;
  for (let i = from; i < head && i < from + 4; i++) {
    if (isWh(tree.tags[i] as string)) return range(from, i + 1);
    if (!isFunctionWord(tree.tags[i] as string)) break;
  }
  const cc = children.find((child) => child < head && tree.relations[child] === 'cc');
  return cc !== undefined && baseOf(relation) === 'conj'
    ? range(tree.first[cc] as number, (tree.last[cc] as number) + 1)
    : undefined;
}

/**
 * Reads a dependency tree as clauses, in the order of their heads.
 *
 * @param settingOf The setting (quotation, bracket, headline) of the token with the clause's verb.
 */
export function readClauses(
  tree: Tree,
  tokens: readonly Token[],
  lemmas: readonly string[],
  settingOf: (token: number) => ClauseSetting,
): ClauseLayer {
  const heads = clauseHeads(tree);
  const indexOf = new Map(heads.map((head, index) => [head, index]));
  const clauseOf = new Int32Array(tokens.length);
  for (const i of tree.topDown) clauseOf[i] = indexOf.get(i) ?? (clauseOf[tree.heads[i] as number] as number);
  const verbs = heads.map((head) => clauseVerb(tree, tokens, lemmas, head));
  const own = heads.map((head, index) => ownSubject(tree, tokens, head, verbs[index]?.from ?? head));
  /** The subject of coordinate verbs is a dependent of the first verb. */
  const sharedSubject = (head: number): Phrase | undefined => {
    for (let at = head, steps = 0; steps < 50 && tree.relations[at] === 'conj'; steps++) {
      at = tree.heads[at] as number;
      const index = indexOf.get(at);
      if (index === undefined) return undefined;
      if (own[index]) return own[index];
    }
    return undefined;
  };
  const clauses = heads.map((head, index): Clause => {
    const relation = tree.relations[head] as string;
    const verb = verbs[index];
    const marker = markerOf(tree, tokens, head, relation);
    const governingToken = tree.heads[head] as number;
    const kind = clauseRelation(governingToken < 0 ? 'root' : relation, verb, marker !== undefined);
    const subject = own[index] ?? sharedSubject(head);
    const saysMoreOf = kind === 'relative' || kind === 'participle' ? governingToken : -1;
    const { quotation, bracket, headline, caption } = settingOf(verb?.head ?? head);
    return {
      quotation,
      bracket,
      headline,
      caption,
      from: tree.first[head] as number,
      to: (tree.last[head] as number) + 1,
      marker,
      subject,
      subjectShared: subject !== undefined && own[index] === undefined,
      antecedent: saysMoreOf < 0 || indexOf.has(saysMoreOf) ? undefined : antecedentOf(tree, tokens, saysMoreOf, head),
      verb,
      complements: complementsOf(tree, tokens, head, verb?.copula === true, (token) => indexOf.get(token)),
      governor: governingToken < 0 ? -1 : (clauseOf[governingToken] as number),
      governingToken,
      relation: kind,
    };
  });
  return { clauses, clauseOf };
}

/** The noun phrase that a clause modifies, up to the clause. */
function antecedentOf(tree: Tree, tokens: readonly Token[], noun: number, head: number): Phrase {
  const whole = phraseOf(tree, tokens, noun);
  const edge = tree.first[head] as number;
  if (edge <= noun) return { from: noun, to: noun + 1, head: noun };
  let to = Math.min(whole.to, edge);
  while (to > noun + 1 && (tokens[to - 1] as Token).kind === 'mark') to--;
  return { from: whole.from, to, head: noun };
}
