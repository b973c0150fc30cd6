import type { VerbGroup } from './verb-group.ts';
import type { Word } from './words.ts';

/** Longest title, in UTF-16 code units. */
export const LONGEST_TITLE = 90;

/** What the title maker needs of a sentence. */
export interface SentenceView {
  readonly text: string;
  readonly words: readonly Word[];
  readonly groups: readonly VerbGroup[];
  /** Words of datelines, credits and so on, never shown. */
  readonly hidden: (index: number) => boolean;
  /** A name that a pronoun, or "company", safely stands for here. */
  readonly nameFor: (word: Word) => string | undefined;
  /** What the sentence before is about, for an "It" or "They" that opens this one. */
  readonly topic: (pronoun: string) => string | undefined;
}

/** The date to leave out, as word indices, `last` inclusive: the entry shows it beside the title. */
export interface Dropped {
  readonly first: number;
  readonly last: number;
}

const LOOSE_ENDS = new Set(
  `a an the and or but of in on at by for from with to into onto as that which who whose whom when while because if than its his her their our this these those
  after before since until during between about over under against toward towards amid among through per via is are was were be been being has have had having will would
  not no very more most also so such including not only just even both either nor where there it he she they said says up-to according due despite`.split(
    /\s+/,
  ),
);
const DATE_PREPOSITIONS = new Set(
  'on in at during since until from by of for around about between through over within back early late as till before after'.split(
    ' ',
  ),
);
/** They belong to the verb before them when nothing follows: "took over", "broke out". */
const PARTICLES = new Set('up out over off down in on away back through around about apart along by'.split(' '));
const ends = (words: readonly Word[], at: number, to: number, dropped: Dropped | undefined): boolean => {
  const word = words[at];
  if (at >= to || !word || word.tag === 'mark') return true;
  if (!dropped) return false;
  return at === dropped.first || (at + 1 === dropped.first && DATE_PREPOSITIONS.has(word.lower));
};

const QUOTE = /^["“”«»`]$|^``$|^''$/;
const NO_SPACE_BEFORE = /^[.,;:!?%)\]’”]|^['’]s\b|^n't/;
const THIRD_PERSON: ReadonlySet<string> = new Set(['he', 'she', 'it', 'they']);

/**
 * The words of a range as written, in order, without the dropped date (and the preposition before it), asides in brackets, quotation marks
 * and hidden words. A pronoun at the beginning gives way to `subjectName` or to the name it stands for.
 */
export function piece(
  view: SentenceView,
  from: number,
  to: number,
  dropped: Dropped | undefined,
  subjectName?: string,
): string[] {
  const { words, text } = view;
  const out: string[] = [];
  // "Bill Clinton's presidency": a date that begins inside a name stays, or half a name would
  const cutsName =
    dropped !== undefined &&
    words[dropped.first - 1]?.tag === 'name' &&
    words[dropped.first]?.capital === true &&
    !/day$/.test(words[dropped.first]?.lower ?? '') &&
    words[dropped.last]?.tag === 'time' &&
    /[a-z]$/.test(words[dropped.last]?.text ?? '') &&
    !/^(?:January|February|March|April|May|June|July|August|September|October|November|December)/.test(
      words[dropped.first]?.text ?? '',
    );
  const leftOut = cutsName ? undefined : dropped;
  for (let i = from; i < to; i++) {
    const word = words[i] as Word;
    if (view.hidden(i)) continue;
    if (word.text === '(' || word.text === '[') {
      const close = closing(words, i, to);
      if (close !== undefined) {
        i = close;
        continue;
      }
    }
    if (leftOut && i >= leftOut.first && i <= leftOut.last) {
      i = skipDate(words, i, to, leftOut, out);
      continue;
    }
    if (QUOTE.test(word.text)) continue;
    const before = words[i - 1];
    const glued =
      out.length > 0 &&
      i > from &&
      before !== undefined &&
      before.end === word.start &&
      !QUOTE.test(before.text) &&
      !(leftOut && i - 1 === leftOut.last);
    const written = out.length === 0 ? opening(view, word, subjectName) : text.slice(word.start, word.end);
    const particle =
      before !== undefined &&
      before.tag === 'verb' &&
      PARTICLES.has(word.lower) &&
      ends(words, i + 1, to, leftOut) &&
      !(leftOut && i + 1 === leftOut.first && DATE_PREPOSITIONS.has(word.lower));
    if (particle && out.length > 0) out[out.length - 1] = `${out.at(-1)}\u00a0${written}`;
    else if (glued) out[out.length - 1] = `${out.at(-1)}${written}`;
    else out.push(written);
  }
  const next = words[to];
  if (leftOut && to === leftOut.first && next && DATE_PREPOSITIONS.has((out.at(-1) ?? '').toLowerCase())) out.pop();
  return out;
}

function closing(words: readonly Word[], at: number, to: number): number | undefined {
  for (let i = at + 1; i < to && i < at + 15; i++) if (words[i]?.text === ')' || words[i]?.text === ']') return i;
  return undefined;
}

/** Steps over the date, takes back the preposition before it; the index of the last word stepped over. */
function skipDate(words: readonly Word[], at: number, to: number, dropped: Dropped, out: string[]): number {
  let last = Math.min(dropped.last, to - 1);
  const next = words[last + 1];
  if (last + 1 < to && (next?.lower === "'s" || next?.lower === "'")) last++;
  // "its June 4, 1989, bloody crackdown": the comma goes with the date
  const afterwards = words[last + 1];
  const parenthetic = words[at - 1]?.text === ',';
  if (
    last + 1 < to &&
    afterwards?.text === ',' &&
    (parenthetic || out.length === 0 || words[at - 1]?.tag === 'possessive' || words[at - 1]?.tag === 'determiner')
  )
    last++;
  const before = words[at - 1];
  if (before && DATE_PREPOSITIONS.has(before.lower) && (out.at(-1) ?? '').toLowerCase() === before.lower) {
    out.pop();
    if (before.lower === 'as') while (/^(?:as|far|back|early|late|long)$/.test(out.at(-1) ?? '')) out.pop();
  }
  if (out.at(-1)?.endsWith(',') && last + 1 >= to) out[out.length - 1] = (out.at(-1) as string).slice(0, -1);
  return last;
}

const opensSentence = (view: SentenceView, word: Word): boolean =>
  view.words.find((one, i) => one.tag !== 'mark' && !view.hidden(i)) === word;

/** The first word of a piece: names for pronouns, the owner's name for "his". */
function opening(view: SentenceView, word: Word, subjectName: string | undefined): string {
  const plain = view.text.slice(word.start, word.end);
  if (word.tag === 'pronoun' && THIRD_PERSON.has(word.lower))
    return (
      subjectName ?? view.nameFor(word) ?? (opensSentence(view, word) ? view.topic(word.lower) : undefined) ?? plain
    );
  if (word.tag === 'possessive' && word.lower !== "'s") {
    const name = view.nameFor(word);
    return name ? `${name}${name.endsWith('s') ? "'" : "'s"}` : plain;
  }
  return plain;
}

/** Joins, cuts to length at the end of a phrase, cleans the ends, begins with a capital. */
export function finish(parts: readonly string[]): string {
  let title = '';
  for (const part of parts) title += title === '' || NO_SPACE_BEFORE.test(part) ? part : ` ${part}`;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters of the source text must not reach a title
  title = title.replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g, ' ');
  title = title
    .replace(/[^\S\u00a0]+/g, ' ')
    .replace(/ ([,;:])/g, '$1')
    .replace(/,{2,}/g, ',')
    .replace(/^[\s,;:.–—-]+/, '')
    .trim();
  title = title.replace(
    /^(?:but|and|so|yet|meanwhile|however|then|also|still|instead|moreover|therefore|because|that)\b,? (?=\S)/i,
    '',
  );
  if (title.length > LONGEST_TITLE) title = shorten(title);
  title = cleanEnd(title).replaceAll('\u00a0', ' ');
  const first = title.codePointAt(0);
  if (first === undefined) return '';
  const letter = String.fromCodePoint(first);
  return letter.toUpperCase() + title.slice(letter.length);
}

