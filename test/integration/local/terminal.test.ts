import { PassThrough } from 'node:stream';
import { inkFor, printable, widthOf, wrapText } from '../../../local/cli/io/terminal.ts';

const stream = (more: Readonly<Record<string, unknown>>) => Object.assign(new PassThrough(), more);

test.each([
  ['a terminal', { isTTY: true }, {}, true],
  ['a pipe', {}, {}, false],
  ['a terminal of somebody who declines colours', { isTTY: true }, { NO_COLOR: '1' }, false],
  ['a terminal that has none', { isTTY: true }, { TERM: 'dumb' }, false],
])('text is bold on %s only if it shows colours', (_, kind, env, coloured) => {
  expect(inkFor(stream(kind), env).bold('x').includes('\u001b[')).toBe(coloured);
});

test('the width is the terminal’s, between 40 and 100 columns', () => {
  expect([10, 60, 300, undefined].map((columns) => widthOf(stream({ columns })))).toEqual([40, 60, 100, 80]);
});

test('lines break at spaces, and a long word stays whole', () => {
  expect(wrapText('one  two\nthree incomprehensibilities', 9)).toEqual(['one two', 'three', 'incomprehensibilities']);
  expect(wrapText('', 9)).toEqual([]);
});

test('characters that move the cursor or reverse the text are left out', () => {
  expect(printable('a\u001b[2Jb\u0007c\u202ed\u009be\nf\tg')).toBe('a[2Jbcde\nf\tg');
});
