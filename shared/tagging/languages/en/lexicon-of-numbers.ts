import { Counted } from '../../grammar/no-year.ts';
import { W } from '../../grammar/word.ts';
import type { LexiconEntry } from '../../scanning/lexicon.ts';

/** Nouns that numbers count, measure or name: beside these, four digits are no year. */
export const COUNTED: readonly LexiconEntry[] = [
  {
    words:
      'people men women children boys girls babies persons inhabitants residents citizens villagers townspeople islanders refugees migrants prisoners hostages patients orphans families households troops soldiers sailors rebels fighters police officers policemen guards workers employees staff jobs students pupils teachers members delegates guests visitors passengers protesters demonstrators spectators victims deaths casualties civilians cattle sheep horses cows pigs goats dogs birds fish trees books copies pages ships boats tanks planes aircraft vehicles cars lorries trucks guns rifles bombs shells tents beds rooms houses homes buildings flats villages schools seats votes shares bonds points barrels units times acres percent dead wounded injured displaced settlers colonists pilgrims marchers strikers voters subscribers readers customers farmers miners fishermen nurses doctors signatures tickets letters emails words lines runs',
    cls: W.Counted,
  },
  {
    words:
      'miles kilometers kilometres meters metres feet inches yards tons tonnes pounds kilograms grams litres liters gallons dollars euros francs marks roubles rubles yen crowns pesos rupees calories watts volts m km kg cm mm mg mph ha ft lb lbs hp kw mw khz mhz ghz rpm sq',
    cls: W.Counted,
    value: Counted.Measure,
  },
  {
    words:
      'page room suite unit box apartment apt flight route highway model version section chapter article paragraph channel gate resolution resolutions windows bus train tram lot docket bill locomotive psalm interstate grade peugeot fiat mazda lancia porsche boeing airbus antonov rfc iso din isbn issn extension',
    cls: W.Counted,
    value: Counted.Named,
  },
];

/** "14Nov2011", "4NOV11": days and months without a blank, by the classes of their signs. */
const GLUED_DATES = 'jan feb mar apr may jun jul aug sep oct nov dec'
  .split(' ')
  .flatMap((month) => [`0${month}00`, `00${month}00`, `0${month}0000`, `00${month}0000`])
  .join(' ');

/** "c1650", "ca1901". */
const CIRCA_YEARS = 'c0000 ca0000';

/** "19O5", "l912": years in which OCR read one or two digits as letters. */
const SMUDGED_YEARS = ['0', 'l', 'i']
  .flatMap((first) =>
    ['0', 'o', 'l', 'i'].flatMap((third) => ['0', 'o', 'l', 'i'].map((last) => `${first}0${third}${last}`)),
  )
  .filter((word) => /0.*0/.test(word) && /[oli]/.test(word))
  .join(' ');

/** Digits and letters in one word. */
export const CODES: readonly LexiconEntry[] = [
  // Every digit is one class of character: these stand for Q1–Q4, H1–H2 and FY with two or four digits.
  { words: 'q1 h1 fy00 fy0000', cls: W.PeriodCode, trigger: true, capital: true },
  { words: '1q 1q00 1q0000 1h 1h00 1h0000', cls: W.PeriodCode, trigger: true },
  { words: GLUED_DATES, cls: W.PeriodCode, trigger: true },
  { words: CIRCA_YEARS, cls: W.PeriodCode, trigger: true },
  { words: SMUDGED_YEARS, cls: W.PeriodCode, trigger: true },
];
