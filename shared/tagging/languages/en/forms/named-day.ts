import { namedDay } from '../../../gazetteer/days.ts';
import { readYear } from '../../../grammar/dates.ts';
import { BLANK, type Expression } from '../../../grammar/expression.ts';
import type { Form } from '../../../grammar/form.ts';
import { LEANS } from '../../../grammar/lean.ts';
import { W } from '../../../grammar/word.ts';
import type { TokenWindow } from '../../../scanning/token-window.ts';
import { DAY_NAMES } from '../names.ts';

/** "Christmas 1963", "last Thanksgiving", "Labor Day", "New Year's Eve", "Ramadan". */
export const namedDayForm: Form = { name: 'named-day', starts: [W.Holiday, W.Which, W.Month], read: readNamedDay };

/** Longest names first, so that "Christmas Eve" is not read as "Christmas". */
const NAMES = [...DAY_NAMES].sort((a, b) => b[0].length - a[0].length);
const LONGEST = Math.max(...NAMES.map(([name]) => name.length));

/** "Christmas Island", "Thanksgiving Point". */
const PLACES = ['island', 'islands', 'islander', 'islanders', 'point'] as const;

function readNamedDay(t: TokenWindow, i: number): Expression | undefined {
  const lean = t.is(i, W.Which) ? LEANS[t.value(i)] : 'nearest';
  const j = t.is(i, W.Which) ? i + 1 : i;
  if (!lean || !(t.is(j, W.Holiday) || isMonthOfName(t, j))) return undefined;
  // "White Christmas", "Black Easter": titles.
  if (j === i && t.is(j - 1, W.Unknown) && t.capital(j - 1)) return undefined;
  const start = t.start(j);
  const heard = t.text
    .slice(start, start + LONGEST)
    .toLowerCase()
    .replaceAll('’', "'")
    .replaceAll('\n', ' ');
  const found = NAMES.find(([name]) => heard.startsWith(name));
  if (!found) return undefined;
  let k = j;
  while (t.end(k) < start + found[0].length) {
    k++;
    if (t.cls(k) === W.None) return undefined;
  }
  if (t.end(k) !== start + found[0].length) return undefined;
  const upTo = k + 1;
  // "Michaelmas term 2011", "the Corpus Christi bay": named after the day.
  if (t.isWord(upTo, 'term') || t.isWord(upTo, 'bay') || t.isWord(upTo, 'college')) return undefined;
  if (t.capital(upTo) && PLACES.some((place) => t.isWord(upTo, place))) return undefined;
  const day = { ...BLANK, kind: 'calendar', type: 'DATE', unit: 'day', named: found[1] } as const;
  const { firstDay, historicYear } = namedDay(found[1]);
  const year = readYear(t, t.is(upTo, W.Comma) || t.is(upTo, W.Of) || t.isWord(upTo, 'in') ? upTo + 1 : upTo);
  if (year && j === i && firstDay(year.value) !== undefined) return { ...day, year: year.value, upTo: year.upTo };
  // "Easter 212", "Election Day 1999": there was none in that year, and no other year is meant.
  if (year && j === i) return undefined;
  const later = readYearOfNoun(t, upTo);
  if (later !== undefined) return { ...day, year: later, upTo };
  return historicYear !== undefined && lean === 'nearest'
    ? { ...day, year: historicYear, upTo }
    : { ...day, lean, upTo };
}

/** "May Day", "April Fools' Day". */
const isMonthOfName = (t: TokenWindow, j: number): boolean =>
  t.capital(j) &&
  ((t.isWord(j, 'may') && t.isWord(j + 1, 'day')) || (t.isWord(j, 'april') && t.isWord(j + 1, 'fools')));

/** "the Boxing Day tsunami of 2004": the day has the year of its noun. */
function readYearOfNoun(t: TokenWindow, i: number): number | undefined {
  if (!t.is(i, W.Unknown)) return undefined;
  const of = t.is(i + 1, W.Of) ? i + 1 : t.is(i + 1, W.Unknown) && t.is(i + 2, W.Of) ? i + 2 : -1;
  return of < 0 ? undefined : readYear(t, of + 1)?.value;
}
