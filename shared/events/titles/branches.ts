import type { SyntaxToken } from '../../syntax/parsed-sentence.ts';
import { MADE_SO, NEEDS_PHRASE } from '../lexicon/complement-verbs.ts';
import type { Subtrees } from './subtrees.ts';

/** A kind of branch that a title can do without. */
interface Branch {
  readonly name: string;
  readonly example: string;
  /** Is the branch under a token of this kind? */
  readonly cuts: (tree: Subtrees, token: number, kept: ReadonlySet<number>) => boolean;
}

/** A token before a branch, past the tokens of the branch: does a comma part it from what it hangs on? */
const afterComma = ({ tokens, under }: Subtrees, token: number): boolean => {
  const first = under(token)[0] as number;
  return tokens[first]?.text === ',' || tokens[first - 1]?.text === ',';
};

/** Does a mark stand before a branch, or open it? */
const isBehind = ({ tokens, under }: Subtrees, token: number, mark: string): boolean => {
  const first = under(token)[0] as number;
  return tokens[first]?.text === mark || tokens[first - 1]?.text === mark;
};

const isBetweenCommas = (tree: Subtrees, token: number): boolean => {
  const { tokens } = tree;
  const list = tree.under(token);
  const [first, last] = [list[0] as number, list.at(-1) as number];
  const isComma = (i: number): boolean => tokens[i]?.text === ',';
  return (isComma(first) || isComma(first - 1)) && (isComma(last) || isComma(last + 1)) && last > first;
};

const is =
  (relations: RegExp) =>
  (tree: Subtrees, token: number): boolean =>
    relations.test((tree.tokens[token] as SyntaxToken).relation);

/** "only if the bank agrees": without it the clause would be told as a fact. */
export const isCondition = ({ tokens, children }: Subtrees, token: number): boolean =>
  (children[token] ?? []).some((child) => child < token && /^(?:if|unless)$/.test(tokens[child]?.lower ?? ''));

const isInCondition = (tree: Subtrees, token: number): boolean => {
  for (let at = token, steps = 0; at >= 0 && steps < 30; at = tree.tokens[at]?.head ?? -1, steps++)
    if (isCondition(tree, at)) return true;
  return false;
};

/** Does a branch end where what is kept ends? */
const isLast = (tree: Subtrees, token: number, kept: ReadonlySet<number>): boolean => {
  const end = tree.under(token).at(-1) as number;
  for (let i = end + 1; i < tree.tokens.length; i++)
    if (kept.has(i) && /[\p{L}\p{N}]/u.test((tree.tokens[i] as SyntaxToken).text) && !isInCondition(tree, i))
      return false;
  return true;
};

/** "the head of the council"; "the Institute for Sea Trade" is one name. */
const isOf = ({ tokens, children }: Subtrees, token: number): boolean => {
  const { tag, head } = tokens[token] as SyntaxToken;
  const isInName = /^NNP/.test(tag) && /^NNP/.test(tokens[head]?.tag ?? '');
  return (children[token] ?? []).some(
    (child) =>
      tokens[child]?.relation === 'case' &&
      (tokens[child]?.lower === 'of' || (isInName && tokens[child]?.lower === 'for')),
  );
};

/** "between Norway |and Denmark|", "both the road |and the bridge|". */
const isOfPair = ({ tokens, children }: Subtrees, token: number): boolean =>
  (children[(tokens[token] as SyntaxToken).head] ?? []).some((child) =>
    /^(?:between|both)$/.test(tokens[child]?.lower ?? ''),
  );

const isInfinitive = ({ tokens, children }: Subtrees, token: number): boolean =>
  (children[token] ?? []).some((child) => tokens[child]?.tag === 'TO' && tokens[child]?.relation === 'mark');

