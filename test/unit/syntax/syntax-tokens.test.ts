import type { ParsedSentence } from '../../../shared/syntax/parsed-sentence.ts';
import { syntaxTokens } from '../../../shared/syntax/syntax-tokens.ts';

type Offsets = Pick<ParsedSentence['tokens'][number], 'start' | 'end'>;

test.each([
  ["They didn't leave", ['They', 'did', "n't", 'leave'], 'a negation is a word of its own'],
  ['They won’t', ['They', 'wo', 'n’t'], 'with a curly apostrophe too'],
  ["She'll say I'm late", ['She', "'ll", 'say', 'I', "'m", 'late'], 'auxiliaries leave their pronoun'],
  ['They cannot', ['They', 'can', 'not'], '"cannot" is two words'],
  ["Ann's not o'clock", ['Ann', "'s", 'not', "o'clock"], 'other apostrophes stay'],
  ['not', ['not'], 'a word is never empty'],
])('%s is split into %j: %s', (text, words) => {
  const tokens: readonly Offsets[] = syntaxTokens(text, 0, text.length);
  expect(tokens.map(({ start, end }) => text.slice(start, end))).toEqual(words);
});

test('offsets index the article, not the sentence', () => {
  const text = "Rain fell. They didn't leave.";
  expect(syntaxTokens(text, 11, 29).map(({ start }) => start)).toEqual([11, 16, 19, 23, 28]);
});
