import { stem } from '../../text/stem.ts';
import { STOP_WORDS } from '../../text/stop-words.ts';

/** Assigns every stem a small number, so that sentences are compared as lists of integers. */
export class Vocabulary {
  readonly #ids = new Map<string, number>();
  /** Ids by lower-case word; -1 for stop words. Saves most calls of the stemmer. */
  readonly #known = new Map<string, number>();

  /** The id of a lower-case word's stem; -1 for stop words and single letters. */
  idOf(word: string): number {
    const known = this.#known.get(word);
    if (known !== undefined) return known;
    let id = -1;
    if (word.length > 1 && !STOP_WORDS.has(word)) {
      const stemmed = stem(word);
      id = this.#ids.get(stemmed) ?? this.#ids.size;
      this.#ids.set(stemmed, id);
    }
    this.#known.set(word, id);
    return id;
  }

  /** Distinct term ids of a sentence, in order of appearance, and its number of words. */
  read(sentence: string): { readonly terms: readonly number[]; readonly words: number } {
    const terms: number[] = [];
    let words = 0;
    const lower = sentence.toLowerCase();
    let start = -1;
    for (let at = 0; at <= lower.length; at++) {
      const code = at < lower.length ? lower.charCodeAt(at) : 0;
      // past ASCII everything but the dashes, quotes and spaces of U+2000…U+206F and U+00A0…U+00BF counts as a letter
      const inWord =
        code < 128
          ? (code >= 97 && code <= 122) || (code >= 48 && code <= 57)
          : code > 0xbf && (code < 0x2000 || code > 0x206f);
      if (inWord) {
        if (start < 0) start = at;
      } else if (start >= 0) {
        words++;
        const id = this.idOf(lower.slice(start, at));
        if (id >= 0 && !terms.includes(id)) terms.push(id);
        start = -1;
      }
    }
    return { terms, words };
  }
}
