import { ABBREVIATIONS, MAY_END, SENTENCE_OPENERS } from './abbreviations.ts';

/** A stretch of the text: UTF-16 offsets, `end` exclusive, no white space at either end. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A sentence, and its paragraph (counted from 0). */
export interface Sentence extends Stretch {
  readonly paragraph: number;
}

/** Text without a full stop is split at the last white space before this many code units, so that evidence stays readable and time linear. */
export const LONGEST_SENTENCE = 1000;

const STOPS = /[.!?…。！？؟۔।]+|\n[\s\u200b]*|\r[\s\u200b]*/g;
const CLOSERS = `"'”’»)]}」』`;
const OPENERS = /[\s"'“‘«([{「『*•–—-]/;

const isSpace = (code: number): boolean =>
  code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0x3000 || code === 0xfeff || code === 0x200b;
const isLower = (c: string): boolean => c !== c.toUpperCase();
const isUpper = (c: string): boolean => c !== c.toLowerCase();
const isDigit = (c: string): boolean => c >= '0' && c <= '9';

/** True if lines are broken at a fixed width, so that a single line break is only a space. */
function isHardWrapped(text: string): boolean {
  let wrapped = 0;
  let others = 0;
  let from = 0;
  for (let lines = 0; lines < 400; lines++) {
    const to = text.indexOf('\n', from);
    if (to < 0) break;
    const length = to - from;
    const next = text[to + 1];
    if (length > 0 && next !== undefined && next !== '\n' && next !== '\r') {
      if (length >= 45 && length <= 100 && !/[.!?:"”’')\]]\s*$/.test(text.slice(Math.max(from, to - 4), to))) wrapped++;
      else others++;
    }
    from = to + 1;
  }
  return wrapped >= 3 && wrapped > others;
}

/** The word that ends just before `at`, including dots inside it: "U.S", "Mr", "Inc". Examines at most 24 characters. */
function wordBefore(text: string, at: number, from: number): string {
  let start = at;
  while (start > from && at - start < 24) {
    const c = text[start - 1] as string;
    if (!(isLower(c) || isUpper(c) || c === '.' || c === '&')) break;
    start--;
  }
  return text.slice(start, at);
}

/** Whether the full stop at `at` ends the sentence that began at `from`. `next` is the offset of the first character after the white space. */
function fullStopEnds(text: string, at: number, from: number, next: number): boolean {
  const follow = text[next];
  if (follow === undefined) return true;
  const word = wordBefore(text, at, from);
  if (isLower(follow)) return false;
  if (word === '') return true;
  const key = word.toLowerCase();
  let wordEnd = next;
  while (wordEnd < text.length && wordEnd - next < 24 && /[\p{L}\p{M}]/u.test(text[wordEnd] as string)) wordEnd++;
  const nextWord = text.slice(next, wordEnd);
  const opens = SENTENCE_OPENERS.has(nextWord.toLowerCase()) && nextWord[0] !== nextWord[0]?.toLowerCase();
  if (/^\p{Lu}$/u.test(word)) return opens && word !== 'I' ? true : word === 'I' && opens; // an initial: "John F. Kennedy"
  if (word.includes('.')) return opens && isUpper(follow); // "U.S.", "a.m."
  if (!ABBREVIATIONS.has(key)) return true;
  if (isDigit(follow)) return false;
  return MAY_END.has(key) && opens;
}

/** The stretch without white space at its ends, in pieces of at most LONGEST_SENTENCE code units; none if nothing is left. */
function* pieces(text: string, rawStart: number, rawEnd: number): Generator<Stretch> {
  let start = rawStart;
  let end = rawEnd;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  while (end - start > LONGEST_SENTENCE) {
    let cut = start + LONGEST_SENTENCE;
    const floor = start + LONGEST_SENTENCE / 2;
    while (cut > floor && !isSpace(text.charCodeAt(cut))) cut--;
    if (cut <= floor) {
      cut = start + LONGEST_SENTENCE;
      const code = text.charCodeAt(cut);
      if (code >= 0xdc00 && code <= 0xdfff) cut--; // never between the halves of one character
    }
    let last = cut;
    while (last > start && isSpace(text.charCodeAt(last - 1))) last--;
    if (last > start) yield { start, end: last };
    start = cut;
    while (start < end && isSpace(text.charCodeAt(start))) start++;
  }
  if (end > start) yield { start, end };
}

/** Whether line breaks end a paragraph. */
const endsParagraph = (breaks: string): boolean =>
  /\n[^\S\n]*\n|\r\r/.test(breaks) || (breaks.includes('\r') && breaks.split('\n').length > 2);

/** Whether the sentence that began at `from` goes on after the single line break from `at` to `after`. */
function goesOn(text: string, from: number, at: number, after: number, hardWrapped: boolean): boolean {
  const follow = text[after];
  return (
    follow !== undefined &&
    (hardWrapped || isLower(follow) || (follow === ')' && from < at)) &&
    !/[.!?:]["”’')\]]*\s*$/.test(text.slice(Math.max(from, at - 6), at))
  );
}

/** The first offset from `at` on, of at most three, that is no opening quote or bracket. */
function behindOpeners(text: string, at: number): number {
  let opener = at;
  while (opener < text.length && opener - at < 3 && OPENERS.test(text[opener] as string)) opener++;
  return opener;
}

/** The end of the sentence that began at `from`, if the end mark at `at` ends it. */
function endAtMark(text: string, from: number, at: number, mark: string, hardWrapped: boolean): number | undefined {
  const after = at + mark.length;
  const first = mark[0] as string;
  let end = after;
  while (end < text.length && CLOSERS.includes(text[end] as string)) end++;
  const wide = first >= '\u3002' || first === '؟' || first === '۔' || first === '।';
  if (!wide && end < text.length && !isSpace(text.charCodeAt(end)) && end === after) {
    // "said.The": a missing space after a lower-case word still ends a sentence; "example.com" and "3.5" do not.
    const next = text[end] as string;
    const lacksSpace = mark === '.' && isUpper(next) && /\p{Ll}{3}$/u.test(text.slice(Math.max(from, at - 3), at));
    if (!lacksSpace || !/^\p{Lu}\p{Ll}* /u.test(text.slice(end, end + 20))) return undefined;
  }
  if (wide) return end;
  let next = end;
  while (next < text.length && isSpace(text.charCodeAt(next)) && text[next] !== '\n') next++;
  if (text[next] === '\n' || text[next] === '\r') {
    // a line break ends the sentence after an end mark
    if (mark !== '.') return end;
    let beyond = next;
    while (beyond < text.length && isSpace(text.charCodeAt(beyond))) beyond++;
    const ends = !hardWrapped || fullStopEnds(text, at, from, beyond);
    return ends && !isLower(text[beyond] ?? 'A') ? end : undefined;
  }
  const opener = behindOpeners(text, next);
  const touches = end === next && end > after;
  if (mark === '.') return !touches && fullStopEnds(text, at, from, opener) ? end : undefined;
  // "Yahoo! said", "where?" he asked, "wait ... then"
  if (text[opener] !== undefined && isLower(text[opener] as string)) return undefined;
  return touches && end < text.length ? undefined : end;
}

/**
 * Splits a text into sentences, in order. Breaks at end marks and at paragraph ends; handles abbreviations, initials,
 * decimals, quotes and lists; single line breaks inside hard-wrapped text are spaces. Linear in the length of the text;
 * offsets refer to the given text.
 */
export function splitSentences(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  const hardWrapped = isHardWrapped(text);
  let paragraph = 0;
  let from = 0;

  const push = (start: number, end: number): void => {
    for (const piece of pieces(text, start, end)) sentences.push({ ...piece, paragraph });
  };

  STOPS.lastIndex = 0;
  for (let found = STOPS.exec(text); found; found = STOPS.exec(text)) {
    const mark = found[0];
    const at = found.index;
    const after = at + mark.length;
    if (mark[0] === '\n' || mark[0] === '\r') {
      const newParagraph = endsParagraph(mark);
      if (!newParagraph && goesOn(text, from, at, after, hardWrapped)) continue;
      push(from, at);
      if (newParagraph || !hardWrapped) paragraph++;
      from = after;
      continue;
    }
    const end = endAtMark(text, from, at, mark, hardWrapped);
    if (end === undefined) continue;
    push(from, end);
    from = end;
  }
  push(from, text.length);
  return sentences;
}
