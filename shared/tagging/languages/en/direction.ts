import type { Direction } from '../language.ts';

const FUTURE =
  /\b(?:will|would|shall|won't|'ll|to|expected|scheduled|plans?|planned|due|may|might|could|should|until|next|upcoming|set)\b/gi;
const PAST =
  /\b(?:said|was|were|had|did|has|have|\w{2,}ed|told|began|took|came|went|made|fell|rose|met|won|lost|left|held|gave|got)\b/gi;

/** Nearest cue of the sentence before the expression. */
export function directionOf(text: string, start: number, end: number): Direction {
  const from = Math.max(0, start - 120);
  const before = text.slice(from, start);
  const sentence = before.slice(Math.max(before.lastIndexOf('. '), before.lastIndexOf('\n\n')) + 1);
  const future = [...sentence.matchAll(FUTURE)].pop()?.index ?? -1;
  const past = [...sentence.matchAll(PAST)].pop()?.index ?? -1;
  void end;
  if (future > past) return 'future';
  return past >= 0 ? 'past' : 'none';
}
