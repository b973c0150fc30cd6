import { Past, Present } from '../../grammar/reference.ts';
import { Away, Stage, UNITS, W, Which } from '../../grammar/word.ts';
import type { LexiconEntry } from '../../scanning/lexicon.ts';
import { DAY_TRIGGERS } from './names.ts';

const unit = (name: (typeof UNITS)[number], singular: string, plural: string): LexiconEntry[] => [
  { words: singular, cls: W.Unit, value: UNITS.indexOf(name), trigger: true, capital: true },
  { words: plural, cls: W.Unit, value: UNITS.indexOf(name), trigger: true, capital: true, plural: true },
];

/** Stems of the ordinals from the fifth to the nineteenth, and of the twentieth, thirtieth and their like. */
const FIRST_REGULAR = 5;
const ORDINALS = [
  ...'fünf sechs sieb ach neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn zwanzigs'.split(
    ' ',
  ),
  ...'ein zwei drei vier fünf sechs sieben acht neun'.split(' ').map((unit) => `${unit}undzwanzigs`),
  'dreißigs',
  'einunddreißigs',
];

/** Values of words for the unit before: "Vorjahr". Below it, weekday and part of the day: "Freitagabend" is 52. */
export const BEFORE = 100;

const PARTS_OF_DAY: readonly (readonly [word: string, value: number])[] = [
  ['morgen', 0],
  ['vormittag', 0],
  ['mittag', 1],
  ['nachmittag', 1],
  ['abend', 2],
  ['nacht', 3],
];
const WEEKDAYS = 'montag dienstag mittwoch donnerstag freitag samstag sonntag'.split(' ');

/** "Freitagabend", "Montagmorgen". */
const DAY_AND_PART: readonly LexiconEntry[] = WEEKDAYS.flatMap((day, place) =>
  PARTS_OF_DAY.map(
    ([part, value]): LexiconEntry => ({
      words: day + part,
      cls: W.Named,
      value: (place + 1) * 10 + value,
      trigger: true,
      capital: true,
    }),
  ),
);

