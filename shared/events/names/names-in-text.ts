import type { Furniture } from '../../text/furniture.ts';
import { SMALL_WORDS } from '../lexicon/closed-class.ts';
import { HONORIFICS, NOT_NAMES, ORGANIZATION_WORDS, PLACE_WORDS } from '../lexicon/name-words.ts';

/** A word of a name: "U.S.", "J.", "St.", "O'Connor", "AT&T"; only initials and titles keep a full stop, or two sentences would run together. */
const NAME_WORD = String.raw`(?:(?:\p{Lu}\.){2,6}|(?:\p{Lu}|St|Mr|Mrs|Ms|Dr|Gen|Col|Lt|Sen|Rep|Gov|Rev|Prof|Capt|Sgt|Maj|Adm)\.(?= \p{Lu})|\p{Lu}[\p{L}\p{M}\p{N}'’&-]*)`;

/** A sequence of such words with small words of names in between; at most eight, so that the search stays linear. */
const NAME = new RegExp(
  String.raw`(?<![\p{L}\p{N}_])${NAME_WORD}(?:(?: (?:of|de|du|del|la|le|van|von|der|bin|ibn|al|el|y|da|dos|for|the|and|&)){0,2} ${NAME_WORD}){0,7}`,
  'gu',
);

const OPENS = /(?:^|[.!?:"”“'’)\]\n]|--|—|–)\s*["“'‘(]*\s*$/;

const LONGEST_NAME = 70;

export const keyOf = (name: string): string => name.toLowerCase().replaceAll('.', '').replaceAll('’', "'").trim();

export interface Found {
  start: number;
  end: number;
  name: string;
  initial: boolean;
  honorific?: string;
}

export function findNames(text: string, furniture: readonly Furniture[]): Found[] {
  const found: Found[] = [];
  let f = 0;
  NAME.lastIndex = 0;
  for (let match = NAME.exec(text); match; match = NAME.exec(text)) {
    const start = match.index;
    while (f < furniture.length && (furniture[f] as Furniture).end <= start) f++;
    const over = furniture[f];
    if (over && over.start <= start) continue;
    const initial = OPENS.test(text.slice(Math.max(0, start - 6), start)) || start === 0;
    split(match[0], start, initial, found);
  }
  return found;
}

/** A word of a run of capitalised words. */
interface RunWord {
  readonly word: string;
  readonly at: number;
}

/** Splits a sequence of capitalised words between two names: after possessives and before "and" between people; removes short words at the start. */
export function split(run: string, start: number, initial: boolean, found: Found[]): void {
  const words: readonly RunWord[] = [...run.matchAll(/\S+/g)].map((m) => ({ word: m[0], at: m.index }));
  let from = 0;
  let honorific: string | undefined;
  const push = (to: number): void => {
    const name = trimmedName(run, words, from, to);
    if (name)
      found.push({
        start: start + name.start,
        end: start + name.end,
        name: run.slice(name.start, name.end),
        initial: initial && name.start === 0,
        ...(honorific === undefined ? {} : { honorific }),
      });
    honorific = undefined;
    from = to;
  };
  const cutAt = (i: number): void => {
    push(i);
    from = i + 1;
  };
  for (let i = 0; i < words.length; i++) {
    const { word } = words[i] as RunWord;
    if (i === from && isHonorific(words, i)) {
      honorific = joinedHonorific(honorific, keyOf(word));
      from = i + 1;
    } else if (COMPOUND_ADJECTIVE.test(word)) cutAt(i);
    else if (i === from ? isOpener(word) : isSeparateDay(words, i)) cutAt(i);
    else if (/['’]s$/.test(word) && i + 1 < words.length) push(i + 1);
    else if (i > from && (joinsTwoNames(words, from, i) || endsName(words, i))) cutAt(i);
  }
  push(words.length);
}

/** "London-based" is an adjective, not part of the next name. */
const COMPOUND_ADJECTIVE =
  /-(?:based|born|owned|backed|led|run|controlled|held|style|funded|occupied|speaking|trained|made|bound|registered|flagged|wide|related)$/;

const SMALL_AT_START = /^(?:and|of|for|the|&|y|la|le|el)$/;
const SMALL_AT_END = /^(?:and|of|for|the|de|du|del|la|le|van|von|der|bin|ibn|al|el|y|da|dos|&)$/;

/** The offsets of the name that some words of a run form, without small words and a possessive at its ends; `undefined` for none. */
function trimmedName(
  run: string,
  words: readonly RunWord[],
  from: number,
  to: number,
): { readonly start: number; readonly end: number } | undefined {
  let [a, b] = [from, to];
  while (a < b && SMALL_AT_START.test(words[a]?.word ?? '')) a++;
  while (b > a && SMALL_AT_END.test(words[b - 1]?.word ?? '')) b--;
  if (b <= a) return undefined;
  const { at: start } = words[a] as RunWord;
  const last = words[b - 1] as RunWord;
  const end = last.at + last.word.replace(/['’]s?$/, '').length;
  const { length } = run.slice(start, end);
  return length > 1 && length <= LONGEST_NAME ? { start, end } : undefined;
}

const keyAt = (words: readonly RunWord[], i: number): string => keyOf(words[i]?.word ?? '');

/** "President Quill", but not "General Motors" or "General … University". */
const isHonorific = (words: readonly RunWord[], i: number): boolean =>
  HONORIFICS.has(keyAt(words, i)) &&
  !(keyAt(words, i) === 'general' && ORGANIZATION_WORDS.has(keyAt(words, words.length - 1))) &&
  !/^(?:motors|electric|assembly|mills|dynamics|foods)/.test(keyAt(words, i + 1));

/** "Lieutenant" and "Colonel" are one honorific; an office replaces what precedes it. */
const joinedHonorific = (before: string | undefined, key: string): string =>
  before && !/^(?:president|minister|secretary|chief|leader|director)$/.test(key) ? `${before} ${key}` : key;

/** A capitalised function word, or a word that is not a name, at the start of a name. */
function isOpener(word: string): boolean {
  const key = keyOf(word);
  if (NOT_NAMES.has(key)) return true;
  return (
    /^\p{Lu}/u.test(word) &&
    SMALL_WORDS.has(key) &&
    !/^(?:new|us|central|united|north|south)$/i.test(word) &&
    !/^\p{Lu}{2,}$|\./u.test(word)
  );
}

/** A weekday between two names, but not in "the Monday Club" or "House of Friday". */
const isSeparateDay = (words: readonly RunWord[], i: number): boolean =>
  /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/.test(keyAt(words, i)) &&
  !ORGANIZATION_WORDS.has(keyAt(words, i + 1)) &&
  !/^(?:of|and)$/.test(words[i - 1]?.word ?? '');

/** "Poland and Hungary", "Craig and Joan Campbell", but not "Procter & Gamble" or "Securities and Exchange Commission". */
const joinsTwoNames = (words: readonly RunWord[], from: number, i: number): boolean =>
  words[i]?.word === 'and' &&
  !words.slice(i + 1).some(({ word }) => ORGANIZATION_WORDS.has(keyOf(word))) &&
  !ORGANIZATION_WORDS.has(keyAt(words, from));

/** "for" or "the" after a word that is not the head of an organisation's or a place's name. */
const endsName = (words: readonly RunWord[], i: number): boolean =>
  /^(?:for|the)$/.test(words[i]?.word ?? '') &&
  !ORGANIZATION_WORDS.has(keyAt(words, i - 1)) &&
  !PLACE_WORDS.has(keyAt(words, i - 1));
