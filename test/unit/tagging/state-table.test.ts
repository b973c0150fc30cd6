import { CLASS_OF } from '../../../shared/tagging/scanning/characters.ts';
import { BETWEEN, buildStateTable } from '../../../shared/tagging/scanning/state-table.ts';

const WORDS = ['june', 'may', 'p.m', 'märz'];
const NUMERALS = { year: 4, glued: 5, three: 6, short: 7, decade: 8, clock: 9, slash: 10, dotted: 11 };
const NAMES = [...WORDS, 'year', 'glued', 'three', 'short', 'decade', 'clock', 'slash', 'dotted'];
const table = buildStateTable(WORDS, NUMERALS);

/** The table's reports, in order. */
function reports(text: string): string[] {
  const found: string[] = [];
  let state = BETWEEN;
  for (const code of [...`${text} `].map((sign) => sign.charCodeAt(0))) {
    state = table.next[state | (CLASS_OF[code] ?? 0)] ?? BETWEEN;
    if (state >= 0) continue;
    found.push(NAMES[~state] ?? '?');
    state = BETWEEN;
  }
  return found;
}

test.each([
  ['June may JUNE', ['june', 'may', 'june'], 'words in whatever case'],
  ['junes maybe dismay', [], 'whole words only'],
  ['at 10 p.m. and 10pm', ['p.m'], 'words with dots; "pm" is not in this list'],
  ['im März', ['märz'], 'letters beyond the alphabet'],
  ['1989 19890 989 98', ['year', 'three'], 'numerals by how many digits they have'],
  ['the 1990s and 90s', ['decade', 'decade'], 'decades'],
  ["the class of '89", ['short'], 'years cut short'],
  ['10:30 and 3/4', ['clock', 'slash'], 'signs after one or two digits'],
  ['1863While 1990x', ['glued', 'glued'], 'digits that touch letters, for the reader to judge'],
  ['F16 x1989 report_2014', [], 'digits inside a word'],
])('%s → %j: %s', (text, expected) => expect(reports(text)).toEqual(expected));

test.each([
  ['3.5. 3.5.21 31.12.99', ['dotted', 'dotted', 'dotted'], 'days in digits with dots'],
  ['3.5 3.5.1998 3.1998 1.2.345', ['year', 'year', 'three'], 'the digits after a dot may begin another numeral'],
])('%s: %s, %s', (text, expected) => expect(reports(text)).toEqual(expected));
