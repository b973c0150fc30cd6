import { type Token, tokenize } from '../text/tokens.ts';

/** Clitics that are words of their own in a dependency tree: "did|n't", "she|'ll", "can|not". The lookahead keeps "not" by itself whole. */
const CLITIC = /(?<=\p{L})(?:n['’]t|['’](?:m|re|ve|ll|d))$|(?<=^can)not$/iu;

/** Endings of tokens that may hold a clitic: most tokens fail this test, which is cheaper than the pattern. */
const mayHoldClitic = (lower: string): boolean => lower.length > 2 && (lower.includes("'") || lower === 'cannot');

/** Tokens of `text` between two offsets as the syntax reads them: those of `tokenize`, with clitics apart. */
export function syntaxTokens(text: string, start: number, end: number): Token[] {
  const tokens: Token[] = [];
  for (const token of tokenize(text, start, end)) {
    const clitic = token.kind === 'word' && mayHoldClitic(token.lower) ? CLITIC.exec(token.text) : null;
    if (!clitic) {
      tokens.push(token);
      continue;
    }
    const at = token.start + clitic.index;
    tokens.push(
      { ...token, end: at, text: token.text.slice(0, clitic.index), lower: token.lower.slice(0, clitic.index) },
      { ...token, start: at, text: clitic[0], lower: token.lower.slice(clitic.index), capital: false },
    );
  }
  return tokens;
}
