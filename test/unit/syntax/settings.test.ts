import { bracketedTokens, quotedTokens } from '../../../shared/syntax/settings.ts';
import { syntaxTokens } from '../../../shared/syntax/syntax-tokens.ts';
import { clauseOf } from './parse.ts';

const marked = (text: string, flagsOf: (tokens: ReturnType<typeof syntaxTokens>) => Uint8Array): string[] => {
  const tokens = syntaxTokens(text, 0, text.length);
  const flags = flagsOf(tokens);
  return tokens.flatMap((token, i) => (flags[i] === 1 ? [token.text] : []));
};

test.each([
  ['“We won,” she said.', false, ['We', 'won', ',']],
  ['"We won," she said.', false, ['We', 'won', ',']],
  ['She said: "We won.', false, ['We', 'won', '.']],
  ['We won,” she said.', false, ['We', 'won', ',']],
  ['We won," she said.', true, ['We', 'won', ',']],
  ['She won.', false, []],
])('%s (open: %s): %j is quoted', (text, open, words) => {
  expect(marked(text, (tokens) => quotedTokens(tokens, open))).toEqual(words);
});

test.each([
  ['He (born 1910) left.', ['born', '1910']],
  ['He (born (in 1910) there) left.', ['born', '(', 'in', '1910', ')', 'there']],
  ['He (born 1910 left.', []],
])('%s: %j is in brackets', (text, words) => {
  expect(marked(text, bracketedTokens)).toEqual(words);
});

test('a clause knows whether it is quoted, in a bracket, a headline or a caption', () => {
  const quoted = '“We opened the mine in 1990,” the owner said.';
  expect(clauseOf(quoted, 'open').clause).toMatchObject({ quotation: true, bracket: false });
  expect(clauseOf(quoted, 'say').clause).toMatchObject({ quotation: false });
  expect(clauseOf('The club (it was founded in 1901) won the cup.', 'found').clause.bracket).toBe(true);
  expect(clauseOf('Rebels seize the port', 'seize', { headline: true }).clause.headline).toBe(true);
  expect(clauseOf('Guards close the gate on Friday.', 'close', { caption: true }).clause.caption).toBe(true);
});
