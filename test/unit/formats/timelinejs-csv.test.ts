import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { readCsv } from '../../../shared/formats/csv/read.ts';
import { readTimelinejsCsv } from '../../../shared/formats/timelinejs/read-csv.ts';
import { writeTimelinejsCsv } from '../../../shared/formats/timelinejs/write-csv.ts';
import { DATES, eventOf, HOSTILE, timelineOf } from './sample-timeline.ts';

/** The header of the spreadsheet that TimelineJS offers as a template. */
const HEADER =
  'Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,Media,Media Credit,Media Caption,Media Thumbnail,Type,Group,Background';
const sheet = (...rows: string[]) => [HEADER, ...rows].join('\r\n');

test('a row is an event with text, link, picture and group', () => {
  const { events, refused, notes } = readTimelinejsCsv(
    `${HEADER},Alt Text\n1937,5,12,,,,,,,The <b>old</b> bridge opens,"<p>The mayor said: ""Walk!""</p><p>And they &amp; theirs did.</p><p><a href=""https://example.org/bridge"">more</a></p>",https://example.org/bridge.jpg,Town archive,A ribbon,,,Harbour,,A crowd on a bridge\n`,
  );
  expect({ refused, notes }).toEqual({ refused: [], notes: [] });
  expect(events).toEqual([
    {
      row: 2,
      title: 'The old bridge opens',
      date: { start: '1937-05-12', end: '1937-05-12', edtf: '1937-05-12', precision: 'day', approximate: false },
      text: 'The mayor said: "Walk!"\n\nAnd they & theirs did.',
      link: 'https://example.org/bridge',
      picture: {
        url: 'https://example.org/bridge.jpg',
        alt: 'A crowd on a bridge',
        credit: 'Town archive',
        caption: 'A ribbon',
      },
      tags: ['Harbour'],
    },
  ]);
});

test.each([
  ['1937,,,,,,,,', '1937', '1937-01-01', '1937-12-31'],
  ['1937,5,,,,,,,', '1937-05', '1937-05-01', '1937-05-31'],
  ['"1,937",5,2,,,,,,', '1937-05-02', '1937-05-02', '1937-05-02'],
  ['-43,3,15,,,,,,', '-0043-03-15', '-0043-03-15', '-0043-03-15'],
  ['1914,7,28,,1918,11,11,,', '1914-07-28/1918-11-11', '1914-07-28', '1918-11-11'],
  ['1914,,,,1918,,,,', '1914/1918', '1914-01-01', '1918-12-31'],
])('the columns %s are the date %s', (columns, edtf, start, end) => {
  const { events } = readTimelinejsCsv(sheet(`${columns},Something happens,,,,,,,,`));
  expect(events).toMatchObject([{ date: { edtf, start, end } }]);
});

test('the older spreadsheet with one column a date is read as well', () => {
  const { events } = readTimelinejsCsv(
    'Start Date,End Date,Headline,Tag\n6/4/1989,,One,x\n1989,1991,Two,\n6/1989,,Three,\n',
  );
  expect(events.map(({ date, tags }) => [date.edtf, tags])).toEqual([
    ['1989-06-04', ['x']],
    ['1989/1991', undefined],
    ['1989-06', undefined],
  ]);
});

test('rows that are no events are refused by their line, with the reason, and the rest is read', () => {
  const { events, refused, notes } = readTimelinejsCsv(
    sheet(
      ',,,,,,,,,My timeline,,,,,,title,,',
      '1937,13,1,,,,,,,A thirteenth month,,,,,,,,',
      ',,,,,,,,,No year,,,,,,,,',
      '1938,,,,1937,,,,,Backwards,,,,,,,,',
      '1939,,,,,,,,,,words alone,,,,,,,',
      ',,,,,,,,,,,,,,,,,',
      '1940,1,2,11:30,,,,,,At noon,,https://video.example/watch?v=1,,,,,,#fff',
      '1900,,,,1910,,,,,An era,,,,,,era,,',
    ),
  );
  expect(refused.map(({ row, title }) => [row, title])).toEqual([
    [3, 'A thirteenth month'],
    [4, 'No year'],
    [5, 'Backwards'],
    [6, ''],
  ]);
  expect(events).toMatchObject([{ row: 8, title: 'At noon', link: 'https://video.example/watch?v=1' }]);
  expect(events[0]).not.toHaveProperty('picture');
  expect(notes).toHaveLength(5);
});

test('a file that is not such a spreadsheet is refused with that reason', () => {
  expect(() => readTimelinejsCsv('a,b\n1,2\n')).toThrow(/Headline/);
  expect(() => readTimelinejsCsv('')).toThrow(RangeError);
  expect(() => readTimelinejsCsv(`${HEADER}\n1937,"open`)).toThrow(/never closed/);
});

test('dates of all kinds, texts, pictures and links survive writing and reading', () => {
  const note = {
    text: 'One line\nand another.\n\nA second <paragraph> & "more".',
    link: 'https://example.org/a?b=1&c=2',
    picture: { url: 'https://example.org/p?id=1', alt: 'A "picture"', credit: 'X & Y', caption: 'Two, three' },
    tags: ['Harbour, old'],
  };
  const events = Object.entries(DATES).map(([title, date]) => ({ ...eventOf({ title, date }), note }));
  const text = writeTimelinejsCsv(timelineOf(events));
  const read = readTimelinejsCsv(text);
  expect(read.refused).toEqual([]);
  expect(
    read.events.map(({ title, date: { start, end }, text, link, picture, tags }) => [
      title,
      start,
      end,
      { text, link, picture, tags },
    ]),
  ).toEqual(events.map(({ title, date: { start, end } }) => [title, start, end, note]));
});

test('another program reads the file: the columns of the template are there, and years are numbers', () => {
  const rows = parse(writeTimelinejsCsv(timelineOf([eventOf({ date: DATES.ides })])), { columns: true });
  for (const name of HEADER.split(',')) expect(rows[1]).toHaveProperty([name]);
  expect(rows).toMatchObject([{ Type: 'title' }, { Year: '-43', Month: '3', Day: '15' }]);
});

test.each(HOSTILE)('text of articles is escaped in the file and unchanged when read back: %j', (words) => {
  const text = writeTimelinejsCsv(timelineOf([eventOf({ title: words, sentence: words })]));
  const [, row = {}] = parse(text, { columns: true }) as Readonly<Record<string, string>>[];
  // TimelineJS writes headline and text into its page as HTML.
  expect(row.Headline).not.toMatch(/<[a-z!/]/i);
  expect(row.Text).not.toMatch(/<(?!\/?(?:p|br|a)\b)[a-z!/]/i);
  for (const cell of Object.values(row)) {
    if (!/^-?\d+(\.\d+)?$/.test(cell)) expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]/);
  }
});

test('any rows come back as they were written by another program', () => {
  const quote = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 2, maxLength: 4 }), { minLength: 1 }),
      fc.constantFrom('\n', '\r\n', '\r'),
      (rows, end) => {
        expect(readCsv(rows.map((row) => row.map(quote).join(',')).join(end))).toEqual(rows);
      },
    ),
  );
});

test('a file of a megabyte of commas, or of quotes, is read in time that grows with its length', () => {
  expect(readCsv(','.repeat(100_000))).toHaveLength(1);
  expect(readCsv('""'.repeat(100_000))).toEqual([['"'.repeat(99_999)]]);
  expect(() => readCsv('a\n'.repeat(30_000))).toThrow(/20000 rows/);
});
