import type { Token } from '../text/tokens.ts';
import type { ClauseVerb } from './parsed-sentence.ts';
import type { Tree } from './tree.ts';
import { vocabularyTest } from './vocabulary.ts';

const needsAuxiliary = vocabularyTest(/^(?:VB|VBN|VBG)$/);
const isPureAuxiliary = vocabularyTest(/^aux/);
const takesInfinitive = vocabularyTest(/^(?:xcomp|advcl|acl)$/);
const isNominalRelation = vocabularyTest(/^(?:csubj|nsubj|obj|obl|nmod)/);
const isVerbOrModal = vocabularyTest(/^(?:VB|MD)/);
const isPastForm = vocabularyTest(/^VB[ND]$/);

const isAuxiliary = vocabularyTest(/^(?:aux|aux:pass|cop)$/);
const isFiniteTag = vocabularyTest(/^(?:VBD|VBZ|VBP|MD)$/);

const MODALS: Readonly<Record<string, string>> = { wo: 'will', "'ll": 'will', ca: 'can', sha: 'shall', "'d": 'would' };

const isBe = (lemma: string): boolean => lemma === 'be' || lemma === 'get';

/** A word that negates its verb: "not", "never", "no longer"; "not only" does not. */
function negates(tokens: readonly Token[], i: number): boolean {
  const { lower } = tokens[i] as Token;
  const next = tokens[i + 1]?.lower;
  if (lower === 'not' || lower === "n't") return next !== 'only' && next !== 'just' && next !== 'least';
  return lower === 'never' || (lower === 'longer' && tokens[i - 1]?.lower === 'no');
}

/** Most coordinate verbs that are followed up to the first. */
const MOST_CONJUNCTS = 20;

/** Auxiliaries of a clause's head, in order; those of the first of several coordinate verbs serve the others too. */
function auxiliariesOf(tree: Tree, head: number): { own: number[]; shared: readonly number[] } {
  const own = (tree.children[head] as readonly number[]).filter(
    (child) => isAuxiliary(tree.relations[child] as string) && (child < head || tree.relations[child] === 'cop'),
  );
  if (own.length > 0 || tree.relations[head] !== 'conj') return { own, shared: [] };
  const children = tree.children[head] as readonly number[];
  // "was arrested and charged", "will come and see": no subject of its own, and a form that needs an auxiliary
  const needs = needsAuxiliary(tree.tags[head] as string);
  if (!needs || children.some((child) => (tree.relations[child] as string).startsWith('nsubj')))
    return { own, shared: [] };
  // "was arrested, charged and released": the first of them all has it
  for (let at = head, steps = 0; tree.relations[at] === 'conj' && steps < MOST_CONJUNCTS; steps++) {
    at = tree.heads[at] as number;
    const shared = (tree.children[at] as readonly number[]).filter(
      (child) => isPureAuxiliary(tree.relations[child] as string) && child < at,
    );
    if (shared.length > 0) return { own, shared };
  }
  return { own, shared: [] };
}

function aspectOf(perfect: boolean, progressive: boolean): ClauseVerb['aspect'] {
  if (perfect) return progressive ? 'perfect-progressive' : 'perfect';
  return progressive ? 'progressive' : 'simple';
}

function tenseOf(tag: string, modal: string | undefined): ClauseVerb['tense'] {
  if (modal !== undefined) return modal === 'will' || modal === 'shall' ? 'future' : 'none';
  return tag === 'VBD' || tag === 'VBN' ? 'past' : 'present';
}

const hasTo = (tree: Tree, head: number): boolean =>
  (tree.children[head] as readonly number[]).some(
    (child) => tree.tags[child] === 'TO' && tree.relations[child] === 'mark',
  );

/** "to track and prosecute", "helped build and run": the first of the coordinate verbs has the "to" or the governor. */
function firstConjunct(tree: Tree, head: number): number {
  let at = head;
  for (let steps = 0; tree.relations[at] === 'conj' && !hasTo(tree, at) && steps < MOST_CONJUNCTS; steps++)
    at = tree.heads[at] as number;
  return at;
}

