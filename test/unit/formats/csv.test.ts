import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { writeCsv } from '../../../shared/formats/csv/write.ts';
import { DATES, eventOf, HOSTILE, timelineOf } from './sample-timeline.ts';

type Row = Readonly<Record<string, string>>;
const rows = (text: string): Row[] => parse(text, { columns: true, record_delimiter: '\r\n' });
/** Reads the text itself. */
const itself = (cell: string | undefined): string | undefined => cell?.replace(/^'/, '');

test('another program reads the file back unchanged', () => {
  const event = eventOf({
    title: 'He said, "open it"',
    sentence: 'Line one\nand "two", he said.',
    attribution: 'Kamm',
  });
  expect(rows(writeCsv(timelineOf([event])))).toEqual([
    expect.objectContaining({
      id: 'ev-1',
      title: 'He said, "open it"',
      start: '2019-08-09',
      start_year: '2019',
      precision: 'day',
      approximate: 'false',
      modality: 'asserted',
      entities: 'Harbour Board',
      sentence: 'Line one\nand "two", he said.',
      attribution: 'Kamm',
      url: 'https://courier.example/bridge?a=1&b=2',
    }),
  ]);
});

test('lines end as RFC 4180 has it, the last one too, and an empty timeline is a header', () => {
  const text = writeCsv(timelineOf([]));
  expect(text.split('\r\n')).toHaveLength(2);
  expect(text.endsWith('\r\n')).toBe(true);
});

test('modality and precision are columns beside the date: a prediction is not read as a fact', () => {
  const [row] = rows(writeCsv(timelineOf([eventOf({ modality: 'predicted', date: DATES.midYear })])));
  expect(row).toMatchObject({ modality: 'predicted', precision: 'part', edtf: '2012-05/2012-08', date: 'mid-2012' });
});

test('a spreadsheet does not read a BCE date as a subtraction, and reads its year as a number', () => {
  const [row] = rows(writeCsv(timelineOf([eventOf({ date: DATES.ides })])));
  expect(row).toMatchObject({ start: "'-0043-03-15", start_year: '-43', end_year: '-43', date: '15 March 44 BC' });
});

test('an event that an editor wrote has no sentence and is a row all the same', () => {
  const [row] = rows(writeCsv(timelineOf([eventOf({ withoutEvidence: true })])));
  expect(row).toMatchObject({ sentence: '', url: '', published_at: '' });
});

test.each(HOSTILE)('no cell is executed as a formula: %j', (words) => {
  const event = eventOf({
    title: words,
    sentence: words,
    attribution: words,
    entities: [{ id: 'x', name: words, kind: 'person' }],
  });
  const [row] = rows(writeCsv(timelineOf([event])));
  for (const cell of Object.values(row ?? {})) {
    if (/^-?\d+(\.\d+)?$/.test(cell)) continue;
    expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]/);
  }
  // UTF-8 has no half of a pair.
  expect(itself(row?.title)).toBe(Buffer.from(words).toString());
});

test('an address that a browser would execute is left out', () => {
  const [row] = rows(writeCsv(timelineOf([eventOf({ url: 'javascript:alert(1)' })])));
  expect(row).toMatchObject({ url: '' });
});

test('any text is restored by removing one leading apostrophe', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (words) => {
      const [row] = rows(writeCsv(timelineOf([eventOf({ title: words })])));
      expect(itself(row?.title)).toBe(words);
    }),
    { numRuns: 200 },
  );
});
