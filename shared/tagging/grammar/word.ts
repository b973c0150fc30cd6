/**
 * Classes of tokens, common to the grammars of all languages. A language's lexicon gives each of its words one class and a value
 * (a month its number, a unit its place in `UNITS`, a determiner one of `Which`).
 */
export const W = {
  /** Beyond the end of the text or the reader's window. */
  None: 0,
  /** A word of no class. */
  Unknown: 1,
  /** Digits; value is the number, `digits` how many there are. */
  Number: 2,
  /** A number with a decimal part or digits glued to something: never a day or a year. */
  Decimal: 3,
  /** "five", "twenty", "hundred". */
  NumberWord: 4,
  /** "4th", "first". */
  Ordinal: 5,
  /** "1990s", "90s": value is the year or the two digits. */
  DecadeNumeral: 6,
  Month: 7,
  Weekday: 8,
  /** "year", "weeks". */
  Unit: 9,
  Season: 10,
  /** "morning", "night". */
  DayPart: 11,
  /** "today", "yesterday", "tomorrow": value is the shift in days. */
  Deictic: 12,
  /** "now", "recently", "soon": value is one of `Ref`. */
  Reference: 13,
  /** "this", "last", "following": value is one of `Which`. */
  Which: 14,
  The: 15,
  /** "a", "an". */
  A: 16,
  /** "early", "mid", "late": value is one of `Stage`. */
  Stage: 17,
  /** "beginning", "middle", "end", which need "of" after them. */
  Edge: 18,
  /** "about", "nearly", "more than": value is one of `Approx`. */
  Approx: 19,
  /** "several", "few", "many", "some", "couple". */
  Several: 20,
  /** "ago", "earlier", "later": value is one of `Away`. */
  Away: 21,
  Of: 22,
  /** "in", "on", "at", "by", "since", "until". */
  Preposition: 23,
  And: 24,
  To: 25,
  Or: 26,
  /** "every", "each". */
  Every: 27,
  /** "BC", "AD". Value -1 or 1. */
  Era: 28,
  /** A named day; value is its place in the language's list. */
  Holiday: 29,
  Fiscal: 30,
  /** "a.m.", "p.m.": value 0 or 12. */
  Meridiem: 31,
  /** "GMT", "EST". */
  Zone: 32,
  /** "period", "term". */
  Period: 33,
  /** "'s". */
  Possessive: 34,
  Hyphen: 35,
  /** En or em dash. */
  Dash: 36,
  Slash: 37,
  Comma: 38,
  Dot: 39,
  Colon: 40,
  Apostrophe: 41,
  OtherSign: 42,
  /** "daily", "monthly": value is a unit. */
  Frequency: 43,
  /** "noon", "midnight", "o'clock". */
  ClockWord: 44,
  /** "decade" words: "nineties", "twenties". */
  DecadeWord: 45,
  Half: 46,
  Than: 47,
  /** "between", "from". */
  Between: 48,
  /** "time", "moment", "point". */
  TimeNoun: 49,
  /** "more", "other", "additional": may stand between a number and its unit. */
  More: 50,
  /** "old", "long", "ahead": may follow a duration. */
  Old: 51,
  /** "once", "twice", "times": may precede "a year". */
  Times: 52,
  Open: 53,
  Close: 54,
  Quote: 55,
  /** Currency and percent signs: the number beside it counts money or shares. */
  Money: 56,
  /** Present only in lexicons of other languages: a word that joins day and month ("de", "of" after an ordinal). */
  Join: 57,
  /** "working", "trading", "calendar", "consecutive", "full", "whole": may stand before a unit. */
  UnitKind: 58,
  /** "within", "during", "for". */
  Within: 59,
  /** "per". */
  Per: 60,
  /** A word in the name of a period: a president, "presidency". */
  Named: 61,
  /** "Q3", "H1", "FY2013". */
  PeriodCode: 62,
  /** Nouns that numbers count: "people", "miles". A number before one is no year. */
  Counted: 63,
} as const;

export type WordClass = (typeof W)[keyof typeof W];

/** Units by the value of a `W.Unit` word, from short to long. */
export const UNITS = [
  'second',
  'minute',
  'hour',
  'day',
  'weekend',
  'week',
  'fortnight',
  'month',
  'quarter',
  'half',
  'season',
  'year',
  'decade',
  'century',
  'millennium',
] as const;
export type UnitName = (typeof UNITS)[number];

/** Values of `W.Which`. */
export const Which = {
  This: 0,
  Last: 1,
  Next: 2,
  Past: 3,
  Coming: 4,
  Previous: 5,
  Following: 6,
  Same: 7,
  That: 8,
  Current: 9,
  Latest: 10,
  /** "year-earlier", "year-ago": the same period a year earlier. */
  YearBefore: 11,
  These: 12,
  Those: 13,
  Recent: 14,
  Future: 15,
  Final: 16,
  Former: 17,
} as const;

/** Values of `W.Away`. */
export const Away = { Ago: 0, Earlier: 1, Later: 2, Before: 3, After: 4, FromNow: 5, Hence: 6 } as const;

/** Values of `W.Stage` and `W.Edge`. */
export const Stage = { Start: 0, Mid: 1, End: 2 } as const;

/** Values of `W.Approx`. */
export const Approx = { About: 0, Less: 1, More: 2, AtLeast: 3, AtMost: 4 } as const;