/** German words of time, in the cases they are declined in, each with its one class. Nouns need their capital. */
export const lexicon: readonly LexiconEntry[] = [
  {
    words: 'januar februar märz april mai juni juli august september oktober november dezember',
    cls: W.Month,
    value: 1,
    counting: true,
    trigger: true,
    capital: true,
  },
  { words: 'sept', cls: W.Month, value: 9, trigger: true, capital: true, abbreviation: true },
  // Read only before a date: "Do 4.5."; "do" and "so" are other words.
  { words: 'mo di mi do fr sa so', cls: W.Weekday, value: 1, counting: true, capital: true, abbreviation: true },
  { words: 'jänner', cls: W.Month, value: 1, trigger: true, capital: true },
  { words: 'feber', cls: W.Month, value: 2, trigger: true, capital: true },
  {
    words: 'jan feb mär apr',
    cls: W.Month,
    value: 1,
    counting: true,
    trigger: true,
    capital: true,
    abbreviation: true,
  },
  {
    words: 'jun jul aug sep okt nov dez',
    cls: W.Month,
    value: 6,
    counting: true,
    trigger: true,
    capital: true,
    abbreviation: true,
  },
  {
    words: 'montag dienstag mittwoch donnerstag freitag samstag sonntag',
    cls: W.Weekday,
    value: 1,
    counting: true,
    trigger: true,
    capital: true,
  },
  { words: 'sonnabend', cls: W.Weekday, value: 6, trigger: true, capital: true },
  {
    words: 'montags dienstags mittwochs donnerstags freitags samstags sonntags',
    cls: W.Weekday,
    value: 1,
    counting: true,
    trigger: true,
    plural: true,
  },
  { words: 'frühling sommer herbst winter', cls: W.Season, value: 1, counting: true, trigger: true, capital: true },
  { words: 'frühjahr', cls: W.Season, value: 1, trigger: true, capital: true },
  ...unit('minute', 'minute', 'minuten'),
  ...unit('hour', 'stunde', 'stunden'),
  ...unit('day', 'tag tages', 'tage tagen'),
  ...unit('weekend', 'wochenende', 'wochenenden'),
  ...unit('week', 'woche', 'wochen'),
  ...unit('month', 'monat monats', 'monate monaten'),
  ...unit('quarter', 'quartal quartals', 'quartale quartalen'),
  ...unit('year', 'jahr jahres', 'jahre jahren'),
  ...unit('decade', 'jahrzehnt jahrzehnts', 'jahrzehnte jahrzehnten'),
  ...unit('century', 'jahrhundert jahrhunderts', 'jahrhunderte jahrhunderten'),
  { words: 'sekunden', cls: W.Unit, value: 0, trigger: true, capital: true, plural: true },
  { words: 'ein eine einen einem einer eines', cls: W.A },
  {
    words: 'zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn',
    cls: W.NumberWord,
    value: 2,
    counting: true,
  },
  { words: 'zwanzig', cls: W.NumberWord, value: 20 },
  { words: 'dreißig', cls: W.NumberWord, value: 30 },
  { words: 'vierzig', cls: W.NumberWord, value: 40 },
  { words: 'fünfzig', cls: W.NumberWord, value: 50 },
  { words: 'hundert', cls: W.NumberWord, value: 100 },
  { words: 'tausend', cls: W.NumberWord, value: 1000 },
  { words: 'ersten erste erstes erster', cls: W.Ordinal, value: 1 },
  { words: 'zweiten zweite zweites zweiter', cls: W.Ordinal, value: 2 },
  { words: 'dritten dritte drittes dritter', cls: W.Ordinal, value: 3 },
  { words: 'vierten vierte viertes vierter', cls: W.Ordinal, value: 4 },
  ...ORDINALS.map(
    (stem, place): LexiconEntry => ({
      words: ['', 'n', 's', 'r', 'm'].map((ending) => `${stem}te${ending}`).join(' '),
      cls: W.Ordinal,
      value: FIRST_REGULAR + place,
    }),
  ),
  { words: 'mehrere mehreren einige einigen wenige wenigen paar viele vielen', cls: W.Several },
  { words: 'vorgestern gestern heute morgen übermorgen', cls: W.Deictic, value: -2, counting: true, trigger: true },
  { words: 'jetzt derzeit momentan zurzeit heutzutage', cls: W.Reference, value: Present, trigger: true },
  { words: 'kürzlich neulich', cls: W.Reference, value: Past, trigger: true },
  { words: 'diese dieser dieses diesem diesen laufenden', cls: W.Which, value: Which.This },
  {
    words: 'letzte letzter letztes letztem letzten vorige voriger voriges vorigem vorigen',
    cls: W.Which,
    value: Which.Last,
  },
  { words: 'vergangene vergangener vergangenes vergangenem vergangenen', cls: W.Which, value: Which.Last },
  {
    words: 'nächste nächster nächstes nächstem nächsten kommende kommender kommendes kommendem kommenden',
    cls: W.Which,
    value: Which.Next,
  },
  { words: 'folgende folgender folgendes folgendem folgenden darauffolgenden', cls: W.Which, value: Which.Following },
  { words: 'selben gleichen desselben', cls: W.Which, value: Which.Same },
  { words: 'der die das den dem des', cls: W.The },
  { words: 'anfang', cls: W.Stage, value: Stage.Start, capital: true },
  { words: 'mitte', cls: W.Stage, value: Stage.Mid, capital: true },
  { words: 'ende', cls: W.Stage, value: Stage.End, capital: true },
  { words: 'etwa rund ungefähr circa ca fast knapp', cls: W.Approx, value: 0, abbreviation: true },
  { words: 'vor', cls: W.Away, value: Away.Ago },
  { words: 'nach', cls: W.Away, value: Away.After },
  { words: 'zwischen von', cls: W.Between },
  { words: 'hälfte', cls: W.Half, value: 0, capital: true },
  { words: 'halbjahr halbjahrs halbjahres', cls: W.Half, value: 1, trigger: true, capital: true },
  {
    words:
      'zwanzigerjahre dreißigerjahre vierzigerjahre fünfzigerjahre sechzigerjahre siebzigerjahre achtzigerjahre neunzigerjahre',
    cls: W.DecadeWord,
    value: 2,
    counting: true,
    trigger: true,
    capital: true,
  },
  {
    words:
      'zwanzigerjahren dreißigerjahren vierzigerjahren fünfzigerjahren sechzigerjahren siebzigerjahren achtzigerjahren neunzigerjahren',
    cls: W.DecadeWord,
    value: 2,
    counting: true,
    trigger: true,
    capital: true,
  },
  {
    words: 'zwanziger dreißiger vierziger fünfziger sechziger siebziger achtziger neunziger',
    cls: W.DecadeWord,
    value: 2,
    counting: true,
    trigger: true,
  },
  { words: 'später', cls: W.Away, value: Away.Later },
  { words: 'zuvor', cls: W.Away, value: Away.Earlier },
  { words: 'in im am an seit bis zum um gegen ab auf', cls: W.Preposition },
  { words: 'während binnen innerhalb', cls: W.Within },
  { words: 'und', cls: W.And },
  { words: 'oder', cls: W.Or },
  { words: 'jeden jede jedes jedem jeder alle', cls: W.Every },
  { words: 'täglich', cls: W.Frequency, value: UNITS.indexOf('day'), trigger: true },
  { words: 'wöchentlich', cls: W.Frequency, value: UNITS.indexOf('week'), trigger: true },
  { words: 'monatlich', cls: W.Frequency, value: UNITS.indexOf('month'), trigger: true },
  { words: 'jährlich', cls: W.Frequency, value: UNITS.indexOf('year'), trigger: true },
  // "v. Chr." and "n. Chr.": the letter tells the era.
  { words: 'v', cls: W.Join, value: -1, abbreviation: true },
  { words: 'n', cls: W.Join, value: 1, abbreviation: true },
  { words: 'chr', cls: W.Era, value: 1, abbreviation: true, trigger: true, capital: true },
  { words: 'abend', cls: W.DayPart, value: 2, trigger: true },
  { words: 'früh', cls: W.DayPart, value: 0 },
  { words: 'mittag', cls: W.DayPart, value: 1, trigger: true, capital: true },
  ...DAY_AND_PART,
  { words: 'vorjahr vorjahres', cls: W.Named, value: BEFORE + UNITS.indexOf('year'), trigger: true, capital: true },
  { words: 'vormonat vormonats', cls: W.Named, value: BEFORE + UNITS.indexOf('month'), trigger: true, capital: true },
  { words: 'vorwoche', cls: W.Named, value: BEFORE + UNITS.indexOf('week'), trigger: true, capital: true },
  {
    words: 'vortag vortages vortags',
    cls: W.Named,
    value: BEFORE + UNITS.indexOf('day'),
    trigger: true,
    capital: true,
  },
  { words: 'vormittag', cls: W.DayPart, value: 0, trigger: true },
  { words: 'nachmittag', cls: W.DayPart, value: 1, trigger: true },
  { words: 'nacht', cls: W.DayPart, value: 3, trigger: true },
  { words: 'halb', cls: W.UnitKind, value: 30, trigger: true },
  { words: 'viertel', cls: W.UnitKind, value: 15, trigger: true },
  { words: 'mitternacht', cls: W.ClockWord, value: 24, trigger: true, capital: true },
  { words: 'uhr', cls: W.ClockWord, value: -1, trigger: true, capital: true },
  { words: 'seite raum zimmer version kapitel absatz', cls: W.Counted, value: 1 },
  {
    words:
      'menschen personen euro dollar meter metern kilometer kilometern tonnen prozent stimmen soldaten einwohner einwohnern teilnehmer teilnehmern mitarbeiter mitarbeitern zuschauer zuschauern besucher besuchern arbeiter arbeitern schüler schülern gäste gästen demonstranten flüchtlinge flüchtlingen tote toten verletzte verletzten häuser häusern wohnungen exemplare exemplaren mitglieder mitgliedern frauen männer männern kinder kindern anhänger anhängern unterschriften bücher büchern seiten plätze plätzen beschäftigte beschäftigten haushalte haushalten betten schafe schafen rinder rindern',
    cls: W.Counted,
  },
  { words: DAY_TRIGGERS, cls: W.Holiday, trigger: true, capital: true },
];
