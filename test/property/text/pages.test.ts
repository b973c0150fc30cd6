import fc from 'fast-check';
import { readHtml } from '../../../shared/text/html.ts';
import { isoDayIn } from '../../../shared/text/publication-date.ts';
import { readStatedDate } from '../../../shared/text/stated-date.ts';
import { writtenDates } from '../../../shared/text/written-date.ts';

const names = [
  'p',
  'div',
  'article',
  'main',
  'h1',
  'h2',
  'ul',
  'li',
  'table',
  'tr',
  'td',
  'a',
  'time',
  'span',
  'dl',
  'dt',
  'dd',
  'b',
];
const labels = [
  '',
  ' class="date"',
  ' class="comments"',
  ' id="sidebar"',
  ' class="article-body"',
  ' hidden',
  ' datetime="2014-03-30"',
];
const words = [
  'The harbour board voted on Friday to close the old quay to lorries, and the vote was close.',
  '30 March 2014',
  'Published: 3.4.2015',
  '2021-99-99',
  '31.02.2014',
  '\u0000\u00ad\u0092 &shy;&#146;&nbsp;',
  '< > & &amp;lt; &#x110000;',
  '\n\n \t',
];
const piece = fc.oneof(
  fc.constantFrom(...words),
  fc.tuple(fc.constantFrom(...names), fc.constantFrom(...labels)).map(([name, label]) => `<${name}${label}>`),
  fc.constantFrom(...names).map((name) => `</${name}>`),
  fc.constantFrom(
    '<br>',
    '<!-- ',
    '-->',
    '<script>',
    '</script>',
    '<style>',
    '<meta name="date" content="2014-03-30">',
    '<head>',
    '<body>',
  ),
  fc.string({ maxLength: 20 }),
);
const page = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));

test('whatever a page consists of, its text is clean and its date is a day', () => {
  fc.assert(
    fc.property(page, (html) => {
      const { text, publishedAt, publishedAtSource } = readHtml(html, { url: 'https://example.org/a' });
      // biome-ignore lint/suspicious/noControlCharactersInRegex: NUL and C1 controls are what must not be there
      expect(text).not.toMatch(/[\u0000\u0080-\u009f\u00ad\u200b]|\n{3}|^\s|\s$| {2}/);
      expect(publishedAt === undefined).toBe(publishedAtSource === undefined);
      if (publishedAt !== undefined) expect(isoDayIn(publishedAt)).toBe(publishedAt.slice(0, 10));
    }),
    { numRuns: 1500 },
  );
});

test('a page read twice reads the same, whatever was read in between', () => {
  fc.assert(
    fc.property(page, page, (html, other) => {
      const first = readHtml(html);
      readHtml(other);
      expect(readHtml(html)).toEqual(first);
    }),
    { numRuns: 200 },
  );
});

test('a written day is found again in any line, in the order in which it was written', () => {
  const day = fc
    .date({ min: new Date('1000-01-01'), max: new Date('2999-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  fc.assert(
    fc.property(day, fc.constantFrom('day-first' as const, 'month-first' as const), (iso, order) => {
      const [year, month, of] = iso.split('-');
      const numbers = order === 'day-first' ? `${of}/${month}/${year}` : `${month}/${of}/${year}`;
      expect(writtenDates(`on ${numbers}, at`, order)).toEqual([{ day: iso, start: 3, end: 13 }]);
      expect(writtenDates(`on ${of}.${month}.${year}, at`, order).map((one) => one.day)).toEqual([iso]);
      expect(writtenDates(`on ${iso}, at`).map((one) => one.day)).toEqual([iso]);
    }),
  );
});

test('a stated date is an ISO day or date-time that exists, or nothing', () => {
  const date = fc.oneof(
    fc.string({ maxLength: 40 }),
    fc.stringMatching(/^20\d\d-0[1-9]-[01]\d[ T]\d{1,2}:\d\d ?([+-]0\d{1,3}|[+-]\d\d:\d\d|GMT|Z)$/),
    fc.stringMatching(/^[0-3]?\d[./-][01]?\d[./-]20\d\d( \d{1,2}:\d\d)?$/),
    fc.stringMatching(/^(Mon|Do|%a)?,? \d{1,2} (Jan|Mär|févr\.|sen|мая) \d{2,4} \d{1,2}:\d{1,2} [A-Z]{2,4}$/),
  );
  fc.assert(
    fc.property(date, (raw) => {
      const stated = readStatedDate(raw);
      if (stated === undefined) return;
      expect(stated).toMatch(/^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d))?$/);
      expect(isoDayIn(stated)).toBe(stated.slice(0, 10));
      expect(Date.parse(stated)).not.toBeNaN();
    }),
    { numRuns: 3000 },
  );
});
