import { readShortYear, readYear } from '../../../grammar/dates.ts';
import { BLANK, type Expression } from '../../../grammar/expression.ts';
import type { Form } from '../../../grammar/form.ts';
import type { Part } from '../../../grammar/part.ts';
import { W, Which } from '../../../grammar/word.ts';
import type { TokenWindow } from '../../../scanning/token-window.ts';
import { readYearPhrase } from './year-phrase.ts';

/** "spring 2008", "the summer of 1943", "last fall", "this summer", "the winter". */
export const season: Form = { name: 'season', starts: [W.Season, W.The, W.Which], read: readSeason };

const FALL = 3;
const CAMPAIGNS = ['offensive', 'offensives', 'campaign', 'campaigns', 'uprising', 'counter-offensive'] as const;

/** "the winter of 1946-47", "winter 1946/7": the season begins in the first of the two years. Answers with the token after. */
function skipNextYear(t: TokenWindow, { value, upTo }: Part): number {
  const signed = t.is(upTo, W.Hyphen) || t.is(upTo, W.Dash) || t.is(upTo, W.Slash);
  if (!signed || t.spaced(upTo) || !t.is(upTo + 1, W.Number) || t.spaced(upTo + 1)) return upTo;
  const digits = t.digits(upTo + 1);
  return digits > 0 && t.value(upTo + 1) === (value + 1) % 10 ** digits ? upTo + 2 : upTo;
}

/** Words that a season is relative to. */
const GOES_ON =
  /(?:(?:\d{4}|spring|summer|autumn|winter) (?:to|through)|\b(?:spring|summer|autumn|winter) and) (?:the )?$/i;
const LONGEST_BEGINNING = 24;

function readSeason(t: TokenWindow, i: number): Expression | undefined {
  const which = t.is(i, W.Which) ? t.value(i) : t.is(i, W.The) && t.is(i + 1, W.Which) ? t.value(i + 1) : -1;
  const past = which === Which.This && t.is(i + 1, W.Which) ? 1 : 0;
  const j = (t.is(i, W.The) ? i + 1 : i) + (which >= 0 ? 1 : 0) + past;
  if (!t.is(j, W.Season) || t.plural(j)) return undefined;
  const part = t.value(j);
  const base = { ...BLANK, kind: 'calendar', type: 'DATE', unit: 'season', part } as const;
  // "spring semester 2013", "the fall term of 2012".
  const noun = t.isWord(j + 1, 'semester') || t.isWord(j + 1, 'term') ? j + 2 : j + 1;
  const k = t.is(noun, W.Of) || t.is(noun, W.Comma) ? noun + 1 : noun;
  if (which < 0 && t.is(i, W.The) && t.isWord(j + 1, 'before') && t.isWord(j + 2, 'last') && !t.is(j + 3, W.Unit))
    return { ...base, lean: 'last', amount: -2, upTo: j + 3 };
  const stated = readYear(t, k) ?? readShortYear(t, k);
  if (stated && which < 0) return { ...base, year: stated.value, upTo: skipNextYear(t, stated) };
  const phrase = t.is(j + 1, W.Comma) ? undefined : readYearPhrase(t, k);
  if (phrase && which < 0) return { ...base, yearShift: phrase.yearShift, lean: phrase.lean, upTo: phrase.upTo };
  switch (which) {
    case Which.This:
    case Which.Current:
      return { ...base, lean: past ? 'last' : 'this', upTo: j + 1 };
    case Which.Last:
    case Which.Past:
      return { ...base, lean: 'last', upTo: j + 1 };
    case Which.Next:
    case Which.Coming:
      return { ...base, lean: 'next', upTo: j + 1 };
    case Which.That:
      // "buildings that fall down".
      if (part === FALL && t.is(j + 1, W.Unknown) && !t.is(i - 1, W.Preposition)) return undefined;
      return { ...base, lean: 'same', upTo: j + 1 };
    case Which.Same:
      return { ...base, lean: 'same', upTo: j + 1 };
    case Which.Previous:
      return { ...base, lean: 'previous', upTo: j + 1 };
    case Which.Following:
      return { ...base, lean: 'following', upTo: j + 1 };
  }
  // "since the fall of the city": not a season.
  if (part === FALL && t.is(j + 1, W.Of)) return undefined;
  // "fall" and "spring" are other verbs and nouns, too, so they need evidence of a season.
  // "the spring and early summer of 1943".
  const joined = t.is(j + 1, W.And) || (t.is(i - 1, W.And) && t.is(i - 2, W.Season));
  // "autumn 1978 to spring", "winter to spring", "the spring and summer".
  const goesOn =
    (t.is(i - 1, W.To) || t.is(i - 1, W.And)) &&
    GOES_ON.test(t.text.slice(Math.max(0, t.start(i) - LONGEST_BEGINNING), t.start(i)));
  const governed =
    joined ||
    goesOn ||
    t.is(i - 1, W.Preposition) ||
    t.is(i - 1, W.Stage) ||
    t.is(i - 1, W.Within) ||
    t.is(i - 1, W.Of);
  // "their summer offensive": the season it was fought in; the article belongs to the campaign.
  if (CAMPAIGNS.some((noun) => t.isWord(j + 1, noun))) return { ...base, lean: 'nearest', from: j, upTo: j + 1 };
  if (part === FALL && !(governed && (t.is(i, W.The) || t.is(i - 1, W.Stage)))) return undefined;
  if (!governed && !(t.is(i, W.The) && part !== 1)) return undefined;
  return { ...base, lean: 'nearest', upTo: j + 1 };
}
