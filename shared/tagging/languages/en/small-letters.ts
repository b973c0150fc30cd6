import { isDigit } from '../../scanning/letters.ts';

/** Months that are verbs in lower case: a number before them may be their subject ("the other 5 may be late"). */
const VERBS = /^(?:may|march|mar)$/;
const WEEKDAYS = /^(?:mon|wed|sat|sun)$/;
const DAY_BEFORE = /(?:^|[\s(,;–-])(?:[12]?\d|3[01])(?:st|nd|rd|th)?(?: of)? $/;
const GOVERNED_DAY_BEFORE =
  /\b(?:on|by|until|till|from|since|before|after|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|[a-z]{3,6}day),? (?:the )?(?:[12]?\d|3[01])(?:st|nd|rd|th)?(?: of)? $/i;
const LEADS_TO_MONTH = /\b(?:in|since|by|until|till|of|from|early|mid|late)[ -]$/i;
const YEAR_AFTER = /^,? (?:(?:1[89]|20)\d\d|'\d\d)(?![\d.,]*\d)/;
const DAY_AFTER = /^ (?:[12]?\d|3[01])(?:st|nd|rd|th)?(?![\w%]|[.,:]\d| (?:per|people|percent|million))/;
const TIME_AFTER = /^ (?:nite|night|morning|afternoon|evening|\d{1,2}(?:[:.]\d\d)? ?[ap]m)\b/;

/** "mon 4 june", "wed 5th". */
const DATE_AFTER =
  /^ (?:the )?(?:[12]?\d|3[01])(?:st|nd|rd|th|(?: of)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))/i;
/** "on mon", "by wed": without a word after it that it could belong to. */
const LED_WEEKDAY = /(?:^|\W)(?:on|by|until|till|since|from|next|last|this)(?: the)? $/i;
const NO_NOUN_AFTER =
  /^(?:$|[,.;:!?)\n]| (?:and|or|at|then|but|if|so|to|we|i|for|with|in|im|when|because|after|before)\b)/i;

/** Feasts whose names have no other meaning. */
const FEASTS = /^(?:xmas|christmas|halloween|hogmanay|hanukkah|ramadan)$/;

/** Code units looked at on either side. */
const REACH = 20;
/** Nearer than this a digit must stand before the word: "6th of ". */
const NEAREST_DIGIT = 8;

/** True for months and weekdays in lower case, if a number beside them shows what they are: "6 april", "sat nite". */
export function isTimeInSmallLetters(text: string, from: number, to: number): boolean {
  if (FEASTS.test(text.slice(from, to))) return true;
  if (to - from === 3 && WEEKDAYS.test(text.slice(from, to)) && isLedWeekday(text, from, to)) return true;
  if (!hasNumberNear(text, from, to)) {
    // "sat nite" alone goes without.
    if (text.charCodeAt(to) !== 0x20 || to - from !== 3) return false;
  }
  const word = text.slice(from, to);
  const after = text.slice(to, to + REACH);
  if (WEEKDAYS.test(word)) return TIME_AFTER.test(after) || DATE_AFTER.test(after);
  const before = text.slice(Math.max(0, from - REACH), from);
  if (VERBS.test(word)) {
    if (GOVERNED_DAY_BEFORE.test(before)) return true;
    return YEAR_AFTER.test(after) && (DAY_BEFORE.test(before) || LEADS_TO_MONTH.test(before));
  }
  return DAY_BEFORE.test(before) || YEAR_AFTER.test(after) || DAY_AFTER.test(after);
}

function isLedWeekday(text: string, from: number, to: number): boolean {
  return (
    LED_WEEKDAY.test(text.slice(Math.max(0, from - REACH), from)) && NO_NOUN_AFTER.test(text.slice(to, to + REACH))
  );
}

function hasNumberNear(text: string, from: number, to: number): boolean {
  if (isDigit(text.charCodeAt(to + 1)) || isDigit(text.charCodeAt(to + 2))) return true;
  for (let p = from - 2; p >= from - NEAREST_DIGIT; p--) if (isDigit(text.charCodeAt(p))) return true;
  return false;
}
