import { sentenceParts } from '../../../../shared/display/sentence.ts';
import { dayWords, precisionWords, stretchWords, yearWords } from '../../../../shared/display/words/en.ts';
import { placeLabels, shortened } from '../../../../shared/pages/embed/labels.ts';
import { placeInLanes } from '../../../../shared/pages/embed/lanes.ts';
import { ticksOf } from '../../../../shared/pages/embed/scale.ts';
import { noteWidth, textWidth } from '../../../../shared/pages/embed/text-width.ts';
import { moved, zoomed } from '../../../../shared/pages/embed/window.ts';
import { dayNumber } from '../../../../shared/time/day.ts';
import { focusOf } from '../../../../shared/timeline/focus.ts';
import { overviewOf } from '../../../browser/overview-oracle.ts';
import { SKY } from '../../../browser/sky-events.ts';
import { eventOf } from '../../../browser/timeline-fixtures.ts';

describe('words', () => {
  test.each([
    [1969, '1969'],
    [79, 'AD 79'],
    [0, '1 BC'],
    [-43, '44 BC'],
  ])('the astronomical year %i is %s to a reader', (year, words) => expect(yearWords(year)).toBe(words));

  test.each([
    ['1957-01-01', '1975-12-31', '1957 – 1975', 'whole years need no months'],
    ['1969-01-01', '1969-12-31', '1969', 'one year'],
    ['1969-07-01', '1969-08-31', 'Jul – Aug 1969', 'whole months'],
    ['1969-02-01', '1969-02-28', 'Feb 1969', 'a February of 28 days is whole'],
    ['1968-02-01', '1968-02-28', '1 – 28 Feb 1968', 'a February of 29 is not'],
    ['1969-07-14', '1969-07-20', '14 – 20 Jul 1969', 'days'],
    ['1968-01-02', '1971-05-07', '1968 – 1971', 'over two years, days say nothing'],
    ['-0043-03-15', '-0043-03-15', '15 Mar 44 BC', 'before Christ'],
  ])('%s to %s is "%s": %s', (from, to, words) => expect(stretchWords(from, to)).toBe(words));

  test('a vague date shows the days it covers, an exact one does not', () => {
    const part = eventOf({
      title: 'x',
      start: '1974-05-01',
      end: '1974-08-31',
      display: 'mid-1974',
      precision: 'part',
    });
    expect(precisionWords(part.date)).toBe('May – Aug 1974');
    expect(precisionWords(eventOf({ title: 'x', start: '1974-05-01', display: 'May 1, 1974' }).date)).toBeUndefined();
  });

  test('an invalid day is shown as it was given', () => expect(dayWords('soon')).toBe('soon'));
});

describe('the axis', () => {
  const labels = (from: string, to: string, most: number) =>
    ticksOf(dayNumber(from), dayNumber(to), most).map((tick) => tick.label);

  test('years are round, and keep their distance', () =>
    expect(labels('1950-01-01', '1989-12-31', 8)).toEqual([
      '1950',
      '1955',
      '1960',
      '1965',
      '1970',
      '1975',
      '1980',
      '1985',
    ]));
  test('January is labelled with its year', () => expect(labels('1969-06-01', '1970-03-31', 10)).toContain('1970'));
  test('days are labelled within their month', () =>
    expect(labels('1969-07-14', '1969-07-21', 10)).toContain('20 Jul'));
  test('centuries before Christ are round years of the reader’s count, which has no year 0', () =>
    expect(labels('-0250-01-01', '0150-01-01', 5)).toEqual(['200 BC', '100 BC', 'AD 1', 'AD 100']));
});

