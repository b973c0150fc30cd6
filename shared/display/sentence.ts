import type { Evidence } from '../events/event.ts';
import { type Markup, markup, type Part } from './markup.ts';

/** A stretch of a sentence with its role: words of the event, words of the date, or neither. */
export interface SentencePart {
  readonly text: string;
  readonly role?: 'trigger' | 'timex';
}

/**
 * Splits the evidence sentence where words are to be marked. Offsets that do not fit the sentence, because white space
 * was collapsed, are replaced by the first occurrence of the words; words without one are not marked.
 */
export function sentenceParts(
  evidence: Pick<Evidence, 'sentence' | 'start' | 'trigger' | 'timex'>,
): readonly SentencePart[] {
  const { sentence } = evidence;
  const locate = (words: { text: string; start: number }, role: 'trigger' | 'timex') => {
    const told = words.start - evidence.start;
    const at = sentence.startsWith(words.text, told) && told >= 0 ? told : sentence.indexOf(words.text);
    return { at, end: at + words.text.length, role, known: at >= 0 && words.text !== '' };
  };
  const spots = [locate(evidence.timex, 'timex'), locate(evidence.trigger, 'trigger')]
    .filter((spot) => spot.known)
    .sort((a, b) => a.at - b.at || b.end - a.end);
  const parts: SentencePart[] = [];
  let done = 0;
  for (const { at, end, role } of spots) {
    if (at < done) continue;
    if (at > done) parts.push({ text: sentence.slice(done, at) });
    parts.push({ text: sentence.slice(at, end), role });
    done = end;
  }
  if (done < sentence.length) parts.push({ text: sentence.slice(done) });
  return parts;
}

/** The sentence with its words marked: `<mark class="timex">` and `<mark class="trigger">`. */
export const markedSentence = (evidence: Parameters<typeof sentenceParts>[0]): Markup =>
  markup`${sentenceParts(evidence).map(({ text, role }): Part => (role ? markup`<mark class="${role}">${text}</mark>` : text))}`;
