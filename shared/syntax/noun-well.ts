import type { Token } from '../text/tokens.ts';
import { NO_TAG, type TaggedTokens } from './tagger.ts';
import { vocabularyTest } from './vocabulary.ts';

const isAdverb = vocabularyTest(/^(?:RB|UH|JJ|RP)$/);
const isDeterminer = vocabularyTest(/^(?:DT|PRP\$|POS)$/);
const isModifier = vocabularyTest(/^(?:NN|NNP|JJ|VBN|VBG)$/);
const isComplement = vocabularyTest(/^(?:DT|CD|IN|TO|PRP\$)$/);
const isName = vocabularyTest(/^NNP$/);
const mayFollow = vocabularyTest(/^(?:VBD|VBZ|VBP|VBG|MD|IN|TO|WDT|CC|[.,:])$/);
/** Kinds of wells, as the word before says them. */
const OF_A_WELL =
  /^(?:oil|gas|water|relief|exploration|exploratory|deepwater|offshore|blown-out|ruptured|leaking|drinking|artesian|old|new|first|second|third|damaged|capped|dry|deep)$/;

const isCopula = /^(?:is|was|has|had|will|would|could|may|might)$/;

/**
 * Tags "well" as a noun where it stands for one: behind a determiner ("the |well| was capped") or a word for a kind of well ("a relief |well|").
 * The tagger takes nearly every "well" for an adverb.
 *
 * @param names Tags by index.
 */
export function withNounWell(tokens: readonly Token[], tagged: TaggedTokens, names: readonly string[]): TaggedTokens {
  let tags: Uint8Array | undefined;
  let seconds: Uint8Array | undefined;
  const nameOf = (i: number): string => names[tagged.tags[i] as number] ?? '';
  tokens.forEach(({ lower }, i) => {
    if (lower !== 'well' || i === 0 || !isAdverb(nameOf(i)) || !isWell(tokens, i, nameOf)) return;
    tags ??= tagged.tags.slice();
    seconds ??= tagged.seconds.slice();
    tags[i] = names.indexOf('NN');
    seconds[i] = NO_TAG;
  });
  return tags && seconds ? { tags, seconds, gaps: tagged.gaps } : tagged;
}

function isWell(tokens: readonly Token[], i: number, nameOf: (i: number) => string): boolean {
  const isEnd = i + 1 === tokens.length;
  // "the well leaked two barrels", "the well drilled by Orex", "a relief well begun May 16"; but "the well known captain"
  const isVerb =
    nameOf(i + 1) === 'VBN' && (isComplement(nameOf(i + 2)) || (isName(nameOf(i + 2)) && nameOf(i + 3) === 'CD'));
  if (!isEnd && !isVerb && !mayFollow(nameOf(i + 1))) return false;
  if (isDeterminer(nameOf(i - 1))) return true;
  // "the Orex well was plugged"
  const isNamed = isName(nameOf(i - 1)) && isCopula.test(tokens[i + 1]?.lower ?? '');
  return (
    (isNamed || (OF_A_WELL.test(tokens[i - 1]?.lower ?? '') && isModifier(nameOf(i - 1)))) &&
    [i - 2, i - 3, i - 4].some((k) => k >= 0 && isDeterminer(nameOf(k)))
  );
}
