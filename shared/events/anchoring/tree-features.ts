import type { ParsedSentence } from '../../syntax/parsed-sentence.ts';
import type { DatePhrase } from '../dates/date-phrase.ts';
import type { VerbGroup } from '../sentence/verb-group.ts';
import type { Word } from '../sentence/word.ts';
import type { EventCandidate } from './candidates.ts';

/** Longest path between a date and a candidate that is encoded with its relations. */
const LONGEST_PATH = 4;
/** Longer paths share one feature. */
const LONGEST_LENGTH = 6;

/** Features of a pair from the dependency tree, by the indices of candidate and phrase. */
export type TreeFeatures = (candidate: number, phrase: number) => readonly string[];

interface Path {
  /** Relations up from the first token and down to the second: "obl<conj^". */
  readonly relations: string;
  readonly length: number;
}

/**
 * Features of pairs from the dependency tree: the path from the date to the candidate, and the candidate's relation to
 * its head. They are used only for ranking the candidates of one date.
 *
 * @param tokenAt The token of each word, see `tokensByWord`.
 */
export function treeFeatures(
  parse: ParsedSentence | undefined,
  tokenAt: readonly number[],
  groups: readonly VerbGroup[],
  candidates: readonly EventCandidate[],
  phrases: readonly DatePhrase[],
): TreeFeatures {
  if (!parse) return () => ['tree=none'];
  const { tokens } = parse;
  const nodes = candidates.map(({ head }) => tokenAt[head] ?? -1);
  const coarse = candidates.map(({ group }) => (group === undefined ? 'noun' : (groups[group]?.kind ?? '')));
  const dates = phrases.map((phrase) => ancestors(parse, topOf(parse, tokenAt, phrase)));
  return (candidate, phrase) => {
    const node = nodes[candidate] as number;
    const above = dates[phrase] as readonly number[];
    if (node < 0 || above.length === 0) return ['tree=none'];
    const kind = coarse[candidate] as string;
    const own = ancestors(parse, node);
    const { relations, length } = pathBetween(parse, above, own);
    const steps = Math.min(length, LONGEST_LENGTH);
    const relation = tokens[node]?.relation ?? '';
    return [
      `tree=${length <= LONGEST_PATH ? relations : 'long'}`,
      `steps=${steps}`,
      `steps=${steps}/${kind}`,
      `relation=${relation}`,
      `relation=${relation}/${kind}`,
    ];
  };
}

/** The token of each word, or of its first letter if the parse splits it. */
export function tokensByWord({ tokens }: ParsedSentence, words: readonly Word[]): number[] {
  let t = 0;
  return words.map(({ start }) => {
    while (t < tokens.length && (tokens[t]?.end as number) <= start) t++;
    return t < tokens.length ? t : -1;
  });
}

/** The token of a phrase whose head lies outside it; -1 if the phrase has no token. */
function topOf({ tokens }: ParsedSentence, tokenAt: readonly number[], { first, last }: DatePhrase): number {
  const from = tokenAt[first] ?? -1;
  const to = tokenAt[last] ?? -1;
  for (let i = from; i >= 0 && i <= to; i++) {
    const head = tokens[i]?.head ?? -1;
    if (head < from || head > to) return i;
  }
  return to;
}

/** A token and everything above it, up to the root. */
function ancestors({ tokens }: ParsedSentence, from: number): number[] {
  const chain: number[] = [];
  for (let at = from; at >= 0 && chain.length < tokens.length; at = tokens[at]?.head ?? -1) chain.push(at);
  return chain;
}

/** The path between the start tokens of two chains of ancestors. */
function pathBetween({ tokens }: ParsedSentence, up: readonly number[], down: readonly number[]): Path {
  const meeting = up.findIndex((token) => down.includes(token));
  if (meeting < 0) return { relations: 'apart', length: LONGEST_LENGTH };
  const below = down.indexOf(up[meeting] as number);
  const relationOf = (token: number): string => tokens[token]?.relation ?? '';
  const rising = up.slice(0, meeting).map(relationOf).join('<');
  const falling = down.slice(0, below).map(relationOf).reverse().join('>');
  return { relations: `${rising}^${falling}`, length: meeting + below };
}
