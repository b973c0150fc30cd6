import type { TokenWindow } from '../scanning/token-window.ts';
import {
  isAmountOf,
  isCompound,
  isCountedByVerb,
  isPart,
  isPluralSubject,
  isScore,
  isShare,
  isSomeAmount,
} from './counting-context.ts';
import { W } from './word.ts';

/** Values of `W.Counted`: things that numbers count, things that numbers name ("page 1999"), and measures ("1890 m"). */
export const Counted = { Thing: 0, Named: 1, Measure: 2 } as const;

/** Words that may stand before a year with a hyphen between: "mid-1990", "post-1959"; not "F-1990". */
const BEFORE_YEAR = /^(?:mid|pre|post|early|late|un?til|anti)$/i;

/** Rules by which a four-digit number is no year, each with an example. */
const RULES: readonly {
  readonly name: string;
  readonly example: string;
  readonly holds: (t: TokenWindow, i: number) => boolean;
}[] = [
  { name: 'named', example: 'page 1999, Case No. 2011, the Peugeot 2008', holds: isNamed },
  { name: 'flight', example: 'flight BA 1989', holds: isFlight },
  { name: 'glued', example: '$1999, 1999 €, F-1990, 555-1987', holds: isGlued },
  { name: 'telephone', example: '020 7946 1998, 1800 555 1234', holds: isTelephone },
  { name: 'code', example: '2011-1432, 2016/679', holds: isCode },
  { name: 'address', example: '1968 Harbour Road', holds: isAddress },
  { name: 'title', example: 'Orwell’s 1984', holds: isTitle },
  { name: 'counts', example: '2000 inhabitants, 1890 m, 1999%', holds: counts },
  { name: 'object of a verb that counts', example: 'employs 1850', holds: isCountedByVerb },
  { name: 'plural subject', example: '2000 were killed', holds: isPluralSubject },
  { name: 'larger amount', example: 'another 2000 fled', holds: isSomeAmount },
  { name: 'compound', example: 'a 2000-seat hall', holds: isCompound },
  { name: 'score', example: 'won 1900 to 1850', holds: isScore },
];

/** Rules that apply even after a word that usually precedes a year. */
const GOVERNED_RULES: readonly (typeof RULES)[number][] = [
  { name: 'amount', example: 'a crowd of 2000', holds: isAmountOf },
  { name: 'share', example: '1 in 2000', holds: isShare },
  { name: 'part', example: '2000 out of 8700 hours', holds: isPart },
];

const PLAIN_BEFORE = new Set<number>([W.Preposition, W.Of, W.Between, W.Stage, W.Within]);
const PLAIN_AFTER = new Set<number>([
  W.None,
  W.Dot,
  W.Comma,
  W.Close,
  W.Quote,
  W.And,
  W.The,
  W.To,
  W.Preposition,
  W.Which,
]);

/** True if the words beside the numeral show that it is no year: it counts, measures or names something. */
export function countsSomething(t: TokenWindow, i: number): boolean {
  for (const rule of GOVERNED_RULES) if (rule.holds(t, i)) return true;
  // "in 1989.", "of 1989,": no word beside it that it could belong to.
  if (PLAIN_BEFORE.has(t.cls(i - 1)) && PLAIN_AFTER.has(t.cls(i + 1)) && t.spaced(i)) return false;
  for (const rule of RULES) if (rule.holds(t, i)) return true;
  return false;
}

/** "p. 1900", "vol. 2001": parts of a citation. */
const CITED = ['pp', 'vol', 'fig', 'ch', 'sec', 'para', 'art', 'nos'] as const;

const isNaming = (t: TokenWindow, i: number): boolean => t.is(i, W.Counted) && t.value(i) === Counted.Named;

function isNamed(t: TokenWindow, i: number): boolean {
  if (isNaming(t, i - 1) || t.isWord(i - 1, 'number')) return true;
  // "pp. 1990-1995".
  if ((t.is(i - 1, W.Hyphen) || t.is(i - 1, W.Dash)) && t.is(i - 2, W.Number) && isNamed(t, i - 2)) return true;
  // "resolutions 1970 and 1973".
  if (t.is(i - 1, W.And) && t.is(i - 2, W.Number) && isNamed(t, i - 2)) return true;
  const dotted = t.is(i - 1, W.Dot);
  // "p." is one token, since "p.m." begins like it.
  if (t.isWord(i - 1, 'p.') || (dotted && CITED.some((part) => t.isWord(i - 2, part)))) return true;
  return t.isWord(dotted ? i - 2 : i - 1, 'no') && (dotted || t.capital(i - 1));
}

function isTelephone(t: TokenWindow, i: number): boolean {
  if (t.is(i - 1, W.Number) && t.digits(i - 1) >= 3) return true;
  return t.is(i + 1, W.Number) && t.digits(i + 1) === 3 && t.is(i + 2, W.Number) && t.digits(i + 2) >= 3;
}

const FLIGHT = /\b(?:flights?|trains?|locomotive|highway|routes?)\s+[A-Z]{2,4}\s?$/i;
const LONGEST_FLIGHT = 24;