/** "turned |into a brawl|", "had asked |for help|": a phrase right behind a verb that says nothing without it. */
const isNeededPhrase = ({ tokens, under, children }: Subtrees, token: number): boolean => {
  const { relation, head } = tokens[token] as SyntaxToken;
  return (
    relation === 'obl' &&
    under(token)[0] === head + 1 &&
    tokens[head + 1]?.relation === 'case' &&
    NEEDS_PHRASE.has(tokens[head]?.lemma ?? '') &&
    !(children[head] ?? []).some((child) => tokens[child]?.relation === 'obj')
  );
};

/** Words that say nothing without what they are a share of: "most of the ships". */
const SHARES = /^(?:none|most|some|many|all|both|half|one|each|any|few|several|much|part|thousands|hundreds|dozens)$/;

const MANNER =
  /^(?:simply|really|actually|certainly|clearly|quickly|slowly|rapidly|steadily|directly|fully|completely|totally|absolutely|formally|officially|publicly|immediately|finally|essentially|basically|particularly|especially|significantly|substantially|considerably)$/;

const TIME_NOUN =
  /^(?:yesterday|today|tonight|week|month|year|night|morning|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december)$/;

/** "families fleeing |from the floods|": without it the participle would be left in the air. */
const isOnlyOfParticiple = ({ tokens, children }: Subtrees, token: number, kept: ReadonlySet<number>): boolean => {
  const { head } = tokens[token] as SyntaxToken;
  const over = tokens[head];
  return (
    over !== undefined &&
    /^(?:acl|advcl)/.test(over.relation) &&
    /^VB[GN]?$/.test(over.tag) &&
    (children[head] ?? []).filter((child) => child > head && kept.has(child)).length < 2
  );
};

/** Kinds of branches to cut off a title that is too long, in order; within a kind, the last branch first. */
export const BRANCHES: readonly Branch[] = [
  {
    name: 'a further clause',
    example: 'The council closed the bridge |and opened a ferry',
    cuts: (tree, token) => is(/^conj/)(tree, token) && /^VB/.test((tree.tokens[token] as SyntaxToken).tag),
  },
  {
    name: 'a clause that says when or why',
    example: 'The council closed the bridge |because it was unsafe',
    cuts: (tree, token) => is(/^advcl/)(tree, token) && !isInfinitive(tree, token) && !isCondition(tree, token),
  },
  {
    name: 'a relative clause',
    example: 'The council closed the bridge |that was built in haste',
    // "was told yesterday that …": the parser takes what was said for a clause of the day
    cuts: (tree, token) =>
      is(/^acl:relcl/)(tree, token) &&
      !TIME_NOUN.test((tree.tokens[(tree.tokens[token] as SyntaxToken).head] as SyntaxToken).lower),
  },
  {
    name: 'the last phrase of place, manner or time',
    example: 'The council closed the bridge |in the north of the town',
    cuts: (tree, token, kept) =>
      (is(/^advmod/)(tree, token) && MANNER.test((tree.tokens[token] as SyntaxToken).lower)) ||
      (/^(?:obl|nmod$|nmod:unmarked|advmod)/.test((tree.tokens[token] as SyntaxToken).relation) &&
        !isOf(tree, token) &&
        !isNeededPhrase(tree, token) &&
        !isOnlyOfParticiple(tree, token, kept) &&
        !/^(?:not|n't|never|only|even|hundred|thousand|million|billion|trillion)$/.test(
          (tree.tokens[token] as SyntaxToken).lower,
        ) &&
        isLast(tree, token, kept)),
  },
  {
    name: 'a phrase of a noun',
    example: 'The head |of the council of the town',
    // "families of those |killed in the fire|"
    cuts: (tree, token) =>
      is(/^(?:nmod|acl)$/)(tree, token) &&
      !isOf(tree, token) &&
      !isInfinitive(tree, token) &&
      !/^(?:those|anyone|everyone|someone)$/.test(tree.tokens[(tree.tokens[token] as SyntaxToken).head]?.lower ?? ''),
  },
  {
    name: 'a further member of a list',
    example: 'The council closed the bridge |and the road',
    cuts: (tree, token) => is(/^conj/)(tree, token) && !isOfPair(tree, token),
  },
  {
    name: 'a phrase with "of"',
    example: 'The council closed the bridge |of the town',
    cuts: (tree, token, kept) =>
      is(/^nmod$/)(tree, token) &&
      isLast(tree, token, kept) &&
      !SHARES.test(tree.tokens[(tree.tokens[token] as SyntaxToken).head]?.lower ?? ''),
  },
  {
    name: 'a purpose',
    example: 'The council took the chance |to close the bridge',
    cuts: (tree, token) => is(/^(?:advcl|acl)$/)(tree, token) && isInfinitive(tree, token),
  },
  {
    name: 'a quality, or an office before a full name',
    example: 'The |old |stone bridge, |mayor| Ole Berg',
    // "the United States": a part of a name
    cuts: (tree, token) =>
      (is(/^amod/)(tree, token) &&
        !/^NNP/.test((tree.tokens[token] as SyntaxToken).tag) &&
        !/^\p{Lu}/u.test((tree.tokens[token] as SyntaxToken).text)) ||
      (is(/^nmod:desc$/)(tree, token) &&
        (tree.children[(tree.tokens[token] as SyntaxToken).head] ?? []).some(
          (child) => tree.tokens[child]?.relation === 'flat',
        )),
  },
];

