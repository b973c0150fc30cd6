import type { TokenWindow } from '../scanning/token-window.ts';
import { W } from './word.ts';

/** Verbs whose object is a number of people or things: "employs 1850", "the raid killed 1900". */
const COUNTING_VERBS =
  /^(?:employ(?:s|ed|ing)?|hir(?:es?|ed|ing)|recruit(?:s|ed)|fir(?:es|ed)|cost(?:s|ing)?|kill(?:s|ed|ing)|injur(?:es|ed)|wound(?:s|ed)|arrest(?:s|ed)|evacuat(?:es|ed)|sold|sells|bought|scor(?:es?|ed)|seat(?:s|ed)|hous(?:es|ed)|holds|weigh(?:s|ed)|total(?:s|led|ed|ling)|number(?:s|ed|ing)|attract(?:s|ed)|drew|draws|averag(?:es|ed|ing)|exceed(?:s|ed)|own(?:s|ed)|built|raised|lost|measur(?:es|ed))$/i;
/** "built 1998", "lost 1914": these may also be followed by a year. */
const ALSO_DATED = /^(?:built|lost|raised|sold|bought|killed|wounded|arrested|drew|evacuated)$/i;
/** Nouns of amounts: "a crowd of 2000", "a height of 1900". */
const AMOUNT_BEFORE =
  /\ban? (?:[\w-]+ )?(?:crowd|height|depth|altitude|elevation|total|maximum|minimum|capacity|population|score|force|garrison|army|fleet|attendance|audience|circulation|weight|membership|workforce|staff|strength|team|group|gathering|congregation|rating|majority|toll|distance|length|width|speed|salary|price|fine|average|backlog|sample|shortfall|surplus) of $/i;
/** Words that form an adjective with a number: "a 2000-seat hall". */
const COMPOUNDS =
  /^(?:strong|seat|seater|bed|room|page|mile|kilometre|kilometer|foot|metre|meter|acre|hectare|man|member|tonne|ton|horsepower|plus|word|volt|watt|litre|liter|odd|berth)$/i;
/** Words of a larger amount: "some 2000", "another 1900 fled". */
const AMOUNT_LEADS = /^(?:another|some|further|extra|additional|nearly|approximately|roughly)$/i;
/** Code units of "a record attendance of ". */
const LONGEST_AMOUNT = 44;

const word = (t: TokenWindow, i: number): string => (t.is(i, W.None) ? '' : t.text.slice(t.start(i), t.end(i)));

/** "employs 1850 in 2012": the object of a counting verb. If a year may also follow the verb, a counted noun or another date must follow the number. */
export function isCountedByVerb(t: TokenWindow, i: number): boolean {
  if (!t.is(i - 1, W.Unknown) && !t.is(i - 1, W.Counted)) return false;
  if (t.capital(i - 1)) return false;
  const verb = word(t, i - 1);
  if (!COUNTING_VERBS.test(verb)) return false;
  return !ALSO_DATED.test(verb) || (t.isWord(i + 1, 'in') && t.is(i + 2, W.Number) && t.digits(i + 2) === 4);
}

/** "a crowd of 2000", "a record height of 1900". */
export const isAmountOf = (t: TokenWindow, i: number): boolean =>
  t.is(i - 1, W.Of) && AMOUNT_BEFORE.test(t.text.slice(Math.max(0, t.start(i) - LONGEST_AMOUNT), t.start(i)));

/** "2000 were killed": a plural verb follows a number, not a year. "In 1999 there were" and "1999 and 2000 were" are years. */
export function isPluralSubject(t: TokenWindow, i: number): boolean {
  if (!(t.isWord(i + 1, 'were') || t.isWord(i + 1, 'are') || t.isWord(i + 1, 'have'))) return false;
  const before = t.cls(i - 1);
  return (
    before === W.None ||
    before === W.Dot ||
    before === W.OtherSign ||
    before === W.The ||
    before === W.Approx ||
    (before === W.Comma && !t.is(i - 2, W.Number)) ||
    (before === W.Unknown && !t.isWord(i - 1, 'year'))
  );
}

/** "another 2000 fled", "some 1900 marched". */
export const isSomeAmount = (t: TokenWindow, i: number): boolean =>
  (t.is(i - 1, W.Unknown) || t.is(i - 1, W.More) || t.is(i - 1, W.Several)) &&
  AMOUNT_LEADS.test(word(t, i - 1)) &&
  (t.is(i + 1, W.Unknown) || t.is(i + 1, W.Counted));

/** "2000-strong", "a 1900-seat hall", "the 1900 block of Elm Street". */
export const isCompound = (t: TokenWindow, i: number): boolean =>
  (t.isWord(i + 1, 'block') && t.is(i + 2, W.Of)) ||
  (t.is(i + 1, W.Hyphen) && !t.spaced(i + 1) && COMPOUNDS.test(word(t, i + 2)) && !t.spaced(i + 2));

/** "1 in 2000": a share. */
export const isShare = (t: TokenWindow, i: number): boolean =>
  t.value(i) % 100 === 0 &&
  t.isWord(i - 1, 'in') &&
  ((t.is(i - 2, W.Number) && t.value(i - 2) === 1) || t.isWord(i - 2, 'one'));

/** "the sun shines 2000 out of 8700 hours", "1900 of 5000 voted": a part of a whole. */
export const isPart = (t: TokenWindow, i: number): boolean => {
  const of = t.isWord(i + 1, 'out') ? i + 2 : i + 1;
  return t.is(of, W.Of) && t.is(of + 1, W.Number) && t.digits(of + 1) >= 4 && t.value(of + 1) > t.value(i);
};

/** "won 1900 to 1850", "1900-1850": of two falling numbers neither is a year. Ranges of years BC fall, too. */
export function isScore(t: TokenWindow, i: number): boolean {
  return falls(t, i, i + 2) || falls(t, i - 2, i);
}

function falls(t: TokenWindow, i: number, j: number): boolean {
  if (!t.is(i, W.Number) || !t.is(j, W.Number) || t.digits(i) !== 4 || t.digits(j) !== 4) return false;
  const joined = t.is(i + 1, W.To) ? !t.is(i - 1, W.Between) && !t.is(i - 1, W.Preposition) : t.is(i + 1, W.Hyphen);
  return joined && t.value(j) < t.value(i) && !t.is(j + 1, W.Era) && !t.is(j + 1, W.Hyphen);
}
