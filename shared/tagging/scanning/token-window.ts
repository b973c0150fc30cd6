import { W } from '../grammar/word.ts';
import { CLASS_OF, DIGIT, GAP, isWordClass } from './characters.ts';
import { isBlank, isCapitalised, isDigit, isGroup, isUpper, letterRun, MAX_BLANKS, MAX_WORD } from './letters.ts';
import { Flag, type Lexicon } from './lexicon.ts';
import { wordBefore } from './look-back.ts';
import { SATELLITES } from './satellites.ts';
import { SIGN_CLASS } from './signs.ts';
import { BETWEEN } from './state-table.ts';

/** Most tokens of a window: more than any form reads. */
const WINDOW = 48;
/** Most tokens read before a trigger. */
const MAX_BACK = 9;

/**
 * The tokens around one trigger, read lazily. One window is reused for all texts: its arrays are allocated once.
 * Index 0 is the word before the first satellite, if there is one: context that forms may test but not include.
 */
export class TokenWindow {
  readonly lexicon: Lexicon;
  text = '';
  /** The token at which the last expression was found. */
  matched = 0;
  /** First token that may begin an expression. */
  first = 0;
  private count = 0;
  private position = 0;
  private ended = false;
  private readonly classes = new Uint8Array(WINDOW);
  private readonly values = new Float64Array(WINDOW);
  private readonly starts = new Int32Array(WINDOW);
  private readonly ends = new Int32Array(WINDOW);
  private readonly flags = new Uint8Array(WINDOW);
  private readonly lengths = new Uint8Array(WINDOW);

  constructor(lexicon: Lexicon) {
    this.lexicon = lexicon;
  }

  /** Starts another text. */
  reset(text: string): void {
    this.text = text;
  }

  /** Class of token `i`, `W.None` beyond the end. */
  cls(i: number): number {
    if (i < this.count) return i < 0 ? W.None : (this.classes[i] as number);
    return this.readUpTo(i);
  }
  private readUpTo(i: number): number {
    while (i >= this.count && !this.ended) this.read();
    return i < this.count ? (this.classes[i] as number) : W.None;
  }
  is(i: number, cls: number): boolean {
    return this.cls(i) === cls;
  }
  /** Value of token `i`: a month's number, a numeral's number, a place in a list. Call `cls` first. */
  value(i: number): number {
    return this.values[i] as number;
  }
  /** Digits of a numeral; 0 for anything else. */
  digits(i: number): number {
    return this.lengths[i] as number;
  }
  start(i: number): number {
    return this.starts[i] as number;
  }
  end(i: number): number {
    return this.ends[i] as number;
  }
  /** True if white space stands before the token. */
  spaced(i: number): boolean {
    return ((this.flags[i] as number) & Flag.Spaced) !== 0;
  }
  capital(i: number): boolean {
    return ((this.flags[i] as number) & Flag.Capital) !== 0;
  }
  plural(i: number): boolean {
    return ((this.flags[i] as number) & Flag.Plural) !== 0;
  }
  /** True if the token is this word (lower case), whatever its class; for the rare form that needs one word. */
  isWord(i: number, word: string): boolean {
    if (this.cls(i) === W.None) return false;
    const start = this.starts[i] as number;
    const { length } = word;
    if ((this.ends[i] as number) - start !== length) return false;
    for (let k = 0; k < length; k++) if ((this.text.charCodeAt(start + k) | 0x20) !== word.charCodeAt(k)) return false;
    return true;
  }

  /**
   * Opens the window around a trigger.
   *
   * @param from Start of the trigger word.
   * @param floor No token before this offset is read: the end of the previous expression.
   * @returns The trigger's token index.
   */
  open(from: number, floor: number): number {
    let begin = from;
    let back = 0;
    let context = 0;
    while (back < MAX_BACK) {
      const start = wordBefore(this.text, begin, floor);
      if (start < 0) break;
      begin = start;
      back++;
      if (SATELLITES[this.classAt(start)] === 0) {
        context = 1;
        break;
      }
    }
    // The first token before the trigger's context is already read, as token 0.
    if (back === 0) this.openAt(from);
    this.first = context;
    let i = context;
    while (this.cls(i) !== W.None && this.start(i) < from) i++;
    return i;
  }

  /** Class of the one token that begins at an offset. */
  private classAt(offset: number): number {
    this.openAt(offset);
    return this.cls(0);
  }
  private openAt(offset: number): void {
    this.position = offset;
    this.count = 0;
    this.ended = false;
  }

  private push(cls: number, value: number, start: number, end: number, flags: number, digits: number): void {
    const i = this.count++;
    this.classes[i] = cls;
    this.values[i] = value;
    this.starts[i] = start;
    this.ends[i] = end;
    this.flags[i] = flags;
    this.lengths[i] = digits;
    this.position = end;
    if (this.count === WINDOW) this.ended = true;
  }