/** The form of a verb without auxiliary. */
function bareForm(tree: Tree, head: number, tag: string, to: boolean): ClauseVerb['form'] {
  if (to) return 'infinitive';
  const relation = tree.relations[head] as string;
  const children = tree.children[head] as readonly number[];
  const relationsOf = children.map((child) => tree.relations[child] as string);
  const subject = relationsOf.some((each) => each === 'nsubj' || each === 'nsubj:pass');
  if (tag === 'VB') {
    const first = firstConjunct(tree, head);
    return hasTo(tree, first) || takesInfinitive(tree.relations[first] as string) ? 'infinitive' : 'finite';
  }
  if (tag === 'VBG') {
    const marked = children.some((child) => child < head && /^(?:mark|case)$/.test(tree.relations[child] as string));
    if (isNominalRelation(relation)) return 'gerund';
    return relation === 'xcomp' ||
      relation === 'ccomp' ||
      (relation === 'advcl' && marked) ||
      (relation === 'acl' && marked)
      ? 'gerund'
      : 'participle';
  }
  // "the man killed on Friday" has no subject of its own; "Three killed in blast" has
  const participial = relation === 'acl' || relation === 'xcomp' || (relation === 'advcl' && !subject);
  if (tag === 'VBN') return participial || !subject ? 'participle' : 'finite';
  return relation === 'acl' && !subject ? 'participle' : 'finite';
}

/**
 * The verb group of a clause.
 *
 * @param head Head of the clause: its verb, or the predicate of a copula.
 * @returns Undefined if there is neither a verb nor a copula.
 */
export function clauseVerb(
  tree: Tree,
  tokens: readonly Token[],
  lemmas: readonly string[],
  head: number,
): ClauseVerb | undefined {
  const { own, shared } = auxiliariesOf(tree, head);
  const copula = own.findLast((child) => tree.relations[child] === 'cop');
  const isVerb = isVerbOrModal(tree.tags[head] as string);
  if (!isVerb && own.length === 0) return undefined;
  const verb = copula !== undefined || !isVerb ? (copula ?? (own.at(-1) as number)) : head;
  const children = tree.children[head] as readonly number[];
  const to = children.find((child) => child < verb && tree.tags[child] === 'TO' && tree.relations[child] === 'mark');
  const members = [...new Set([...(to === undefined ? [] : [to]), ...own, verb])].sort((a, b) => a - b);
  const chain = [...shared, ...members.filter((i) => i !== to)];
  const firstTag = tree.tags[chain[0] as number] as string;
  const modalAt = chain.find((i) => tree.tags[i] === 'MD');
  const modalWord = modalAt === undefined ? undefined : (tokens[modalAt] as Token).lower;
  const modal = modalWord === undefined ? undefined : (MODALS[modalWord] ?? modalWord);
  const tagAfter = (k: number): string => tree.tags[chain[k + 1] as number] ?? '';
  let perfect = false;
  let progressive = false;
  let passive = false;
  chain.forEach((i, k) => {
    if (k === chain.length - 1) return;
    const lemma = lemmas[i] as string;
    const following = tagAfter(k);
    if (lemma === 'have' || (lemma === "'d" && modal === undefined)) perfect ||= isPastForm(following);
    else if (isBe(lemma)) {
      progressive ||= following === 'VBG';
      passive ||= isPastForm(following) && chain[k + 1] !== copula;
    }
  });
  const alone = chain.length === 1;
  const form = alone
    ? bareForm(tree, head, firstTag, to !== undefined)
    : to !== undefined
      ? 'infinitive'
      : isFiniteTag(firstTag)
        ? 'finite'
        : firstTag === 'VBG'
          ? tree.relations[head] === 'advcl' || tree.relations[head] === 'acl'
            ? 'participle'
            : 'gerund'
          : 'finite';
  const subjectPassive = children.some((child) => tree.relations[child] === 'nsubj:pass');
  if (alone && isPastForm(firstTag) && (form === 'participle' || subjectPassive)) passive = true;
  const tense = form === 'finite' ? tenseOf(firstTag, modal) : 'none';
  const from = members[0] as number;
  const negated =
    children.some((child) => Math.abs(child - verb) < 6 && negates(tokens, child) && child >= from - 2) ||
    own.some((i) => (tree.children[i] as readonly number[]).some((child) => negates(tokens, child))) ||
    children.some((child) => (tokens[child] as Token).lower === 'nor') ||
    (shared.length > 0 && shared.some((i) => negates(tokens, i + 1)));
  return {
    tokens: members,
    from,
    to: (members.at(-1) as number) + 1,
    head: verb,
    lemma: lemmas[verb] as string,
    form,
    tense,
    aspect: aspectOf(perfect, progressive),
    voice: passive ? 'passive' : 'active',
    modal,
    polarity: negated ? 'negated' : 'affirmed',
    copula: copula !== undefined,
  };
}
