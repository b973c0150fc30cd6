import { clauseEnd, subjectOf, type WordRange } from './clause.ts';
import { isReporting } from './lexicon/attitudes.ts';
import { isBoundary, type VerbGroup } from './verb-groups.ts';
import type { Word } from './words.ts';

/** Longest title, in UTF-16 code units. */
export const LONGEST_TITLE = 90;

const LOOSE_ENDS = new Set(
  `a an the and or but of in on at by for from with to into onto as that which who whose when while because if than its his her their our this these those
  after before since until during between about over under against toward towards amid among through per via is are was were be been has have had will would
  not no very more most also so such including not only just even both either two-thirds s`.split(/\s+/),
);
const NO_SPACE_BEFORE = /^[.,;:!?%)\]’”]|^['’]s\b|^n't/;
const THIRD_PERSON: ReadonlySet<string> = new Set(['he', 'she', 'it', 'they']);

/** What the title maker needs of a sentence. */
export interface SentenceView {
  readonly text: string;
  readonly words: readonly Word[];
  readonly groups: readonly VerbGroup[];
  /** Words of datelines, credits and so on, never shown. */
  readonly hidden: (index: number) => boolean;
  /** A name that a pronoun of this sentence safely stands for. */
  readonly nameFor: (pronoun: Word) => string | undefined;
}

/** Word indices of the date to leave out, inclusive; the entry shows it beside the title. */
export interface Dropped {
  readonly first: number;
  readonly last: number;
}

/** A title from the clause of a verb: its subject, the verb, what follows, without the date and without who says so. */
export function titleOfVerb(view: SentenceView, g: number): string {
  const { words, groups } = view;
  const group = groups[g] as VerbGroup;
  const parts: string[] = [];
  const subject = wholeSubject(view, g);
  const end = clauseEnd(words, groups, g);
  if (subject.to > subject.from) parts.push(...piece(view, subject.from, subject.to, true));
  // a verb without finite form of its own is told from its governor: "agreed to purchase"
  const from = group.kind === 'finite' || group.kind === 'participle' ? group.first : governorStart(groups, g, words);
  parts.push(...piece(view, from, end, false));
  if (isReporting(group.lemma) && group.kind === 'finite') {
    const complement = fronted(view, g, subject);
    const body = piece(view, from, end, false).length;
    if (complement && body < 9) parts.push(...complement);
  }
  return finish(parts);
}

/** A title from a noun phrase: "Bloody crackdown on democracy protests in Tiananmen Square". */
export function titleOfNoun(view: SentenceView, noun: number): string {
  const { words } = view;
  let start = noun;
  while (start > 0) {
    const before = words[start - 1] as Word;
    if (
      before.tag === 'noun' ||
      before.tag === 'name' ||
      before.tag === 'adjective' ||
      before.tag === 'number' ||
      before.tag === 'time'
    )
      start--;
    else if (before.text === ',' && words[start - 2]?.tag === 'time') start--;
    else if (before.lower === "'s" || before.lower === "'") start--;
    else if (before.tag === 'determiner' || before.tag === 'possessive') {
      if (before.lower === 'the' || before.lower === 'a' || before.lower === 'an' || before.tag === 'possessive') {
        const owner = view.nameFor(before);
        return finish([...(owner ? [`${owner}'s`] : []), ...piece(view, start, nounEnd(view, noun), false)]);
      }
      break;
    } else break;
  }
  return finish(piece(view, start, nounEnd(view, noun), false));
}

/** Through the prepositional phrases that follow the noun. */
function nounEnd(view: SentenceView, noun: number): number {
  const { words } = view;
  for (let i = noun + 1; i < words.length; i++) {
    const word = words[i] as Word;
    if (
      word.tag === 'preposition' ||
      word.tag === 'noun' ||
      word.tag === 'name' ||
      word.tag === 'adjective' ||
      word.tag === 'determiner' ||
      word.tag === 'possessive' ||
      word.tag === 'number' ||
      word.tag === 'time'
    ) {
      if (word.tag === 'preposition' && /^(?:since|according|despite|including)$/.test(word.lower)) return i;
      continue;
    }
    if (
      word.tag === 'coordinator' &&
      (words[i + 1]?.tag === 'name' || words[i + 1]?.tag === 'noun') &&
      !verbSoonAfter(words, i + 1)
    )
      continue;
    return i;
  }
  return words.length;
}

const verbSoonAfter = (words: readonly Word[], from: number): boolean => {
  for (let i = from; i < words.length && i < from + 6; i++)
    if (['verb', 'be', 'have', 'modal'].includes((words[i] as Word).tag)) return true;
  return false;
};

/** The subject, or that of an earlier verb of the sentence for "and reduced its stake", or of the governing verb for participles. */
function wholeSubject(view: SentenceView, g: number): WordRange {
  const { words, groups } = view;
  const group = groups[g] as VerbGroup;
  if (group.kind === 'finite') {
    const own = subjectOf(words, groups, g);
    if (own.to > own.from) return own;
    for (let k = g - 1; k >= 0; k--) {
      if (groups[k]?.kind !== 'finite') continue;
      const shared = subjectOf(words, groups, k);
      if (shared.to > shared.from) return shared;
    }
    return { from: 0, to: 0 };
  }
  if (group.kind === 'participle') {
    // "254,200 shares bought from …": what it is said of stands before it
    let end = group.first;
    while (end > 0 && ((words[end - 1] as Word).text === ',' || (words[end - 1] as Word).tag === 'adverb')) end--;
    let start = end;
    while (
      start > 0 &&
      ['noun', 'name', 'adjective', 'number', 'possessive', 'determiner'].includes((words[start - 1] as Word).tag)
    )
      start--;
    if (end > start) return { from: start, to: end };
  }
  for (let k = g - 1; k >= 0; k--) {
    if (groups[k]?.kind !== 'finite') continue;
    const shared = subjectOf(words, groups, k);
    if (shared.to > shared.from) return shared;
  }
  for (let k = g + 1; k < groups.length; k++) if (groups[k]?.kind === 'finite') return subjectOf(words, groups, k);
  return { from: 0, to: 0 };
}

/** The finite verb that an infinitive hangs on, when both stand in one clause, else the verb itself. */
function governorStart(groups: readonly VerbGroup[], g: number, words: readonly Word[]): number {
  const group = groups[g] as VerbGroup;
  for (let k = g - 1; k >= 0; k--) {
    const over = groups[k] as VerbGroup;
    for (let i = over.last + 1; i < group.first; i++) if (isBoundary(words[i] as Word)) return group.first;
    if (over.kind === 'finite') return over.first;
  }
  return group.first;
}

/** What was said, where it stands before the verb of saying: '"A decision was made," Kamm said'. */
function fronted(view: SentenceView, g: number, subject: WordRange): string[] | undefined {
  const { words, groups } = view;
  if (subject.from < 4) return undefined;
  const verb = groups.findIndex(
    (x, k) => k < g && x.kind === 'finite' && x.last < subject.from && !isReporting(x.lemma),
  );
  if (verb < 0) return undefined;
  const own = subjectOf(words, groups, verb);
  const end = Math.min(clauseEnd(words, groups, verb), subject.from);
  const parts = [...piece(view, own.from, own.to, true), ...piece(view, (groups[verb] as VerbGroup).first, end, false)];
  return parts.length > 2 ? [':', ...parts] : undefined;
}

/** The words of a range as written, without dates (and the preposition before them), asides in brackets, quotation marks and hidden words. */
function piece(view: SentenceView, from: number, to: number, isSubject: boolean): string[] {
  const { words, text } = view;
  const out: string[] = [];
  let i = from;
  while (i < to) {
    const word = words[i] as Word;
    if (view.hidden(i)) {
      i++;
      continue;
    }
    if (word.text === '(' || word.text === '[') {
      const close = words.findIndex((w, k) => k > i && k < i + 15 && (w.text === ')' || w.text === ']'));
      if (close >= 0 && close < to) {
        i = close + 1;
        continue;
      }
    }
    if (word.tag === 'time') {
      let last = i;
      while (last + 1 < to && (words[last + 1] as Word).tag === 'time') last++;
      if ((words[last + 1] as Word | undefined)?.lower === "'s" || (words[last + 1] as Word | undefined)?.lower === "'")
        last++;
      if ((words[last + 1] as Word | undefined)?.text === ',' && (words[i - 1]?.text !== ',' || true)) {
        // "its June 4, 1989, bloody crackdown": the comma goes with the date
        last++;
      }
      const before = words[i - 1];
      if (
        before &&
        out.length > 0 &&
        i > from &&
        /^(?:on|in|at|during|since|until|from|by|of|for|around|about|between|through|as|late|early|over|within|earlier|later|back)$/.test(
          before.lower,
        ) &&
        before.tag !== 'noun'
      ) {
        out.pop();
        if (out.at(-1) === 'as' || out.at(-1) === 'early' || out.at(-1) === 'late' || out.at(-1) === 'far') out.pop();
      }
      if (out.at(-1) === ',' && last + 1 >= to) out.pop();
      i = last + 1;
      continue;
    }
    if (/^["“”«»`]$|^``$|^''$/.test(word.text)) {
      i++;
      continue;
    }
    if (isSubject && word.text === ',') {
      // keep only lists: an apposition is left out
      const rest = words.slice(i + 1, to);
      const list =
        rest.some((w) => w.lower === 'and' || w.lower === 'or') &&
        !rest.some((w) => w.tag === 'relative' || w.tag === 'verb' || (w.tag === 'determiner' && w.lower !== 'the'));
      if (!list) break;
    }
    const pronoun =
      word.tag === 'pronoun' && THIRD_PERSON.has(word.lower) && out.length === 0 ? view.nameFor(word) : undefined;
    const joinedBefore =
      i > from &&
      (words[i - 1] as Word).end === word.start &&
      out.length > 0 &&
      (words[i - 1] as Word).tag !== 'time' &&
      !/^["“”«»`]$/.test((words[i - 1] as Word).text);
    const written =
      pronoun ??
      (word.tag === 'possessive' && out.length === 0 && word.lower !== "'s"
        ? possessiveOf(view, word)
        : text.slice(word.start, word.end));
    if (joinedBefore) out[out.length - 1] = `${out.at(-1)}${written}`;
    else out.push(written);
    i++;
  }
  return out;
}

function possessiveOf(view: SentenceView, word: Word): string {
  const name = view.nameFor(word);
  return name ? `${name}${name.endsWith('s') ? "'" : "'s"}` : view.text.slice(word.start, word.end);
}

/** Joins, cuts to length at the end of a phrase, cleans the ends, begins with a capital. */
function finish(parts: readonly string[]): string {
  let title = '';
  for (const part of parts) title += title === '' || NO_SPACE_BEFORE.test(part) ? part : ` ${part}`;
  title = title
    .replace(/\s+/g, ' ')
    .replace(/ ,/g, ',')
    .replace(/,{2,}/g, ',')
    .replace(/^[\s,;:.–—-]+/, '')
    .trim();
  title = title.replace(/^(?:but|and|so|yet|meanwhile|however|then|also|still|instead|moreover|therefore)\b,? /i, '');
  if (title.length > LONGEST_TITLE) title = shorten(title);
  title = cleanEnd(title);
  const first = title.codePointAt(0);
  return first === undefined
    ? ''
    : String.fromCodePoint(first).toUpperCase() + title.slice(String.fromCodePoint(first).length);
}

function shorten(title: string): string {
  const room = title.slice(0, LONGEST_TITLE + 1);
  let cut = -1;
  for (const match of room.matchAll(
    /,? (?=(?:to|in|on|at|by|for|from|with|after|before|during|since|as|that|which|who|and|or|but|because|while|when|over|against|through|under|into|amid|following|including|if)\b)|[,;:] /g,
  ))
    if (match.index >= 35) cut = match.index;
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
    clean = clean.replace(/[\s,;:–—\-('"“‘.]+$/u, (end) => (/[A-Z]\.$/.test(clean) && end === '.' ? '.' : ''));
    const space = clean.lastIndexOf(' ');
    const last = clean.slice(space + 1).toLowerCase();
    if (space > 15 && LOOSE_ENDS.has(last)) clean = clean.slice(0, space);
    else break;
  }
  return clean;
}
