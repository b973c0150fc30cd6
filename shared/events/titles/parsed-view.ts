import type { ParsedSentence } from '../../syntax/parsed-sentence.ts';
import { NEEDS_MEASURE } from '../lexicon/complement-verbs.ts';
import type { OmittedDate, SentenceView } from '../sentence/render-words.ts';
import type { Word } from '../sentence/word.ts';

/** A sentence as words and as a parse of the same characters. */
export interface ParsedView {
  readonly view: SentenceView;
  readonly parse: ParsedSentence;
  /** The event is told as a fact. */
  readonly isFact: boolean;
  /** Index of the first token of each word. */
  readonly tokenOf: readonly number[];
  /** Index of the word that contains each token. */
  readonly wordOf: readonly number[];
}

/** The parse of a view's sentence, aligned with its words; `undefined` for a sentence that is too long. */
export function parsedView(view: SentenceView, isFact: boolean): ParsedView | undefined {
  const { words } = view;
  const parse = view.parse();
  if (!parse || words.length === 0) return undefined;
  const tokenOf: number[] = [];
  const wordOf: number[] = [];
  let w = 0;
  parse.tokens.forEach((token, t) => {
    while (w + 1 < words.length && (words[w] as Word).end <= token.start) w++;
    wordOf.push(w);
    tokenOf[w] ??= t;
  });
  return { view, parse, isFact, tokenOf, wordOf };
}

/** Tokens of the date that is left out. */
export const dateTokens = ({ wordOf }: ParsedView, dropped: OmittedDate | undefined): ReadonlySet<number> =>
  new Set(dropped ? wordOf.flatMap((w, token) => (dropped.first <= w && w <= dropped.last ? [token] : [])) : []);

const ARGUMENTS: ReadonlySet<string> = new Set(['obj', 'nsubj', 'nsubj:pass']);
const NOUN_PARTS: ReadonlySet<string> = new Set(['amod', 'compound', 'nummod']);

/**
 * Whether the clause is incomplete without a date: the date is its subject or object and has an article ("They spent the summer rebuilding
 * it"), is its predicate ("is likely to be mid-August"), or is a noun with adjectives outside the date ("the start of the
 * next lunar month"). A bare day after a verb is no object, whatever the parser says ("It began 20 April").
 *
 * @param asPredicateOnly Considers only dates as predicates.
 */
export function isDateNeeded(parsed: ParsedView, dropped: OmittedDate, asPredicateOnly: boolean): boolean {
  const { tokens } = parsed.parse;
  const inside = dateTokens(parsed, dropped);
  if (followsMeasured(parsed.view.words, dropped)) return true;
  // "take |up| to two years", which the parser reads as "take up"
  const isParticle = (token: number): boolean => tokens[token]?.lower === 'up' && tokens[token + 1]?.lower === 'to';
  const heads = [...inside].filter((token) => !inside.has(tokens[token]?.head ?? -1) && !isParticle(token));
  if (heads.length !== 1) return false;
  const [head] = heads as [number];
  if (isMeasure(parsed, head, inside)) return true;
  const relation = tokens[head]?.relation ?? '';
  const has = (relations: ReadonlySet<string>): boolean =>
    tokens.some((token, t) => token.head === head && relations.has(token.relation) && !inside.has(t));
  if (has(COPULA)) return true;
  if (asPredicateOnly) return false;
  if (ARGUMENTS.has(relation)) return tokens.some((token) => token.head === head && token.relation === 'det');
  return relation === 'nmod' && has(NOUN_PARTS);
}

/** "is expected to last |six weeks|": by the words alone, where the parser takes "last" for an adjective. */
function followsMeasured(words: readonly Word[], { first, last }: OmittedDate): boolean {
  const verb = /^(?:for|about|around|another|over)$/.test(words[first - 1]?.lower ?? '') ? first - 2 : first - 1;
  return (
    /^(?:take|last)$/.test(words[verb]?.lower ?? '') &&
    /^(?:to|will|would|could|may|might|should|can)$/.test(words[verb - 1]?.lower ?? '') &&
    words.slice(first, last + 1).some(({ lower }) => UNIT.test(lower))
  );
}

/** "could take |48 hours|", "is likely to last |over a week|": how long is all that the verb says. */
function isMeasure({ parse: { tokens } }: ParsedView, head: number, date: ReadonlySet<number>): boolean {
  // "spent |most of the last three months| at sea"
  const share = tokens[head]?.head ?? -1;
  const isShare = SHARE.test(tokens[share]?.lower ?? '') && /^obj|^obl/.test(tokens[share]?.relation ?? '');
  const over = isShare ? (tokens[share]?.head ?? -1) : share;
  const { lemma, tag } = tokens[over] ?? {};
  if (!lemma || !/^VB/.test(tag ?? '') || !NEEDS_MEASURE.has(lemma) || head < over) return false;
  const isLength =
    [...date].some((i) => UNIT.test(tokens[i]?.lower ?? '')) &&
    (lemma === 'spend' || ![...date].some((i) => /^(?:last|next|this|ago|past)$/.test(tokens[i]?.lower ?? '')));
  return (
    isLength &&
    !tokens.some(
      (token, t) =>
        token.head === over &&
        t !== share &&
        !date.has(t) &&
        !(token.lower === 'up' && tokens[t + 1]?.lower === 'to') &&
        /^(?:obj|compound:prt|aux:pass)$/.test(token.relation),
    )
  );
}

const SHARE = /^(?:most|much|all|part|some|half)$/;
const UNIT = /(?:^|-)(?:second|minute|hour|day|week|month|year|decade)s?$/;

const COPULA: ReadonlySet<string> = new Set(['cop']);

/** Whether the event of a word depends on a condition of its sentence: "they will leave only |if| the bank agrees". */
export function isConditional({ parse, tokenOf }: ParsedView, word: number): boolean {
  const { tokens } = parse;
  const token = tokenOf[word] ?? -1;
  return tokens.some(({ lower, relation, head }) => {
    if (relation !== 'mark' || !/^(?:if|unless)$/.test(lower)) return false;
    for (let at = tokens[head]?.head ?? -1, steps = 0; at >= 0 && steps < 30; at = tokens[at]?.head ?? -1, steps++)
      if (at === token) return true;
    return false;
  });
}

/** Whether a word is the head of its clause's subject. */
export function isSubject({ parse, tokenOf }: ParsedView, word: number): boolean {
  const token = tokenOf[word];
  return (
    token !== undefined && parse.clauses.some(({ subject, subjectShared }) => subject?.head === token && !subjectShared)
  );
}