describe('the map', () => {
  test('the most important events get their places first, and nothing overlaps in a lane', () => {
    const lanes = placeInLanes(
      [
        { x: 0, width: 50, weight: 1 },
        { x: 20, width: 50, weight: 3 },
        { x: 30, width: 50, weight: 2 },
      ],
      2,
      5,
    );
    expect(lanes).toEqual([-1, 0, 1]);
  });

  test('an event keeps its lane while that is free', () => {
    expect(placeInLanes([{ x: 0, width: 50, weight: 1, lane: 1 }], 2, 5)).toEqual([1]);
    expect(
      placeInLanes(
        [
          { x: 0, width: 50, weight: 2 },
          { x: 10, width: 50, weight: 1, lane: 0 },
        ],
        2,
        5,
      ),
    ).toEqual([0, 1]);
  });

  test('it opens on the period with most events if the whole range would squeeze them together', () => {
    const moonYears = Array.from({ length: 30 }, (_, i) =>
      eventOf({ title: 'x', start: `${1960 + (i % 10)}-01-01`, display: 'x' }, 100 + i),
    );
    expect(focusOf(overviewOf([...SKY, ...moonYears], 40))).toEqual({ from: '1900-01-01', to: '1999-12-31' });
  });

  test('it opens on the whole range if there are few events', () => {
    expect(focusOf(overviewOf(SKY, 40))).toBeUndefined();
  });

  test('it opens on the whole range if events are spread evenly', () => {
    const spread = Array.from({ length: 30 }, (_, i) =>
      eventOf({ title: 'x', start: `${1900 + i * 4}-01-01`, display: 'x' }, i),
    );
    expect(focusOf(overviewOf(spread, 40))).toBeUndefined();
  });

  test('labels lie within the map and do not overlap in their lane', () => {
    const labels = placeLabels(
      SKY,
      { from: dayNumber('1950-01-01'), to: dayNumber('1999-12-31') },
      { width: 900, lanes: 5, characters: 40 },
    );
    expect(labels.length).toBeGreaterThan(5);
    for (const a of labels) {
      expect(a.x).toBeGreaterThanOrEqual(0);
      const words = Math.max(textWidth(a.title, 14), noteWidth(a.day, 11)) + 12;
      expect(a.before ? a.x - words : 900 - a.x - words).toBeGreaterThanOrEqual(0);
      for (const b of labels) if (a !== b && a.lane === b.lane) expect(Math.abs(a.x - b.x)).toBeGreaterThan(14);
    }
  });

  test('a title is cut at a word, never inside a pair of code units', () => {
    expect(shortened('The committee signs the protocol', 20)).toBe('The committee signs…');
    expect(shortened('😀😀😀😀', 3)).toBe('😀😀…');
  });

  test('zooming keeps the middle day and stays within the supported years', () => {
    expect(zoomed({ from: '1960-01-01', to: '1969-12-31' }, 10)).toEqual({ from: '1964-07-02', to: '1965-07-01' });
    expect(zoomed({ from: '-9999-01-01', to: '9999-12-31' }, 0.1)).toEqual({ from: '-9999-01-01', to: '9999-12-31' });
    expect(zoomed({ from: '1969-07-20', to: '1969-07-20' }, 3)).toEqual({ from: '1969-07-20', to: '1969-07-20' });
  });

  test('moving by half a window keeps the other half in view', () => {
    expect(moved({ from: '1969-07-01', to: '1969-07-10' }, 0.5)).toEqual({ from: '1969-07-06', to: '1969-07-15' });
  });
});

describe('the marked sentence', () => {
  const said = { sentence: 'In May 1910 the Earth passed through its tail.', start: 500 };
  const words = (text: string, start: number) => ({
    text,
    start,
    end: start + text.length,
    type: 'DATE' as const,
    value: '',
  });

  test('the parts are the sentence again, with the words of event and date apart', () => {
    const parts = sentenceParts({ ...said, trigger: words('passed', 522), timex: words('May 1910', 503) });
    expect(parts.map((part) => part.text).join('')).toBe(said.sentence);
    expect(parts.filter((part) => part.role)).toEqual([
      { text: 'May 1910', role: 'timex' },
      { text: 'passed', role: 'trigger' },
    ]);
  });

  test('wrong offsets are corrected by searching for the words; words that are not found are not marked', () => {
    const parts = sentenceParts({ ...said, trigger: words('passed', 9), timex: words('June 1910', 503) });
    expect(parts.filter((part) => part.role)).toEqual([{ text: 'passed', role: 'trigger' }]);
  });

  test('a date that is also the trigger is marked once', () => {
    const parts = sentenceParts({ ...said, trigger: words('1910', 507), timex: words('May 1910', 503) });
    expect(parts.filter((part) => part.role)).toEqual([{ text: 'May 1910', role: 'timex' }]);
  });
});
