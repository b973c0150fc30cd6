/**
 * A list of words as a JSON file holds it. Word lists are JSON because esbuild, jest, tsc and tsx all import it without
 * a loader of their own. `words` are lines, whose entries are separated by spaces, or by commas if entries contain spaces.
 */
export interface WordList {
  /** What the words have in common, for readers of the file. */
  readonly about?: string;
  readonly words: readonly string[];
}

/** The entries of a list that are separated by spaces. */
export const wordsOf = ({ words }: WordList): readonly string[] => words.flatMap((line) => line.split(' '));

/** The entries of a list that are separated by commas. */
export const phrasesOf = ({ words }: WordList): readonly string[] => words.flatMap((line) => line.split(','));

/** The words of a list, for looking up. */
export const wordSet = (list: WordList): ReadonlySet<string> => new Set(wordsOf(list));
