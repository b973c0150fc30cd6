import type { Direction } from '../language.ts';
import { isLetterAt, sentenceEnd, sentenceStart } from '../sentence.ts';

const AHEAD = new Set(
  'wird werden wirst werde will wollen soll sollen sollte dürfte könnte plant planen geplant erwartet beginnt startet kommt spätestens'.split(
    ' ',
  ),
);
const BACK = new Set(
  'war waren hatte hatten hat haben wurde wurden ist sind sagte sagten kam kamen ging gingen gab gaben begann starb fiel stieg fand trat traf zog seit'.split(
    ' ',
  ),
);

/** The direction of a word: 1 future, -1 past. Weak verbs end in "-te" and "-ten", participles begin with "ge-" and end in "-t" or "-en". */
function wayOf(word: string): number {
  if (AHEAD.has(word)) return 1;
  if (BACK.has(word)) return -1;
  if (word.length < 5 || word[0] !== word[0]?.toLowerCase()) return 0;
  if (/(?:[^aeiou]|ei|ig)te(?:n|st|t)?$/.test(word)) return -1;
  return /^(?:\w{0,4})?ge\w{2,}(?:t|en)$/.test(word) && !word.startsWith('gegen') ? -1 : 0;
}

/** The first direction indicated in a range, or 0. Compares short words by letters: patterns over the whole text would be slow. */
function firstWay(text: string, from: number, to: number): number {
  let start = from;
  for (let p = from; p <= to; p++) {
    if (p < to && isLetterAt(text, p)) continue;
    const way = p > start && p - start < 20 ? wayOf(text.slice(start, p)) : 0;
    if (way !== 0) return way;
    start = p + 1;
  }
  return 0;
}

/**
 * Whether a German sentence points to the past or the future. The finite verb is the second element, so the first verb decides: "Am Freitag
 * wird …", "Sie sagte am Freitag …". "seit" means the past, "bis" the future.
 */
export function directionOf(text: string, start: number, end: number): Direction {
  if (/\bseit (?:de[mr] )?$/i.test(text.slice(Math.max(0, start - 10), start))) return -2;
  const way = firstWay(text, sentenceStart(text, start), start) || firstWay(text, end, sentenceEnd(text, end));
  if (way !== 0) return way > 0 ? 2 : -2;
  return /\bbis (?:zum )?$/i.test(text.slice(Math.max(0, start - 10), start)) ? 1 : 0;
}
