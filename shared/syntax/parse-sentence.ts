import type { Sentence } from '../text/sentences.ts';
import { readClauses } from './clauses.ts';
import { repairFrontedParticiple } from './fronted-participle.ts';
import { syntaxModel } from './model.ts';
import { withNounWell } from './noun-well.ts';
import type { ParsedSentence, ParseOptions, SyntaxToken } from './parsed-sentence.ts';
import { parserWords } from './parser-words.ts';
import { reattachClauses } from './reattach.ts';
import { repairRelativeRoot } from './relative-root.ts';
import { tagsForTree } from './second-tags.ts';
import { bracketedTokens, quotedTokens } from './settings.ts';
import { repairStrayAuxiliaries } from './stray-auxiliary.ts';
import { syntaxTokens } from './syntax-tokens.ts';
import { parseWithTags } from './tag-doubts.ts';
import { tagTokens } from './tagger.ts';
import { repairTrailingSpeaker } from './trailing-speaker.ts';
import { treeOf } from './tree.ts';

/** Longer sentences get the greedy parse, since texts of that length are not prose. */
const LONGEST_SEARCHED = 300;

/**
 * Tags a sentence, parses it and reads its clauses. Returns a result for every text. Linear in the length of the sentence. The weights are
 * unpacked at the first call, which takes some 50 ms.
 *
 * @param text The article; offsets of tokens index it.
 */
export function parseSentence(text: string, sentence: Sentence, options: ParseOptions = {}): ParsedSentence {
  const model = syntaxModel();
  const tokens = syntaxTokens(text, sentence.start, sentence.end);
  if (tokens.length === 0) return { sentence, tokens: [], clauses: [] };
  const greedy = options.greedy === true || tokens.length > LONGEST_SEARCHED;
  const doubtful = withNounWell(tokens, tagTokens(model.tagger, model.lexicon, tokens), model.tags);
  const { tagged, tags: given, view, derivation } = parseWithTags(model, tokens, doubtful, greedy);
  const { state } = derivation;
  const parsed = treeOf(
    state.heads.map((head) => (head === state.size ? -1 : head)),
    given.map((_, i) => model.relations[state.labels[i] as number] as string),
    given,
  );
  const revised = reattachClauses(model.attachment, parsed, view, state.labels, model.relations);
  const tags = tagsForTree(revised, tagged, model.tags);
  const { lemmas } = parserWords(model.lemmas, tokens, tags);
  const rooted = repairRelativeRoot(revised);
  const texts = tokens.map(({ text: form }) => form);
  const finite = repairStrayAuxiliaries(treeOf(rooted.heads, rooted.relations, tags), lemmas);
  const tree = repairTrailingSpeaker(repairFrontedParticiple(finite, texts), lemmas, texts);
  const quoted = quotedTokens(tokens, options.quotationOpen === true);
  const bracketed = bracketedTokens(tokens);
  const { clauses, clauseOf } = readClauses(tree, tokens, lemmas, (token) => ({
    quotation: quoted[token] === 1,
    bracket: bracketed[token] === 1,
    headline: options.headline === true,
    caption: options.caption === true,
  }));
  const read = tokens.map(
    ({ start, end, text: form, lower }, i): SyntaxToken => ({
      start,
      end,
      text: form,
      lower,
      lemma: lemmas[i] as string,
      tag: tags[i] as string,
      head: tree.heads[i] as number,
      relation: tree.relations[i] as string,
      clause: clauseOf[i] as number,
    }),
  );
  return { sentence, tokens: read, clauses };
}
