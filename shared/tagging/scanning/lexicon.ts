import type { WordClass } from '../grammar/word.ts';
import { buildStateTable, type NumeralHits, type StateTable } from './state-table.ts';

/** How a language writes numerals. */
export interface NumeralStyle {
  /** The sign before decimals; the other of the two parts groups of thousands. */
  readonly decimal: '.' | ',';
  /** Suffix of decades: "s" in "1990s", "er" in "1990er". */
  readonly decade: string;
  /** Whether "3.5." and "3.5.21" are days. */
  readonly dottedDates?: boolean;
  /** Suffixes of ordinals, without a blank: "th" in "4th". */
  readonly ordinals: readonly string[];
  /** Words that may touch the numeral before them: "10pm", "2hrs". */
  readonly clocks: readonly string[];
}

/** A group of words of one class. */
export interface LexiconEntry {
  /** Words in lower case, parted by spaces; each takes the value `value`, or `value + its place` where `counting` is set. */
  readonly words: string;
  readonly cls: WordClass;
  readonly value?: number;
  /** The words are consecutive values: "one two three". */
  readonly counting?: boolean;
  /** The word triggers the grammar; other words are read only beside one that does. */
  readonly trigger?: boolean;
  /** The word means this only with a capital: "May", "March", "Sun". */
  readonly capital?: boolean;
  /** A dot after it belongs to it: "Sept." */
  readonly abbreviation?: boolean;
  readonly plural?: boolean;
}

export const Flag = { Spaced: 1, Capital: 2, Plural: 4, Abbreviation: 8, NeedsCapital: 16 } as const;

/** A language's words, ready for scanning. */
export interface Lexicon {
  /** Finds trigger words and numerals in running text. Reports index `triggerClasses`. */
  readonly triggers: StateTable;
  /** Tells the class of any word that begins at a given place. Reports index the three arrays. */
  readonly words: StateTable;
  readonly cls: Uint8Array;
  readonly value: Int32Array;
  readonly flags: Uint8Array;
  /** Of each trigger word, whether it needs a capital. */
  readonly triggerNeedsCapital: Uint8Array;
  /** Of each trigger, how many code units it has; 0 for numerals whose length varies. */
  readonly triggerLength: Uint8Array;
  readonly numerals: NumeralHits;
  readonly style: NumeralStyle;
  /** Whether a word that needs a capital counts without it at its place. */
  readonly countsSmall: (text: string, from: number, to: number) => boolean;
}

/**
 * Compiles a word list into its two state tables.
 *
 * @throws RangeError if one word is listed twice: a word has one class, and forms tell its uses apart.
 */
export function compileLexicon(
  entries: readonly LexiconEntry[],
  style: NumeralStyle,
  countsSmall: Lexicon['countsSmall'] = () => false,
): Lexicon {
  const all: { word: string; entry: LexiconEntry; value: number }[] = [];
  const seen = new Set<string>();
  for (const entry of entries)
    entry.words.split(' ').forEach((word, place) => {
      if (seen.has(word)) throw new RangeError(`"${word}" is in the lexicon twice`);
      seen.add(word);
      all.push({ word, entry, value: (entry.value ?? 0) + (entry.counting ? place : 0) });
    });
  const triggers = all.filter(({ entry }) => entry.trigger);
  const n = triggers.length;
  const numerals = {
    ...{ year: n, glued: n + 1, three: n + 2, short: n + 3, decade: n + 4, clock: n + 5, slash: n + 6 },
    dotted: style.dottedDates ? n + 7 : undefined,
  };
  const flagsOf = ({ plural, abbreviation, capital }: LexiconEntry): number =>
    (plural ? Flag.Plural : 0) | (abbreviation ? Flag.Abbreviation : 0) | (capital ? Flag.NeedsCapital : 0);
  return {
    triggers: buildStateTable(
      triggers.map(({ word }) => word),
      numerals,
      style.decade,
    ),
    words: buildStateTable(all.map(({ word }) => word)),
    cls: Uint8Array.from(all, ({ entry }) => entry.cls),
    value: Int32Array.from(all, ({ value }) => value),
    flags: Uint8Array.from(all, ({ entry }) => flagsOf(entry)),
    triggerNeedsCapital: Uint8Array.from(triggers, ({ entry }) => (entry.capital ? 1 : 0)),
    // The numerals after the words, in the order of `numerals`.
    triggerLength: Uint8Array.from([...triggers.map(({ word }) => word.length), 4, 4, 3, 2, 0, 0, 0, 0]),
    numerals,
    style,
    countsSmall,
  };
}
