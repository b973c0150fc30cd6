import assert from 'node:assert/strict';
import parseEdtf from 'edtf';
import fc from 'fast-check';
import { tag } from '../../../shared/tagging/tag.ts';
import type { Timex } from '../../../shared/tagging/timex.ts';
import { dayNumber, isoDay } from '../../../shared/time/day.ts';
import { typedDate } from '../../../shared/time/typed-date.ts';
import { fuzzTarget } from './fuzz-target.ts';

const dct = fc.integer({ min: dayNumber('1900-01-01'), max: dayNumber('2099-12-31') }).map(isoDay);

const PIECES = [
  ...`June 4 , 1989 early mid- the 1990s last year two weeks ago later Friday night and of quarter third BC 44 480 p.m. 10 : 30 noon / - to century
  19th fiscal every next summer in by Christmas Ramadan half a several past months . '80s ’s ( ) % $ May March said will 13 31 February 0000 9999
  10000 AD weekend today é 😀`.split(/\s+/),
  'the end of',
  ' ',
  '\n',
];

/** Expressions stand in order, apart, as written; their bounds run forwards and their EDTF is valid. */
function assertExpressions(text: string, expressions: readonly Timex[]): void {
  let end = 0;
  for (const timex of expressions) {
    assert.ok(timex.start >= end && timex.end > timex.start && timex.end <= text.length, 'expressions are in order');
    assert.equal(timex.text, text.slice(timex.start, timex.end));
    assert.notEqual(timex.value, '');
    end = timex.end;
    if (!timex.span) continue;
    assert.ok(dayNumber(timex.span.start) <= dayNumber(timex.span.end), 'bounds run forwards');
    assert.doesNotThrow(() => parseEdtf(timex.span?.edtf ?? ''));
  }
}

/** Words of dates in any order, glued or apart. */
export const wordsOfDates = fuzzTarget(
  'tagger: words of dates in any order',
  fc.tuple(fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }), fc.boolean(), fc.option(dct)),
  ([pieces, spaced, written]) => {
    const text = pieces.join(spaced ? ' ' : '');
    assertExpressions(text, tag(text, written === null ? {} : { dct: written }));
  },
);

const EDGES = fc.oneof(
  fc.integer({ min: dayNumber('9998-10-01'), max: dayNumber('9999-12-31') }),
  fc.integer({ min: dayNumber('-9999-01-01'), max: dayNumber('-9998-03-31') }),
  fc.integer({ min: dayNumber('-0001-01-01'), max: dayNumber('0001-12-31') }),
);
const LEANING = [
  'yesterday|tomorrow|Friday|Monday|weekend|today|tonight|spring|winter|Christmas|Easter|Ramadan|Thanksgiving',
  'June January|4 June|December 31|29 February|the end of the year|the third quarter|the first half',
  'last week|next week|last month|next month|last year|next year|next decade|last century|next weekend|this quarter',
  'two days ago|nine weeks later|in three months|ten years later|a century ago|a decade earlier|two millennia ago',
  'the last Friday of December|the last day of the month|the week of December 30|the first Monday in January',
  'the last week of December 9999|31 December 9999|the 9990s|9999 BC|10000 BC|January 1, 9999 BC|the 99th century',
].flatMap((line) => line.split('|'));

/** Days near the first and the last supported year. */
export const edgesOfTheCalendar = fuzzTarget(
  'tagger: days near the first and the last year',
  fc.tuple(
    EDGES,
    fc.array(fc.constantFrom(...LEANING), { minLength: 1, maxLength: 5 }),
    fc.constantFrom('news' as const, 'narrative' as const),
    fc.constantFrom('He left', 'He will leave'),
  ),
  ([written, phrases, domain, verb]) => {
    const text = phrases.map((phrase) => `${verb} on ${phrase}.`).join(' ');
    assertExpressions(text, tag(text, { dct: isoDay(written), domain }));
  },
);

/** Signs of a machine's date after the head of one. */
export const machineDates = fuzzTarget(
  'tagger: signs of machine dates',
  fc.tuple(
    fc.array(fc.constantFrom(...'0123456789-/:.TZ+ ,;'), { maxLength: 24 }),
    fc.constantFrom('2010-01-13T', '13/01/2010', '13.01.2010', 'Jan 13'),
  ),
  ([signs, head]) => {
    const text = `${head}${signs.join('')}`;
    assertExpressions(text, tag(text, { dct: '2014-03-31' }));
  },
);

/** What a person types into a field for a date. */
export const typedDates = fuzzTarget(
  'typed dates: EDTF, ISO and other signs',
  fc.oneof(
    fc.array(fc.constantFrom(...'0123456789-/.X~?%[]{},Y'), { maxLength: 14 }).map((signs) => signs.join('')),
    fc.string({ maxLength: 24 }),
  ),
  (text) => {
    const span = typedDate(text);
    if (span === undefined) return;
    assert.ok(dayNumber(span.start) <= dayNumber(span.end), 'bounds run forwards');
    assert.doesNotThrow(() => parseEdtf(span.edtf));
  },
);