const PHRASE_ENDS =
  /,? (?=(?:to|in|on|at|by|for|from|with|after|before|during|since|as|that|which|who|and|or|but|because|while|when|over|against|through|under|into|amid|following|including|if|where)\b)|[,;:] /g;

function shorten(title: string): string {
  const room = title.slice(0, LONGEST_TITLE + 1);
  let cut = -1;
  for (const match of room.matchAll(PHRASE_ENDS)) if (match.index >= 40) cut = match.index;
  if (cut < 0) cut = room.lastIndexOf(' ');
  if (cut <= 0) {
    cut = LONGEST_TITLE;
    const code = title.charCodeAt(cut);
    if (code >= 0xdc00 && code <= 0xdfff) cut--;
  }
  return title.slice(0, cut);
}

function cleanEnd(title: string): string {
  let clean = title;
  for (let i = 0; i < 8; i++) {
    const stripped = clean.replace(/[\s,;:–—\-('"“‘.&]+$/u, '');
    // an abbreviation keeps its stop: "Crane Co.", "U.S.", "Orange, Calif."
    clean =
      /^\./.test(clean.slice(stripped.length)) &&
      /(?:\b[A-Z]|\b(?:Inc|Corp|Co|Ltd|Jr|Sr|Bros|[A-Z][a-z]{2,4}))$/.test(stripped) &&
      /\.[A-Z]$|(?:Inc|Corp|Co|Ltd|Jr|Sr|Bros)$/.test(stripped)
        ? `${stripped}.`
        : stripped;
    const space = clean.lastIndexOf(' ');
    const last = clean.slice(space + 1).toLowerCase();
    if (space > 8 && LOOSE_ENDS.has(last)) clean = clean.slice(0, space);
    else break;
  }
  return clean;
}

/** How many of a title's words say something: names, numbers, and words of three letters that are no small words. */
export function contentWords(title: string, isSmall: (word: string) => boolean): number {
  let n = 0;
  for (const word of title.split(/[\s,]+/))
    if (/\p{Lu}|\p{N}/u.test(word) || (word.length > 2 && !isSmall(word.toLowerCase())))
      if (!isSmall(word.toLowerCase())) n++;
  return n;
}