/** Branches that a title leaves out whatever its length, in the order of their names. */
const ASIDES: readonly {
  readonly name: string;
  readonly example: string;
  readonly isAside: (tree: Subtrees, token: number, date: ReadonlySet<number>) => boolean;
}[] = [
  {
    name: 'a remark',
    example: 'The bridge, |he said|, was closed',
    // "stressed, however, |that the dam holds|", which the parser takes for a remark
    isAside: (tree, token) =>
      is(/^(?:discourse|vocative|parataxis)/)(tree, token) &&
      !(tree.children[token] ?? []).some(
        (child) => tree.tokens[child]?.lower === 'that' && tree.tokens[child]?.relation === 'mark',
      ),
  },
  {
    name: 'what somebody is, after a comma',
    example: 'Ole Berg, |the mayor|, resigned',
    // "the Larvik|, Norway-based builder|": the article belongs to the builder
    isAside: (tree, token) =>
      is(/^appos/)(tree, token) &&
      afterComma(tree, token) &&
      !tree.under(token).some((i) => /-based$|^based$/.test(tree.tokens[i]?.lower ?? '')),
  },
  {
    name: 'a relative clause after a comma',
    example: 'The bridge, |which was old|, was closed',
    isAside: (tree, token) => is(/^acl:relcl/)(tree, token) && afterComma(tree, token),
  },
  {
    name: 'a clause of contrast',
    example: 'The bridge was closed, |while the road was opened',
    isAside: (tree, token) =>
      is(/^(?:advcl|conj|ccomp|parataxis|acl)/)(tree, token) &&
      (tree.children[token] ?? []).some(
        (child) => child < token && /^(?:while|whereas|although|though)$/.test(tree.tokens[child]?.lower ?? ''),
      ),
  },
  {
    name: 'a phrase between two commas',
    example: 'The bridge, |while old|, was closed',
    isAside: (tree, token) =>
      !is(/^(?:conj|amod|nummod|cc|punct|nsubj|obj|ccomp|xcomp|aux|cop)/)(tree, token) &&
      !isCondition(tree, token) &&
      isBetweenCommas(tree, token),
  },
  {
    name: 'a further sentence behind a semicolon',
    example: 'The council closed the bridge; |the road stayed open',
    isAside: (tree, token) => is(/^(?:conj|parataxis|appos)/)(tree, token) && isBehind(tree, token, ';'),
  },
  {
    name: 'a noun phrase behind a colon',
    example: 'Berg told of the night: |the noise|',
    isAside: (tree, token) =>
      /^(?:NN|PRP)/.test((tree.tokens[token] as SyntaxToken).tag) &&
      !(tree.children[token] ?? []).some((child) => /^(?:nsubj|cop)/.test(tree.tokens[child]?.relation ?? '')) &&
      isBehind(tree, token, ':'),
  },
  {
    name: 'a remark on the whole clause',
    example: 'Berg resigned, |a step that surprised the town|',
    isAside: (tree, token) =>
      is(/^(?:obl|appos|obj|parataxis|conj|dep|nmod)/)(tree, token) &&
      afterComma(tree, token) &&
      (tree.children[token] ?? []).some((child) => /^an?$/.test(tree.tokens[child]?.lower ?? '')) &&
      (tree.children[token] ?? []).some((child) => tree.tokens[child]?.relation === 'acl:relcl'),
  },
  {
    name: 'an adverb that leans on what was said before',
    example: 'The council |also| closed the bridge',
    isAside: (tree, token) =>
      is(/^advmod/)(tree, token) &&
      LEANING_ADVERB.test((tree.tokens[token] as SyntaxToken).lower) &&
      tree.under(token).length === 1,
  },
  {
    name: 'a phrase with a day that leans on the day of writing',
    example: 'The bridge was closed |until Friday',
    isAside: (tree, token, date) =>
      is(CUTTABLE)(tree, token) &&
      RELATIVE_DAY.test((tree.tokens[token] as SyntaxToken).lower) &&
      !date.has(token) &&
      // "spent Friday at the quay"
      !(is(/^obj$/)(tree, token) && tree.tokens[tree.tokens[token]?.head ?? -1]?.lemma === 'spend'),
  },
  {
    name: 'a phrase of the first or second person',
    example: 'The bridge was closed |for our safety',
    isAside: (tree, token) => is(/^(?:obl|nmod$)/)(tree, token) && isOfSpeaker(tree, token),
  },
];

