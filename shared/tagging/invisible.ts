/** Characters that show nothing and separate nothing: soft hyphen, word joiner, marks of writing direction. */
const INVISIBLE = /[\u00ad\u2060\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

/** A text without its invisible characters, and where each of its code units stood. */
export interface VisibleText {
  readonly text: string;
  /** The offset in the given text of an offset in `text`; an end offset follows the last visible character before it. */
  readonly startOf: (offset: number) => number;
  readonly endOf: (offset: number) => number;
}

/** Removes invisible characters ("Octo\u00adber"); `undefined` for a text without any, as most are. */
export function withoutInvisible(given: string): VisibleText | undefined {
  if (!INVISIBLE.test(given)) return undefined;
  const kept: number[] = [];
  const parts: string[] = [];
  let from = 0;
  for (let at = 0; at <= given.length; at++) {
    const isKept = at < given.length && !INVISIBLE.test(given[at] as string);
    if (isKept) kept.push(at);
    else {
      if (at > from) parts.push(given.slice(from, at));
      from = at + 1;
    }
  }
  return {
    text: parts.join(''),
    startOf: (offset) => kept[offset] ?? given.length,
    endOf: (offset) => (offset === 0 ? 0 : (kept[offset - 1] ?? given.length - 1) + 1),
  };
}
