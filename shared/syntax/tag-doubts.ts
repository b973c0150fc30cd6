import type { Token } from '../text/tokens.ts';
import type { SyntaxModel } from './model.ts';
import { searchParse } from './parse-search.ts';
import { type Derivation, derive } from './parser.ts';
import { type ParserTokens, parserTokens } from './parser-features.ts';
import { parserWords } from './parser-words.ts';
import { StepScores } from './step-scores.ts';
import { NO_TAG, type TaggedTokens } from './tagger.ts';

/** Most doubtful tags per sentence. This and the numbers below were tuned on gum-dev and ewt-dev. */
const MOST_DOUBTS = 3;
/** A tag is doubtful if its log probability exceeds that of the second by less than this. */
const CLOSE = 1;
/** Weight of a difference of tags relative to a difference of parses, and the least gain of both together. */
const TAG_SHARE = 0.7;
const GAIN = 0.2;

/** A sentence with tags and the parse that goes with them. */
export interface ParsedTokens {
  readonly tagged: TaggedTokens;
  /** Tags by name. */
  readonly tags: readonly string[];
  readonly view: ParserTokens;
  readonly derivation: Derivation;
}

/** The role of a word in a clause by its tag: finite verb, participle, infinitive, gerund, or no verb. */
const PARTS: Readonly<Record<string, string>> = {
  VBD: 'finite',
  VBZ: 'finite',
  VBP: 'finite',
  MD: 'finite',
  VBN: 'participle',
  VB: 'infinitive',
  VBG: 'gerund',
};

/** The tokens with two almost equally likely tags of different roles, the most doubtful first. */
function doubtfulTokens({ tags }: SyntaxModel, tagged: TaggedTokens): number[] {
  const doubtful: number[] = [];
  tagged.seconds.forEach((second, i) => {
    if (second === NO_TAG || (tagged.gaps[i] as number) >= CLOSE) return;
    if (PARTS[tags[tagged.tags[i] as number] as string] !== PARTS[tags[second] as string]) doubtful.push(i);
  });
  doubtful.sort((a, b) => (tagged.gaps[a] as number) - (tagged.gaps[b] as number) || a - b);
  return doubtful.slice(0, MOST_DOUBTS);
}

function parseTagged(
  model: SyntaxModel,
  scores: StepScores,
  tokens: readonly Token[],
  tagged: TaggedTokens,
  bound: number,
): ParsedTokens | undefined {
  const tags: string[] = [];
  for (const index of tagged.tags) tags.push(model.tags[index] as string);
  const view = parserTokens(parserWords(model.lemmas, tokens, tags).words, tagged, model.tags);
  const derivation = derive(scores, view, bound);
  return derivation && { tagged, tags, view, derivation };
}

/**
 * Parses a sentence, and chooses between almost equally likely tags by the parse: "plans" is a verb if the parse with a noun is less
 * likely.
 *
 * @param greedy Keeps the given tags and the greedy parse.
 */
export function parseWithTags(
  model: SyntaxModel,
  tokens: readonly Token[],
  given: TaggedTokens,
  greedy: boolean,
): ParsedTokens {
  const scores = new StepScores(model.parser);
  let best = parseTagged(model, scores, tokens, given, Number.NEGATIVE_INFINITY) as ParsedTokens;
  if (greedy) return best;
  for (const i of doubtfulTokens(model, given)) {
    const tags = best.tagged.tags.slice();
    const seconds = best.tagged.seconds.slice();
    tags[i] = given.seconds[i] as number;
    seconds[i] = given.tags[i] as number;
    const bound = best.derivation.chance + TAG_SHARE * (given.gaps[i] as number) + GAIN;
    best = parseTagged(model, scores, tokens, { tags, seconds, gaps: given.gaps }, bound) ?? best;
  }
  return { ...best, derivation: searchParse(scores, best.view, best.derivation) };
}
