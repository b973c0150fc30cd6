import { CLASS_OF, isWordClass } from './characters.ts';

/** Most characters of white space within a phrase; more is a break in the layout. Bounds the work around one trigger. */
export const MAX_BLANKS = 64;

/** Longest word that is looked up, in letters. */
export const MAX_WORD = 40;

export const isBlank = (code: number): boolean =>
  code === 0x20 || (code >= 0x09 && code <= 0x0d) || code === 0xa0 || code === 0x202f;

export const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

/** True for a dot or comma between two digits: the digits on both sides are one numeral. */
export function isNumeralPoint(text: string, p: number, floor: number): boolean {
  const code = text.charCodeAt(p);
  return (
    (code === 0x2e || code === 0x2c) && p > floor && isDigit(text.charCodeAt(p - 1)) && isDigit(text.charCodeAt(p + 1))
  );
}

/** Three digits and no more: a group of thousands. */
export const isGroup = (text: string, p: number): boolean =>
  isDigit(text.charCodeAt(p)) &&
  isDigit(text.charCodeAt(p + 1)) &&
  isDigit(text.charCodeAt(p + 2)) &&
  !isDigit(text.charCodeAt(p + 3));

/** How many letters and digits follow an offset, counted up to the longest word. */
export function letterRun(text: string, p: number): number {
  let q = p;
  while (q < text.length && q - p < MAX_WORD && isWordClass(CLASS_OF[text.charCodeAt(q)] as number)) q++;
  return q - p;
}

/** True for a capital followed by a small letter: the head of a word, not a unit or a model number. */
export const isCapitalised = (text: string, p: number): boolean => {
  const small = text.charCodeAt(p + 1);
  return isUpper(text, p) && small >= 0x61 && small <= 0x7a;
};

/** True for a capital of any alphabet. */
export function isUpper(text: string, p: number): boolean {
  const letter = text.charAt(p);
  return letter !== letter.toLowerCase();
}
