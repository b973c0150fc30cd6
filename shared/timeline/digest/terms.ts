import { stem } from '../../text/stem.ts';
import { STOP_WORDS } from '../../text/stop-words.ts';

/** Gives every stem a small number, so that sentences are compared as lists of integers. */
export class Vocabulary {
  readonly #ids = new Map<string, number>();
  /** By word as written, lower case: -1 for stop words. Saves the stemmer most calls. */
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

  /** Distinct term ids of a sentence, in order of appearance, and how many words it has. */
  read(sentence: string): { readonly terms: readonly number[]; readonly words: number } {
    const terms: number[] = [];
    let words = 0;
    for (const found of sentence.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu)) {
      words++;
      const id = this.idOf(found[0]);
      if (id >= 0 && !terms.includes(id)) terms.push(id);
    }
    return { terms, words };
  }
}
