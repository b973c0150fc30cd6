import type { Furniture } from './furniture.ts';
import { type Sentence, splitSentences } from './sentences.ts';

/**
 * The sentences of an article's story. Page furniture separates them, so that a sentence begins after its dateline, and
 * a headline on the same line stays separate. A sentence continues across a credit whose end is uncertain.
 */
export function storySentences(text: string, furniture: readonly Furniture[]): Sentence[] {
  const sentences: Sentence[] = [];
  let f = 0;
  for (const sentence of splitSentences(text)) {
    let from = sentence.start;
    while (f > 0 && (furniture[f - 1] as Furniture).end > from) f--;
    for (; f < furniture.length && (furniture[f] as Furniture).start < sentence.end; f++) {
      const { kind, start, end } = furniture[f] as Furniture;
      if (end <= from || kind === 'open-credit') continue;
      push(sentences, text, { ...sentence, start: from, end: start });
      from = end;
    }
    push(sentences, text, { ...sentence, start: from, end: sentence.end });
  }
  return sentences;
}

/** Adds a part of a sentence without white space at its ends; nothing if it has no letter or digit. */
function push(sentences: Sentence[], text: string, { start, end, paragraph }: Sentence): void {
  if (start >= end) return;
  const piece = text.slice(start, end);
  if (!/[\p{L}\p{N}]/u.test(piece)) return;
  const before = piece.length - piece.trimStart().length;
  sentences.push({ start: start + before, end: start + piece.trimEnd().length, paragraph });
}
