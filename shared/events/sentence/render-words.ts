import type { ParsedSentence } from '../../syntax/parsed-sentence.ts';
import type { VerbGroup } from './verb-group.ts';
import type { Word } from './word.ts';

/** The parts of a sentence that titles are made from. */
export interface SentenceView {
  readonly text: string;
  readonly words: readonly Word[];
  readonly groups: readonly VerbGroup[];
  /** Words of datelines, credits and so on, never shown. */
  readonly hidden: (index: number) => boolean;
  /** A name that a pronoun, or "company", safely stands for here. */
  readonly nameFor: (word: Word) => string | undefined;
  /** The noun phrase that a pronoun of the third person, or its possessive, most likely stands for. */
  readonly standsFor: (word: Word) => string | undefined;
  /** A noun, in lower case, with the names that the article put before or behind it: "Deepwater Horizon rig" for "rig". */
  readonly fullerName: (noun: string) => string | undefined;
  /** `m` or `f` for the person of a name, if a first name or a title shows it. */
  readonly genderOf: (name: string) => 'm' | 'f' | undefined;
  /** Whether a person is named between two offsets of the text. */
  readonly namesPerson: (start: number, end: number) => boolean;
  /** The sentence parsed; nothing for one that is too long. */
  readonly parse: () => ParsedSentence | undefined;
}

/** The date to leave out, as word indices, `last` inclusive: the entry shows it beside the title. */
export interface OmittedDate {
  readonly first: number;
  readonly last: number;
}

const DATE_PREPOSITIONS = new Set(
  'on in at during since until from by of for around about between through over within back early late as till before after'.split(
    ' ',
  ),
);
/** "weighed |in| Saturday": no preposition of a weekday, but a particle of the verb. */
const isOfDate = (words: readonly Word[], at: number, date: OmittedDate): boolean =>
  DATE_PREPOSITIONS.has(words[at]?.lower ?? '') &&
  !(
    words[at]?.lower === 'in' &&
    /^(?:\p{L}+day|yesterday|today|tomorrow|tonight)$/u.test(words[date.first]?.lower ?? '')
  );
const SHARE = new Set('each all much most part some any half every'.split(' '));
/** Particles that belong to the verb before them at the end of a clause: "took over", "broke out". */
const PARTICLES = new Set('up out over off down in on away back through around about apart along by'.split(' '));
const ends = (words: readonly Word[], at: number, to: number, dropped: OmittedDate | undefined): boolean => {
  const word = words[at];
  if (at >= to || !word || word.tag === 'mark') return true;
  if (!dropped) return false;
  return at === dropped.first || (at + 1 === dropped.first && isOfDate(words, at, dropped));
};

