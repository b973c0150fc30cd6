/**
 * Character widths in em, by kind of letter. A server has no fonts: these are the widths of the widest common serif
 * (DejaVu Serif, measured in Chromium), so that labels fit whichever font a reader has.
 */
const NARROW = 0.42;
const LOWER = 0.65;
const UPPER = 0.88;
const WIDE = 1.05;

const NARROW_LETTERS = /[iljtfrIJ .,;:'’!()\-·/]/;
const WIDE_LETTERS = /[mwMW—…&%@]/;
/** From Hangul Jamo on, and emoji: square characters. */
const SQUARE = 0x1100;

function emOf(character: string): number {
  if (NARROW_LETTERS.test(character)) return NARROW;
  if (WIDE_LETTERS.test(character)) return WIDE;
  const code = character.codePointAt(0) ?? 0;
  if (code >= SQUARE && !(code >= 0x2010 && code <= 0x2027)) return WIDE;
  // Cyrillic, Greek and similar scripts are as wide as capitals on average.
  return code > 0x250 || (character === character.toUpperCase() && /\p{L}/u.test(character)) ? UPPER : LOWER;
}

/** Upper bound of a text's width in pixels, in the page's serif at `size` pixels. */
export const textWidth = (text: string, size: number): number => {
  let em = 0;
  for (const character of text) em += emOf(character);
  return em * size;
};

/** The same for the small bold sans of dates: about a tenth wider than the serif. */
export const noteWidth = (text: string, size: number): number => textWidth(text, size) * 1.1;

/** How many characters of a text fit into a width, including the ellipsis if it must be truncated. */
export function charactersWithin(text: string, size: number, pixels: number): number {
  if (textWidth(text, size) <= pixels) return [...text].length;
  let room = pixels - WIDE * size;
  let count = 0;
  for (const character of text) {
    room -= emOf(character) * size;
    if (room < 0) break;
    count += 1;
  }
  return count + 1;
}
