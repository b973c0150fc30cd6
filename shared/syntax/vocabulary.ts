/**
 * Tests tags or relations against a pattern, each once: there are some fifty of either, and a look-up is faster than a pattern.
 *
 * @param pattern Without the flags g and y.
 */
export function vocabularyTest(pattern: RegExp): (word: string) => boolean {
  const answers = new Map<string, boolean>();
  return (word) => {
    let answer = answers.get(word);
    if (answer === undefined) {
      answer = pattern.test(word);
      answers.set(word, answer);
    }
    return answer;
  };
}
