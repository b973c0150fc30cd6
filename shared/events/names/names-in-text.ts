import type { Furniture } from '../../text/furniture.ts';
import { SMALL_WORDS } from '../lexicon/closed-class.ts';
import { HONORIFICS, NOT_NAMES, ORGANIZATION_WORDS, PLACE_WORDS } from '../lexicon/name-words.ts';

/** A word of a name: "U.S.", "J.", "St.", "O'Connor", "AT&T"; only initials and titles keep a full stop, or two sentences would run together. */
const NAME_WORD = String.raw`(?:(?:\p{Lu}\.){2,6}|(?:\p{Lu}|St|Mr|Mrs|Ms|Dr|Gen|Col|Lt|Sen|Rep|Gov|Rev|Prof|Capt|Sgt|Maj|Adm)\.(?= \p{Lu})|\p{Lu}[\p{L}\p{M}\p{N}'’&-]*)`;

/** Such words in a row, small words of names between them; at most eight, so that the search stays linear. */
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

/** Splits a run of capitalised words where two names meet: after possessives and before "and" between people; removes short words at the start. */
export function split(run: string, start: number, initial: boolean, found: Found[]): void {
  const words = [...run.matchAll(/\S+/g)].map((m) => ({ word: m[0], at: m.index }));
  let from = 0;
  let honorific: string | undefined;
  const push = (to: number): void => {
    let a = from;
    let b = to;
    while (a < b && /^(?:and|of|for|the|&|y|la|le|el)$/.test(words[a]?.word ?? '')) a++;
    while (
      b > a &&
      /^(?:and|of|for|the|de|du|del|la|le|van|von|der|bin|ibn|al|el|y|da|dos|&)$/.test(words[b - 1]?.word ?? '')
    )
      b--;
    if (b > a) {
      const first = words[a] as { word: string; at: number };
      const last = words[b - 1] as { word: string; at: number };
      const possessive = /['’]s?$/.test(last.word) ? last.word.replace(/['’]s?$/, '').length : last.word.length;
      const end = last.at + possessive;
      const name = run.slice(first.at, end);
      if (name.length <= LONGEST_NAME && name.length > 1)
        found.push({
          start: start + first.at,
          end: start + end,
          name,
          initial: initial && a === 0,
          ...(honorific === undefined ? {} : { honorific }),
        });
    }
    honorific = undefined;
    from = to;
  };
  for (let i = 0; i < words.length; i++) {
    const { word } = words[i] as { word: string };
    const key = keyOf(word);
    if (
      i === from &&
      HONORIFICS.has(key) &&
      !(key === 'general' && ORGANIZATION_WORDS.has(keyOf(words.at(-1)?.word ?? ''))) &&
      !/^(?:motors|electric|assembly|mills|dynamics|foods)/.test(keyOf(words[i + 1]?.word ?? ''))
    ) {
      honorific =
        honorific && !/^(?:president|minister|secretary|chief|leader|director)$/.test(key)
          ? `${honorific} ${key}`
          : key;
      from = i + 1;
      continue;
    }
    const opener =
      i === from &&
      /^\p{Lu}/u.test(word) &&
      SMALL_WORDS.has(key) &&
      !/^(?:new|us|central|united|north|south)$/i.test(word) &&
      !/^\p{Lu}{2,}$|\./u.test(word);
    if (opener || (i === from && NOT_NAMES.has(key))) {
      push(i);
      from = i + 1;
      continue;
    }
    if (
      NOT_NAMES.has(key) &&
      i > from &&
      !ORGANIZATION_WORDS.has(keyOf(words[i + 1]?.word ?? '')) &&
      !/^(?:of|and)$/.test(words[i - 1]?.word ?? '')
    ) {
      if (/^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/.test(key)) {
        push(i);
        from = i + 1;
        continue;
      }
    }
    if (/['’]s$/.test(word) && i + 1 < words.length) {
      push(i + 1);
      continue;
    }
    if ((word === 'and' || word === '&') && i > from) {
      // "Procter & Gamble", "Securities and Exchange Commission", but "Poland and Hungary", "Craig and Joan Campbell"
      const rest = words.slice(i + 1).map((w) => keyOf(w.word));
      const firm =
        word === '&' ||
        rest.some((w) => ORGANIZATION_WORDS.has(w)) ||
        ORGANIZATION_WORDS.has(keyOf(words[from]?.word ?? ''));
      if (!firm) {
        push(i);
        from = i + 1;
      }
    }
    if (
      (word === 'of' || word === 'for' || word === 'the') &&
      i > from &&
      !ORGANIZATION_WORDS.has(keyOf(words[i - 1]?.word ?? '')) &&
      !PLACE_WORDS.has(keyOf(words[i - 1]?.word ?? '')) &&
      word !== 'of'
    ) {
      push(i);
      from = i + 1;
    }
  }
  push(words.length);
}
