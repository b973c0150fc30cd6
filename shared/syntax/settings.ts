import type { Token } from '../text/tokens.ts';

const OPENING_QUOTES = new Set(['“', '«', '„', '``']);
const CLOSING_QUOTES = new Set(['”', '»', "''"]);

/** Which tokens are quoted. A closing mark without an opening one closes a quotation of an earlier sentence. */
export function quotedTokens(tokens: readonly Token[], open: boolean): Uint8Array {
  const quoted = new Uint8Array(tokens.length);
  let inside = open;
  let opened = open;
  for (let i = 0; i < tokens.length; i++) {
    const { text } = tokens[i] as Token;
    if (OPENING_QUOTES.has(text)) inside = opened = true;
    else if (CLOSING_QUOTES.has(text)) {
      if (!opened) quoted.fill(1, 0, i);
      opened = true;
      inside = false;
    } else if (text === '"') {
      opened = true;
      inside = !inside;
    } else if (inside) quoted[i] = 1;
  }
  return quoted;
}

/** Which tokens are in brackets; an unclosed bracket contains none. */
export function bracketedTokens(tokens: readonly Token[]): Uint8Array {
  const bracketed = new Uint8Array(tokens.length);
  const opened: number[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const { text } = tokens[i] as Token;
    if (text === '(' || text === '[') opened.push(i);
    else if (text === ')' || text === ']') {
      const from = opened.pop();
      if (from !== undefined && opened.length === 0) bracketed.fill(1, from + 1, i);
    }
  }
  return bracketed;
}