function isFlight(t: TokenWindow, i: number): boolean {
  if (!t.is(i - 1, W.Unknown) || !t.capital(i - 1)) return false;
  return FLIGHT.test(t.text.slice(Math.max(0, t.start(i) - LONGEST_FLIGHT), t.start(i)));
}

const CURRENCIES: ReadonlySet<number> = new Set([0x24, 0x20ac, 0xa3, 0xa5]);
const isCurrency = (t: TokenWindow, i: number): boolean => t.is(i, W.Money) && CURRENCIES.has(t.value(i));

function isGlued(t: TokenWindow, i: number): boolean {
  if (isCurrency(t, i - 1) || isCurrency(t, i + 1)) return true;
  if (t.spaced(i)) return false;
  const before = t.cls(i - 1);
  if (before === W.Money || before === W.Colon || before === W.Slash) return true;
  // "c.1850": the dot of "c." is part of the word.
  if (before === W.Dot || before === W.Unknown || before === W.OtherSign) return !isLifeMark(t, i - 2);
  return before === W.Hyphen && !t.spaced(i - 1) && isCodeBefore(t, i - 2);
}

/** "b.1877", "d.1940", "r.1450". */
const isLifeMark = (t: TokenWindow, i: number): boolean => /^(?:b|d|r|fl|m)$/i.test(t.text.slice(t.start(i), t.end(i)));

/** "555-1987", "F-1990": the part before the hyphen is no word that may precede a year. */
function isCodeBefore(t: TokenWindow, i: number): boolean {
  if (t.is(i, W.Number)) return t.digits(i) < 3 || t.digits(i) > 4 || (t.digits(i) === 3 && t.value(i) < 1000);
  return t.is(i, W.Unknown) && !BEFORE_YEAR.test(t.text.slice(t.start(i), t.end(i)));
}

/** A number after it that is no end of a stretch of years. */
function isCode(t: TokenWindow, i: number): boolean {
  const sign = t.cls(i + 1);
  if ((sign !== W.Hyphen && sign !== W.Slash) || t.spaced(i + 1) || !t.is(i + 2, W.Number) || t.spaced(i + 2))
    return false;
  const digits = t.digits(i + 2);
  if (t.digits(i) !== 4) return false;
  return digits === 3 || digits > 4 || (digits === 4 && t.value(i + 2) < t.value(i));
}

const STREETS =
  /^(?:road|rd|street|st|avenue|ave|lane|drive|boulevard|blvd|square|place|court|terrace|way|close|crescent|highway|parkway|quay)$/i;
/** Words of a street's name: "1600 Martin Luther King Boulevard". */
const LONGEST_STREET = 4;

/** True for "Road", "Avenue" with a capital. */
export const isStreet = (t: TokenWindow, i: number): boolean =>
  !t.is(i, W.None) && t.capital(i) && STREETS.test(t.text.slice(t.start(i), t.end(i)));

function isAddress(t: TokenWindow, i: number): boolean {
  for (let k = i + 1; k <= i + LONGEST_STREET && !t.is(k, W.None) && t.capital(k); k++)
    if (k > i + 1 && isStreet(t, k)) return true;
  return false;
}

/** A book or a film after its author, with no word after it that the year could belong to. */
function isTitle(t: TokenWindow, i: number): boolean {
  if (!t.is(i - 1, W.Possessive) || !t.capital(i - 2)) return false;
  const after = t.cls(i + 1);
  return after === W.Dot || after === W.None || after === W.Comma || after === W.And || after === W.Quote;
}

/** After these words a number may be a year although a noun follows: "In 1968 students marched". */
const governs = (t: TokenWindow, i: number): boolean => t.isWord(i, 'in') || t.isWord(i, 'since') || t.isWord(i, 'by');

const AMOUNTS = ['points', 'votes', 'seats', 'runs', 'shares', 'barrels'] as const;

function counts(t: TokenWindow, i: number): boolean {
  const before = t.cls(i - 1);
  const after = t.cls(i + 1);
  if (after === W.Money && !t.spaced(i + 1)) return true;
  if (after === W.Counted) {
    if (t.value(i + 1) === Counted.Measure) return true;
    // "rose by 1999 points".
    if (t.isWord(i - 1, 'by') && AMOUNTS.some((noun) => t.isWord(i + 1, noun))) return true;
    if (t.value(i + 1) === Counted.Thing) return (before !== W.The || t.value(i) % 100 === 0) && !governs(t, i - 1);
  }
  // "1000 orphaned children".
  if (after === W.Unknown && t.is(i + 2, W.Counted) && t.value(i + 2) === Counted.Thing && !governs(t, i - 1))
    return before !== W.The && !t.capital(i + 1);
  return after === W.Unit && t.plural(i + 1) && !isClockUnit(t, i + 1);
}

const isClockUnit = (t: TokenWindow, i: number): boolean => t.isWord(i, 'hours') && t.isWord(i - 2, 'at');
