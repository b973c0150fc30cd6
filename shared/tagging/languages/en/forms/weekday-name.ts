import { W } from '../../../grammar/word.ts';
import type { TokenWindow } from '../../../scanning/token-window.ts';

/** Words that make a weekday the name of something: "Bloody Sunday", "Sheffield Wednesday". */
const BEFORE =
  /^(?:bloody|black|blue|red|green|white|big|super|fat|mad|manic|casual|freaky|cyber|giving|holy|spy|ruby|sheffield|happy|stormy|gloomy|shrove|maundy|ash|palm|good|whit|girl|man)$/i;
/** "the Sunday Times", "Monday Night Football", "Sunday school". */
const AFTER =
  /^(?:times|telegraph|mirror|express|herald|independent|mail|tribune|star|sun|post|school|schools|roast|club|weld|addams)$/i;
/** "Mr. Friday", "Ms. April Friday", "Sgt Friday". */
const TITLES = /\b(?:Mr|Mrs|Ms|Miss|Dr|Sir|Prof|Sgt|Capt|Lt|Det|Judge|Joe)\.?\s(?:[A-Z][a-z]+\s)?$/;
const LONGEST_TITLE = 24;
const SHOWS = /^(?:live|football|lights|fever)$/i;

const word = (t: TokenWindow, i: number): string => (t.is(i, W.None) ? '' : t.text.slice(t.start(i), t.end(i)));

/** "Mon", "Wed", "Sat", "Sun" with a capital are names and other words, too: they need a date, a time or another weekday beside them, or a preposition of days. */
const DOUBTFUL = /^(?:mon|wed|sat|sun)$/i;
const LEADS = /^(?:on|by|until|till|from|next|last|this)$/i;

function isDoubtful(t: TokenWindow, i: number): boolean {
  const end = t.text.charCodeAt(t.end(i) - 1) === DOT ? t.end(i) - 1 : t.end(i);
  if (end - t.start(i) !== 3 || !DOUBTFUL.test(t.text.slice(t.start(i), end))) return false;
  const after = t.is(i + 1, W.Comma) ? i + 2 : i + 1;
  const cls = t.cls(after);
  if (cls === W.Number || cls === W.Ordinal || cls === W.Month || cls === W.DayPart || cls === W.Decimal) return false;
  const joins = (k: number): boolean =>
    t.is(k, W.Hyphen) ||
    t.is(k, W.Dash) ||
    t.is(k, W.And) ||
    t.is(k, W.To) ||
    t.is(k, W.Comma) ||
    t.is(k, W.Slash) ||
    t.is(k, W.Or);
  // The result is already outside the window.
  const before = t.text.slice(Math.max(0, t.start(i) - LONGEST_PAIR), t.start(i));
  if ((joins(i + 1) && t.is(i + 2, W.Weekday)) || PAIR.test(before)) return false;
  const led = LEADS.test(word(t, i - 1)) && !(t.is(i + 1, W.Unknown) && t.capital(i + 1));
  return !led;
}

const PAIR = /\b(?:mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)(?:[a-z]*day)?\.?\s?(?:[-–—&/,]|to|and|or)\s?$/i;
const LONGEST_PAIR = 18;
const DOT = 0x2e;

/** True for a weekday that is part of a name and so is no day of the calendar. */
export function isWeekdayName(t: TokenWindow, i: number): boolean {
  if (!t.capital(i)) return false;
  if (isDoubtful(t, i)) return true;
  const before = t.cls(i - 1);
  const start = t.start(i);
  // A title ends in a dot or stands, like a first name, with its capital.
  const titled = before === W.Dot || before === W.Month || (before === W.Unknown && t.capital(i - 1));
  if (titled && TITLES.test(t.text.slice(Math.max(0, start - LONGEST_TITLE), start))) return true;
  if ((before === W.Unknown || before === W.Holiday) && t.capital(i - 1) && BEFORE.test(word(t, i - 1))) return true;
  if (t.is(i + 1, W.None) || !(t.capital(i + 1) || t.isWord(i + 1, 'school') || t.is(i + 1, W.DayPart))) return false;
  if (AFTER.test(word(t, i + 1))) return t.capital(i + 1) || /school|roast/i.test(word(t, i + 1));
  return t.is(i + 1, W.DayPart) && SHOWS.test(word(t, i + 2));
}
