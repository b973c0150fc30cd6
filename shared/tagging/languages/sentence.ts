import { CLASS_OF, isWordClass } from '../scanning/characters.ts';
import { isDigit, isUpper } from '../scanning/letters.ts';

/** Code units looked at on either side. */
const REACH = 140;

/** True if a letter or a digit stands at an offset. */
export const isLetterAt = (text: string, p: number): boolean => isWordClass(CLASS_OF[text.charCodeAt(p)] as number);

/** Small letters and blanks, most of a text, end no sentence. */
const isPlain = (code: number): boolean => code >= 0x61 || code === 0x20;

/** A full stop that ends a sentence has a blank or a quote after it and a word, not an initial, before it. */
function isSentenceEnd(text: string, p: number): boolean {
  const code = text.charCodeAt(p);
  if (code === 0x21 || code === 0x3f || code === 0x3b) return true;
  if (code === 0x0a) return text.charCodeAt(p + 1) === 0x0a;
  if (code !== 0x2e) return false;
  const next = text.charCodeAt(p + 1);
  if (!(next === 0x20 || next === 0x0a || next === 0x22 || next === 0x27)) return false;
  if (isLetterAt(text, p - 2) && isLetterAt(text, p - 3)) return true;
  // "on January 11. The": after a number only a capitalised word ends the sentence.
  return isDigit(text.charCodeAt(p - 1)) && next === 0x20 && isUpper(text, p + 2);
}

/** The start of the sentence that contains an offset, at most `REACH` before it. */
export function sentenceStart(text: string, offset: number): number {
  const lowest = Math.max(0, offset - REACH);
  for (let p = offset - 2; p > lowest; p--) if (!isPlain(text.charCodeAt(p)) && isSentenceEnd(text, p)) return p + 1;
  return lowest;
}

/** The end of the sentence that contains an offset, at most `REACH` after it. */
export function sentenceEnd(text: string, offset: number): number {
  const highest = Math.min(text.length, offset + REACH);
  for (let p = offset; p < highest; p++) if (!isPlain(text.charCodeAt(p)) && isSentenceEnd(text, p)) return p;
  return highest;
}
