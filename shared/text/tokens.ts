/** The kind of characters of a token. */
export type TokenKind = 'word' | 'number' | 'mark';

/** A token of a text: UTF-16 offsets, `end` exclusive. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Lower case, with curly apostrophes made straight. */
  readonly lower: string;
  readonly kind: TokenKind;
  /** Begins with a capital letter. */
  readonly capital: boolean;
}

/**
 * Numbers with their signs and units ("$7.7", "25%", "4,000"), words with inner hyphens, dots of abbreviations and
 * apostrophes ("oil-hit", "U.S.", "don't", "Kamm's" as "Kamm" + "'s"), and every other visible character by itself
 * ("--" as one).
 */
const TOKEN =
  /\d+(?:[-‐]\p{L}[\p{L}\p{M}]*)+|[$€£¥#]?\d[\d.,:/]*\d(?:st|nd|rd|th|s|m|bn|%)?|[$€£¥#]?\d(?:st|nd|rd|th|s|m|bn|%)?|['’](?:s|S)\b|(?:\p{Lu}\.){2,}|(?:St|Mr|Mrs|Ms|Dr|Gen|Lt|Col|Sen|Rep|Gov|Rev|Prof|Capt|Sgt|Maj|Adm|Jr|Sr|Inc|Corp|Co|Ltd|Bros|Mt|Ft)\.(?=[\s,])|(?:\p{Lu}\.(?=[ \u00a0]))|[\p{L}\p{M}\p{Nd}_]+(?:(?:[-‐‑&/.](?=[\p{L}\p{Nd}])|['’](?![sS]\b)(?=\p{L}))[\p{L}\p{M}\p{Nd}_]+)*(?:['’](?=\s))?|--+|\.{2,}|\S/gu;

/** Tokens of `text` between two offsets, in order; linear in the length of the stretch. */
export function tokenize(text: string, start = 0, end = text.length): Token[] {
  const tokens: Token[] = [];
  const piece = start === 0 && end === text.length ? text : text.slice(start, end);
  TOKEN.lastIndex = 0;
  for (let found = TOKEN.exec(piece); found; found = TOKEN.exec(piece)) {
    let word = found[0];
    const code = word.charCodeAt(0);
    let kind: TokenKind = 'mark';
    if (
      (code >= 48 && code <= 57) ||
      (word.length > 1 && (code === 36 || code === 163 || code === 8364 || code === 165))
    )
      kind = 'number';
    else if (word.length > 1 || (code | 32) - 97 < 26 || code > 127)
      kind = /[\p{L}\p{N}]/u.test(word) ? 'word' : 'mark';
    if (kind === 'mark' && (word === "'s" || word === '’s')) kind = 'word';
    // a plural possessive: "parents'" → "parents", with the apostrophe as a token of its own
    const trailing = word.length > 1 && (word.endsWith("'") || word.endsWith('’')) && kind === 'word';
    if (trailing) word = word.slice(0, -1);
    const from = start + found.index;
    const lower = word.toLowerCase();
    tokens.push({
      start: from,
      end: from + word.length,
      text: word,
      lower: lower.includes('’') ? lower.replaceAll('’', "'") : lower,
      kind,
      capital: kind === 'word' && lower !== word && word.charAt(0) !== lower.charAt(0),
    });
    if (trailing) {
      const at = from + word.length;
      tokens.push({ start: at, end: at + 1, text: text.slice(at, at + 1), lower: "'", kind: 'mark', capital: false });
    }
  }
  return tokens;
}
