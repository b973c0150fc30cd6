import { dropOldest } from './drop-oldest.ts';

/** Most words that a function of words remembers: texts repeat theirs, and names never end. */
const MOST_REMEMBERED = 50_000;

/**
 * The same function, which remembers its last tens of thousands of answers.
 *
 * @param compute A pure function of a string; never answers `undefined`.
 */
export function remembered<T extends NonNullable<unknown>>(compute: (key: string) => T): (key: string) => T {
  const answers = new Map<string, T>();
  return (key) => {
    const known = answers.get(key);
    if (known !== undefined) return known;
    const answer = compute(key);
    answers.set(key, answer);
    dropOldest(answers, MOST_REMEMBERED);
    return answer;
  };
}