const QUOTE = /^["“”«»`]$|^``$|^''$/;
/** Quotation marks, which agencies also write as two apostrophes. */
const isQuote = (words: readonly Word[], at: number): boolean => {
  const word = words[at] as Word;
  if (QUOTE.test(word.text)) return true;
  if (!SINGLE.test(word.text)) return false;
  const [before, after] = [words[at - 1], words[at + 1]];
  if ((before?.text === "'" && before.end === word.start) || (after?.text === "'" && after.start === word.end))
    return true;
  // "the |'|Battle of Algiers|'|", but "rock 'n' roll" and "'til May"
  if (isOpening(words, at)) return closingQuote(words, at) !== undefined;
  for (let i = at - 1; i >= Math.max(0, at - LONGEST_QUOTATION); i--)
    if (isOpening(words, i)) return closingQuote(words, i) === at;
  return false;
};
const SINGLE = /^['‘’]$/;
const isOpening = (words: readonly Word[], at: number): boolean => {
  const { text, start, end } = words[at] as Word;
  return SINGLE.test(text) && words[at - 1]?.end !== start && words[at + 1]?.start === end;
};
/** The mark that closes a quotation in single marks of more than one letter. */
function closingQuote(words: readonly Word[], opening: number): number | undefined {
  for (let i = opening + 2; i < words.length && i < opening + LONGEST_QUOTATION; i++) {
    const { text, start, end } = words[i] as Word;
    if (!SINGLE.test(text) || words[i - 1]?.end !== start || words[i + 1]?.start === end) continue;
    return i > opening + 2 || (words[i - 1] as Word).text.length > 1 ? i : undefined;
  }
  return undefined;
}
/** Most words of a quotation in single marks. */
const LONGEST_QUOTATION = 40;
const PERSONAL: ReadonlySet<string> = new Set(['he', 'she', 'it', 'they']);

/**
 * The words of a range as written, in order, without the dropped date (and the preposition before it), asides in brackets, quotation marks
 * and hidden words. A pronoun at the beginning is replaced by `subjectName` or by its antecedent's name; an empty `subjectName` keeps it.
 */
export function renderWords(
  view: SentenceView,
  from: number,
  to: number,
  dropped: OmittedDate | undefined,
  subjectName?: string,
): string[] {
  const { words, text } = view;
  const out: string[] = [];
  // "Bill Clinton's presidency": a date that begins inside a name is kept, since half a name would remain
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
  const leftOut = cutsName || (dropped && isHeadOfPhrase(words, dropped)) ? undefined : dropped;
  for (let i = from; i < to; i++) {
    const word = words[i] as Word;
    if (view.hidden(i)) continue;
    if (word.text === '(' || word.text === '[') {
      const close = closing(words, i, words.length);
      if (close !== undefined) {
        i = close;
        continue;
      }
    }
    if (leftOut && i >= leftOut.first && i <= leftOut.last) {
      i = skipDate(words, i, to, leftOut, out);
      continue;
    }
    if (isQuote(words, i)) continue;
    const before = words[i - 1];
    const glued =
      out.length > 0 &&
      i > from &&
      before !== undefined &&
      before.end === word.start &&
      !isQuote(words, i - 1) &&
      !(leftOut && i - 1 === leftOut.last);
    const written = out.length === 0 ? opening(view, word, subjectName) : text.slice(word.start, word.end);
    const particle =
      before !== undefined &&
      before.tag === 'verb' &&
      PARTICLES.has(word.lower) &&
      ends(words, i + 1, to, leftOut) &&
      !(leftOut && i + 1 === leftOut.first && isOfDate(words, i, leftOut));
    if (particle && out.length > 0) out[out.length - 1] = `${out.at(-1)}\u00a0${written}`;
    else if (glued) out[out.length - 1] = `${out.at(-1)}${written}`;
    else out.push(written);
  }
  const next = words[to];
  if (
    leftOut &&
    to === leftOut.first &&
    next &&
    (out.at(-1) ?? '').toLowerCase() === words[to - 1]?.lower &&
    isOfDate(words, to - 1, leftOut)
  )
    out.pop();
  return out;
}

const DAY_QUALITIES =
  /^(?:an?|gr[ae]y|rainy|sunny|stormy|snowy|hot|cold|warm|mild|busy|quiet|tense|dramatic|chaotic|hectic|turbulent|frantic)$/;

/** "spent a grey Saturday at the beach", "It was not until Tuesday that …": the words around the day would be incomplete without it. */
function isHeadOfPhrase(words: readonly Word[], date: OmittedDate): boolean {
  const before = words[date.first - 1];
  const next = words[date.last + 1];
  // "those of 1990-91": the other half would remain
  if (/^[-–]/.test(next?.text ?? '') && next?.start === words[date.last]?.end) return true;
  // "those of 1990 and 2001"
  if (next?.tag === 'coordinator' && words[date.last + 2]?.tag === 'time') return true;
  // "the spring and early summer of 1943"
  if (before?.tag === 'coordinator' && words[date.first - 2]?.tag === 'time') return true;
  if (before?.lower === 'until' && words[date.first - 2]?.tag === 'negation') return true;
  // "Mardi Gras and Friday at the bar"
  if (before?.tag === 'coordinator' && /^(?:noun|name)$/.test(words[date.first - 2]?.tag ?? ''))
    return next?.tag === 'preposition';
  if (!before || !DAY_QUALITIES.test(before.lower) || next?.text === ',') return false;
  if (!/^an?$/.test(before.lower) && !/^an?$/.test(words[date.first - 2]?.lower ?? '')) return false;
  return !/^(?:noun|name|adjective|number)$/.test(next?.tag ?? '');
}

function closing(words: readonly Word[], at: number, to: number): number | undefined {
  for (let i = at + 1; i < to && i < at + 15; i++) if (words[i]?.text === ')' || words[i]?.text === ']') return i;
  return undefined;
}

/** Skips the date and removes the preposition before it. @returns The index of the last skipped word. */
function skipDate(words: readonly Word[], at: number, to: number, dropped: OmittedDate, out: string[]): number {
  let last = Math.min(dropped.last, to - 1);
  const next = words[last + 1];
  const isOwner = last + 1 < to && (next?.lower === "'s" || next?.lower === "'");
  if (isOwner) last++;
  // "its June 4, 1989, bloody crackdown": the comma is removed with the date
  const afterwards = words[last + 1];
  const parenthetic = words[at - 1]?.text === ',';
  if (
    last + 1 < to &&
    afterwards?.text === ',' &&
    (parenthetic ||
      out.length === 0 ||
      words[at - 1]?.lower === 'that' ||
      words[at - 1]?.tag === 'possessive' ||
      words[at - 1]?.tag === 'determiner')
  )
    last++;
  // "will meet four times |today alone|"
  if (words[last + 1]?.lower === 'alone' && last + 1 < to) last++;
  const before = words[at - 1];
  const following = words[last + 1];
  // "the mood of Friday lunch", "in |Thursday's| edition": the preposition belongs to the noun
  const isNoun = last + 1 < to && /^(?:noun|name|adjective|number)$/.test(following?.tag ?? '');
  // "in four weeks' |time|"
  if (next?.lower === "'" && following?.lower === 'time') last++;
  const ownsNoun =
    isOwner && next?.lower === "'s" && isNoun && !/^(?:determiner|possessive|adjective)$/.test(before?.tag ?? '');
  const holds = (before?.lower === 'of' && following?.tag === 'noun' && last + 1 < to) || ownsNoun;
  const dangles =
    before?.lower === 'to' &&
    before.tag === 'preposition' &&
    (last + 1 >= to || !/^(?:noun|name|adjective|number|possessive)$/.test(following?.tag ?? ''));
  if (
    before &&
    !holds &&
    (dangles || isOfDate(words, at - 1, dropped)) &&
    (out.at(-1) ?? '').toLowerCase() === before.lower &&
    !(dangles && out.at(-2) === 'back')
  ) {
    out.pop();
    if (before.lower === 'as') while (/^(?:as|far|back|early|late|long)$/.test(out.at(-1) ?? '')) out.pop();
    // "in each of the past three years", "for much of last year"
    if (before.lower === 'of' && SHARE.has(out.at(-1) ?? '') && DATE_PREPOSITIONS.has(out.at(-2) ?? ''))
      out.splice(-2, 2);
  } else if (
    before?.lower === 'to' &&
    out.at(-2) === 'back' &&
    /^(?:dating|dated|going|stretching|reaching)$/.test(out.at(-3) ?? '')
  )
    out.splice(-3, 3);
  // "will travel |later| on Wednesday"
  if (out.length > 1 && out.at(-1) === 'later') out.pop();
  if (ownsNoun) out.push('the');
  if (out.at(-1)?.endsWith(',') && last + 1 >= to) out[out.length - 1] = (out.at(-1) as string).slice(0, -1);
  return last;
}

/** The first word of a piece: names for pronouns, the owner's name for "his". */
function opening(view: SentenceView, word: Word, subjectName: string | undefined): string {
  const plain = view.text.slice(word.start, word.end);
  if (subjectName === '') return plain;
  if (word.tag === 'pronoun' && PERSONAL.has(word.lower))
    return subjectName ?? view.standsFor(word) ?? view.nameFor(word) ?? plain;
  if (word.tag === 'possessive' && /^(?:his|her|its|their)$/.test(word.lower)) {
    const name = view.standsFor(word) ?? view.nameFor(word);
    return name ? `${name}${name.endsWith('s') ? "'" : "'s"}` : plain;
  }
  // "This plan failed": in a title "this" has no antecedent
  const next = view.words[view.words.indexOf(word) + 1];
  if (
    word.tag === 'determiner' &&
    /^(?:this|these|those|that)$/.test(word.lower) &&
    /^(?:noun|adjective|name)$/.test(next?.tag ?? '') &&
    !/^(?:will|may|might|can|must)$/.test(next?.lower ?? '') &&
    isDeterminer(view, word)
  )
    return 'The';
  return plain;
}

/** "|That| seemed clear" is a pronoun, although the word rules read "seemed" as a noun. */
const isDeterminer = (view: SentenceView, { start }: Word): boolean => {
  const token = view.parse()?.tokens.find((one) => one.start === start);
  return token === undefined || token.relation === 'det';
};

/** Number of content words of a title: names, numbers, and words of at least three letters that are no function words. */
export function contentWords(title: string, isSmall: (word: string) => boolean): number {
  let n = 0;
  for (const word of title.split(/[\s,]+/))
    if (/\p{Lu}|\p{N}/u.test(word) || (word.length > 2 && !isSmall(word.toLowerCase())))
      if (!isSmall(word.toLowerCase())) n++;
  return n;
}
