/**
 * Feeds hostile text to the tagger (default: half a megabyte of each) and shows that time at most doubles when the size doubles.
 *
 *   npx tsx bench/adversarial/tagging.ts [--megabytes 0.5]
 *
 * For each text: milliseconds of processor time at a quarter, a half and the whole of the size (the best of three), and the growth from half to whole. Linear
 * is 2; a form whose time grew with the square of the text would show 4.
 */
import { parseArgs } from 'node:util';
import { tag } from '../../shared/tagging/tag.ts';

const { values } = parseArgs({ options: { megabytes: { type: 'string', default: '0.5' } } });
const size = Number(values.megabytes) * 1_000_000;

/** Pieces that are repeated up to the requested size. */
const REPEATED: Readonly<Record<string, string>> = {
  'a trigger word': 'Friday ',
  'triggers without a gap': 'FridayFriday',
  'triggers and commas': 'Friday, ',
  'months and days': 'June 4 ',
  'days and months': '4 June ',
  digits: '1',
  'digits and blanks': '1989 ',
  'four digits glued to words': '1989While',
  spaces: ' ',
  lines: '\n',
  'second and spaces': `second ${' '.repeat(500)}`,
  slashes: '1/',
  dashes: '1989-',
  colons: '10:',
  dots: '1.',
  quotes: "'",
  'apostrophes and digits': "'89 ",
  'nested ranges': 'from 1989 to 1990 until 1991 through ',
  'ranges of days': 'June 4-5-6-7-8-',
  'satellites before nothing': 'the early past two of and to the ',
  'satellites before a trigger': 'the early past two of and to the years ',
  'number words': 'twenty hundred thousand and ',
  'early mid late': 'early mid-late-',
  'the end of the end of': 'the end of the beginning of ',
  'weekdays without verbs': 'on Friday the ',
  'one endless word': 'x',
  'endless accents': 'é',
  emoji: '😀',
  'headings of years': '1989\n\nIt sank in March.\n\n',
  'soft hyphens': 'Octo\u00adber 4,\u00ad\u00ad ',
  'names of days': "New Year's St. All Saints' ",
  quarters: 'the third quarter of the fiscal ',
  lengths: 'a year and a half or two ',
  parentheses: '(1989)(',
  'unclosed quotes of dates': '"June 4, ',
  'lists of days': 'May 1, 2, 3, 4 and ',
  'machine stamps': 'Oct 26 11:00:09 EDT ',
  'months without a year': 'In June 1901 he left. In May he came. ',
  'dates in brackets': '4 June (5 July) ',
};

const build = (piece: string, length: number): string =>
  piece.repeat(Math.ceil(length / piece.length)).slice(0, length);

/** Milliseconds of processor time: other work on the machine does not count. */
function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function bestOf(text: string, times: number): number {
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < times; i++) {
    const from = processorMs();
    tag(text, { dct: '2014-03-31' });
    best = Math.min(best, processorMs() - from);
  }
  return best;
}

const cell = (n: number): string => n.toFixed(1).padStart(9);

bestOf(Object.values(REPEATED).join(' ').repeat(200), 5);
console.log(
  `${'text'.padEnd(30)} ${'1/4'.padStart(9)}${'1/2'.padStart(9)}${'whole'.padStart(9)} ms  growth  M characters/s`,
);
let worst = 0;
let slowest = Number.POSITIVE_INFINITY;
for (const [name, piece] of Object.entries(REPEATED)) {
  const [quarter = 0, half = 0, whole = 0] = [size / 4, size / 2, size].map((length) =>
    bestOf(build(piece, length), 3),
  );
  const growth = whole / half;
  const speed = size / whole / 1000;
  worst = Math.max(worst, growth);
  slowest = Math.min(slowest, speed);
  console.log(
    `${name.padEnd(30)} ${cell(quarter)}${cell(half)}${cell(whole)}    ${growth.toFixed(2).padStart(6)}  ${speed.toFixed(1).padStart(8)}`,
  );
}
console.log(
  `${(size / 1e6).toFixed(1)} MB each; worst growth ${worst.toFixed(2)}, slowest ${slowest.toFixed(1)} M characters/s`,
);