  /** Reads one token at `position`. */
  private read(): void {
    const { text } = this;
    let p = this.position;
    const highest = Math.min(text.length, p + MAX_BLANKS);
    let lines = 0;
    while (p < highest && isBlank(text.charCodeAt(p))) if (text.charCodeAt(p++) === 0x0a) lines++;
    if (p >= highest || (lines > 1 && this.count > 0)) {
      this.ended = true;
      return;
    }
    const spaced = p > this.position || this.count === 0 ? Flag.Spaced : 0;
    const code = text.charCodeAt(p);
    const cls = CLASS_OF[code] as number;
    if (cls === DIGIT) this.readNumeral(p, spaced);
    else if (isWordClass(cls)) this.readWord(p, spaced);
    else this.readSign(p, code, spaced);
  }

  private readSign(p: number, code: number, spaced: number): void {
    const cls = SIGN_CLASS[code] as number;
    if (cls === W.Apostrophe) {
      const after = this.text.charCodeAt(p + 1) | 0x20;
      if (after === 0x73 && !isWordClass(CLASS_OF[this.text.charCodeAt(p + 2)] ?? GAP)) {
        this.push(W.Possessive, 0, p, p + 2, spaced, 0);
        return;
      }
    }
    this.push(cls, code, p, p + 1, spaced, 0);
  }

  private readWord(p: number, spaced: number): void {
    const { text, lexicon } = this;
    const { next } = lexicon.words;
    const capital = text.charCodeAt(p) < 0x5b || isUpper(text, p) ? Flag.Capital : 0;
    let state = BETWEEN;
    let q = p;
    const longest = Math.min(text.length, p + MAX_WORD);
    for (; q <= longest; q++) {
      const cls = q < text.length ? (CLASS_OF[text.charCodeAt(q)] as number) : GAP;
      state = next[state | cls] as number;
      if (state <= BETWEEN) break;
    }
    if (q > longest) {
      this.ended = true;
      return;
    }
    if (state < 0) {
      const word = ~state;
      const flags = lexicon.flags[word] as number;
      if (!(flags & Flag.NeedsCapital) || capital || lexicon.countsSmall(text, p, q)) {
        const dotted = flags & Flag.Abbreviation && text.charCodeAt(q) === 0x2e ? 1 : 0;
        this.push(
          lexicon.cls[word] as number,
          lexicon.value[word] as number,
          p,
          q + dotted,
          spaced | capital | flags,
          0,
        );
        return;
      }
    }
    this.push(W.Unknown, 0, p, q, spaced | capital, 0);
  }

  private readNumeral(p: number, spaced: number): void {
    const { text } = this;
    let q = p;
    let value = 0;
    while (isDigit(text.charCodeAt(q)) && q - p < 15) value = value * 10 + (text.charCodeAt(q++) & 15);
    let digits = q - p;
    // "1,500": groups of three digits make one number that is no year.
    const { style } = this.lexicon;
    const [group, point] = style.decimal === '.' ? [0x2c, 0x2e] : [0x2e, 0x2c];
    while (text.charCodeAt(q) === group && isGroup(text, q + 1)) {
      value = value * 1000 + Number(text.slice(q + 1, q + 4));
      q += 4;
      digits = 0;
    }
    if (text.charCodeAt(q) === point && isDigit(text.charCodeAt(q + 1))) {
      const whole = q;
      q++;
      while (isDigit(text.charCodeAt(q)) && q - whole < 12) q++;
      this.push(W.Decimal, value + Number(`.${text.slice(whole + 1, q)}`), p, q, spaced, 0);
      return;
    }
    const letters = letterRun(text, q);
    if (letters === 0 || (digits === 4 && isCapitalised(text, q))) this.push(W.Number, value, p, q, spaced, digits);
    else {
      const tail = text.slice(q, q + letters).toLowerCase();
      if (style.ordinals.includes(tail)) this.push(W.Ordinal, value, p, q + letters, spaced, digits);
      else if (tail === style.decade && digits >= 2 && digits <= 4)
        this.push(W.DecadeNumeral, value, p, q + letters, spaced, digits);
      else if (style.clocks.includes(tail)) this.push(W.Number, value, p, q, spaced, digits);
      else this.pushCode(p, q + letters, spaced);
    }
  }

  /** Digits and letters that the lexicon may have as one word: "3Q11", "14Nov2011", "2moro". */
  private pushCode(from: number, to: number, spaced: number): void {
    const { cls, value, words } = this.lexicon;
    let state = BETWEEN;
    for (let p = from; p < to; p++) state = words.next[state | (CLASS_OF[this.text.charCodeAt(p)] as number)] as number;
    const word = ~(words.next[state | GAP] as number);
    if (word >= 0) this.push(cls[word] as number, value[word] as number, from, to, spaced | Flag.Capital, 0);
    else this.push(W.Unknown, 0, from, to, spaced, 0);
  }
}
