/** A quotation longer than this is a mark that was never closed. */
const LONGEST = 2000;

/** Inclusive start and exclusive end of a quotation, in code units. */
export interface Quotation {
  readonly start: number;
  readonly end: number;
}

const MARKS = /["“”„«»]|``|''|\n\s*\n/g;
const CLOSES: Readonly<Record<string, string>> = { '“': '”', '„': '“', '«': '»', '``': "''", '"': '"' };

/**
 * The quotations of a text, in order, never overlapping. Straight marks open and close in turn; the end of a paragraph closes whatever is
 * open, since a mark that is repeated at the head of the next paragraph opens a quotation of its own.
 */
export function quotationsOf(text: string): Quotation[] {
  const found: Quotation[] = [];
  let open = -1;
  let closing = '';
  for (const { 0: mark, index } of text.matchAll(MARKS)) {
    const paragraph = mark.charCodeAt(0) === 0x0a;
    if (open >= 0 && (paragraph || mark === closing || index - open > LONGEST)) {
      if (index - open <= LONGEST) found.push({ start: open, end: index });
      open = -1;
      if (mark === closing || paragraph) continue;
    }
    const close = CLOSES[mark];
    if (open < 0 && close) {
      open = index;
      closing = close;
    }
  }
  return found;
}

/** Of each offset, in order, whether it lies inside a quotation. */
export function areQuoted(offsets: readonly number[], quotations: readonly Quotation[]): boolean[] {
  let q = 0;
  return offsets.map((offset) => {
    while (q < quotations.length && (quotations[q]?.end ?? 0) <= offset) q++;
    return offset >= (quotations[q]?.start ?? Number.POSITIVE_INFINITY);
  });
}