const CUTTABLE = /^(?:obl|nmod|advmod|obj$)/;
const RELATIVE_DAY =
  /^(?:yesterday|today|tonight|tomorrow|ago|earlier|recently|(?:mon|tues|wednes|thurs|fri|satur|sun)day)$/;
const FIRST_PERSON = /^(?:i|me|my|we|us|our|you|your)$/;

const isOfSpeaker = ({ tokens, children }: Subtrees, token: number): boolean =>
  [token, ...(children[token] ?? []).filter((child) => tokens[child]?.relation === 'nmod:poss')].some((i) =>
    FIRST_PERSON.test((tokens[i] as SyntaxToken).lower),
  );

const LEANING_ADVERB =
  /^(?:earlier|recently|meanwhile|however|also|now|currently|then|therefore|thus|moreover|nevertheless)$/;

/**
 * Branches that a title leaves out whatever its length.
 *
 * @param date Tokens of the date that the entry shows beside the title: they are left out elsewhere, without what hangs on them.
 */
export function asidesOf(tree: Subtrees, kept: ReadonlySet<number>, date: ReadonlySet<number>): (readonly number[])[] {
  return [...kept].filter((i) => ASIDES.some(({ isAside }) => isAside(tree, i, date))).map((i) => tree.under(i));
}

/** "The concert |planned| was cancelled": participles of which nothing is left but the date that the title leaves out. */
export const bareParticiples = (tree: Subtrees, kept: ReadonlySet<number>, date: ReadonlySet<number>): number[] =>
  [...kept].filter((i) => {
    const { relation, tag } = tree.tokens[i] as SyntaxToken;
    const isSchedule =
      tag === 'VBG' && /^(?:start|begin|end|last|run|cover)$/.test((tree.tokens[i] as SyntaxToken).lemma);
    if (!/^acl$/.test(relation) || !(tag === 'VBN' || isSchedule)) return false;
    // "ordered the embassy |closed|", "keep the fishermen |employed|"
    const noun = tree.tokens[(tree.tokens[i] as SyntaxToken).head];
    if (noun?.relation === 'obj' && MADE_SO.has(tree.tokens[noun.head]?.lemma ?? '')) return false;
    const below = tree.under(i).filter((k) => k !== i);
    return (
      below.some((k) => date.has(k)) &&
      below.every((k) => date.has(k) || /^(?:case|punct)$/.test(tree.tokens[k]?.relation ?? ''))
    );
  });
