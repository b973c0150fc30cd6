import { APOSTROPHE, CLASS_OF, GAP, isWordClass } from './characters.ts';
import { isBlank, isNumeralPoint, MAX_BLANKS, MAX_WORD } from './letters.ts';

/** The start of the token before an offset, or -1 if none is near enough. */
export function wordBefore(text: string, offset: number, floor: number): number {
  let p = offset;
  let lines = 0;
  const lowest = Math.max(floor, p - MAX_BLANKS);
  while (p > lowest && isBlank(text.charCodeAt(p - 1))) if (text.charCodeAt(--p) === 0x0a) lines++;
  if (p <= lowest || lines > 1) return -1;
  const cls = CLASS_OF[text.charCodeAt(p - 1)] as number;
  if (!isWordClass(cls)) return p - 1;
  const shortest = Math.max(floor, p - MAX_WORD);
  p--;
  // "Clinton's": the "'s" is one token.
  const quote = p - 1 >= floor ? CLASS_OF[text.charCodeAt(p - 1)] : GAP;
  if (quote === APOSTROPHE && (text.charCodeAt(p) | 0x20) === 0x73) return p - 1;
  while (p > shortest) {
    const code = text.charCodeAt(p - 1);
    const joins = isWordClass(CLASS_OF[code] as number) || isNumeralPoint(text, p - 1, floor);
    if (!joins) break;
    p--;
  }
  return p === shortest && p > floor && isWordClass(CLASS_OF[text.charCodeAt(p - 1)] as number) ? -1 : p;
}
