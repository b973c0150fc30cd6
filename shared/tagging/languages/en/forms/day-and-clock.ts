import { readDigitalClock } from '../../../grammar/digital-clock.ts';
import type { Expression } from '../../../grammar/expression.ts';
import { type Form, longestAt, tabulate } from '../../../grammar/form.ts';
import { W } from '../../../grammar/word.ts';
import { readTimeOfDay } from './clock.ts';
import { dayFirst } from './day-first.ts';
import { deicticDay } from './deictic-day.ts';
import { monthFirst } from './month-first.ts';
import { weekday } from './weekday.ts';

/** Code units from the start of a day to the end of its clock. */
const LONGEST = 36;
/** A cheap check first: most days have no time of day, and reading them twice is slow. */
const HAS_CLOCK = /\s\d{1,2}(?:[.:]\d\d)? ?[ap]\.?m/i;
const HAS_DIGITAL_CLOCK = /\d,? \d\d:\d\d/;

const DAYS = tabulate([weekday, monthFirst, dayFirst, deicticDay]);

/** "3 Oct 10pm", "Friday 7.30am", "tomorrow 9am": a time of day directly after a day. */
export const dayAndClock: Form = {
  name: 'day-and-clock',
  starts: [W.Number, W.Ordinal, W.Month, W.Weekday, W.Deictic],
  read: (t, i): Expression | undefined => {
    const start = t.start(i);
    const window = t.text.slice(start, start + LONGEST);
    if (!HAS_CLOCK.test(window) && !(window.includes(':') && HAS_DIGITAL_CLOCK.test(window))) return undefined;
    const day = longestAt(DAYS, t, i);
    if (!day || day.also || day.clock) return undefined;
    const isDay = day.kind === 'shift' ? day.step === 'day' : day.unit === 'day';
    // "14 Jul 2007 23:59:01 +0000", "3 May 2010, 14:30": after a date with a year, no "a.m." or "p.m." is needed.
    const dated = isDay && day.year !== undefined && day.day !== undefined;
    const digital = dated ? readDigitalClock(t, t.is(day.upTo, W.Comma) ? day.upTo + 1 : day.upTo) : undefined;
    const time = digital ?? (isDay && t.is(day.upTo, W.Comma) ? undefined : readTimeOfDay(t, day.upTo));
    return isDay && time ? { ...day, type: 'TIME', clock: time.value, upTo: time.upTo } : undefined;
  },
};
