import type { Expression } from './grammar/expression.ts';
import { type FormTable, longestAt, reachOf } from './grammar/form.ts';
import { CLASS_OF, DIGIT, DOT, GAP, isWordClass } from './scanning/characters.ts';
import { isCapitalised } from './scanning/letters.ts';
import { BETWEEN, LOST } from './scanning/state-table.ts';
import type { TokenWindow } from './scanning/token-window.ts';

/** An expression found in a text, not yet placed on the calendar. */
export interface Recognised {
  readonly start: number;
  readonly end: number;
  readonly expression: Expression;
}

/**
 * Finds the time expressions of a text in one pass, left to right, never overlapping.
 *
 * The state table runs over every code unit; only where it reports a trigger are tokens read and forms tried, within a window of bounded
 * size. So time grows with the text's length, whatever the text is.
 */
export function recognise(text: string, window: TokenWindow, forms: FormTable): Recognised[] {
  const { lexicon } = window;
  window.reset(text);
  const found: Recognised[] = [];
  const { next } = lexicon.triggers;
  const length = text.length;
  let state = BETWEEN;
  let floor = 0;
  for (let p = 0; p <= length; p++) {
    const cls = p < length ? (CLASS_OF[text.charCodeAt(p)] as number) : GAP;
    state = next[state | cls] as number;
    if (state >= 0) continue;
    const trigger = ~state;
    state = BETWEEN;
    let end = p;
    if (trigger === lexicon.numerals.glued) {
      // The letter may be the second after the digits: "1975Some".
      if (CLASS_OF[text.charCodeAt(p - 1)] !== DIGIT) end--;
      if (!isCapitalised(text, end)) {
        state = LOST;
        continue;
      }
      p = end - 1;
    }
    const start =
      trigger === lexicon.numerals.dotted
        ? dottedStart(text, end)
        : triggerStart(text, end, lexicon.triggerLength[trigger] as number);
    const small = lexicon.triggerNeedsCapital[trigger] === 1 && text.charCodeAt(start) > 0x5a;
    if (small && !lexicon.countsSmall(text, start, end)) continue;
    const expression = expressionAround(window, forms, start, floor);
    if (!expression) continue;
    for (let e: Expression | undefined = expression; e; e = e.also) {
      window.cls(e.upTo - 1);
      floor = window.end(e.upTo - 1);
      found.push({ start: window.start(e.from ?? window.matched), end: floor, expression: e });
    }
    if (floor > p) p = floor - 1;
  }
  // The window is reused; it must not keep the text in memory.
  window.reset('');
  return found;
}

/** Signs of the longest numeral that is walked back: "1990er". */
const LONGEST_NUMERAL = 8;

/** Signs of "31.12.21". */
const LONGEST_DOTTED = 8;

/** The start of a date of digits and dots. */
function dottedStart(text: string, p: number): number {
  let start = p;
  for (; start > 0 && p - start < LONGEST_DOTTED; start--) {
    const cls = CLASS_OF[text.charCodeAt(start - 1)];
    if (cls !== DIGIT && cls !== DOT) break;
  }
  return start;
}

/** Where the word that ends before `p` begins. Numerals of more than one length are walked back; they are short. */
function triggerStart(text: string, p: number, length: number): number {
  if (length > 0) return p - length;
  let start = p;
  while (start > 0 && p - start < LONGEST_NUMERAL && isWordClass(CLASS_OF[text.charCodeAt(start - 1)] as number))
    start--;
  return start;
}

/** The leftmost, then longest, expression that contains the trigger. */
function expressionAround(t: TokenWindow, forms: FormTable, start: number, floor: number): Expression | undefined {
  const trigger = t.open(start, floor);
  if (t.start(trigger) !== start) return undefined;
  for (let i = t.first; i <= trigger; i++) {
    const best = longestAt(forms, t, i);
    if (best && reachOf(best) > trigger) {
      t.matched = i;
      return best;
    }
  }
  return undefined;
}
