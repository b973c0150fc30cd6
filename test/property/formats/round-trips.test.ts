import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { parseRssFeed } from 'feedsmith';
import ICAL from 'ical.js';
import MarkdownIt from 'markdown-it';
import { writeCsv } from '../../../shared/formats/csv/write.ts';
import { writeIcs } from '../../../shared/formats/ics/write.ts';
import { writeMd } from '../../../shared/formats/md/write.ts';
import { writeRss } from '../../../shared/formats/rss/write.ts';
import { dayNumber, isoDay } from '../../../shared/time/day.ts';
import { eventOf, timelineOf } from '../../unit/formats/sample-timeline.ts';

/** Words as articles may have them: any script, any mark, control characters and halves of pairs included. */
const words = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }),
  // Marks that formats give a meaning to, close together.
  fc.string({ unit: fc.constantFrom(...'<>&"\'`\\*_{}[]()#+-.!|~:;,=@/%\n\r\t a1'), minLength: 1, maxLength: 40 }),
);

/** What a reader sees of it: white space (which formats fold) and what no file can carry (controls, halves of pairs) are left out. */
const toAReader = (text: string): string =>
  text
    .replace(/(?<![\ud800-\udbff])[\udc00-\udfff]|[\ud800-\udbff](?![\udc00-\udfff])/g, '\ufffd')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones
    .replace(/[\s\u0000-\u001f\u007f-\u009f\ufffe\uffff\ufffd]+/g, '');

const runs = { numRuns: 300 } as const;

/** Any stretch that a calendar can hold. */
const stretches = fc
  .tuple(fc.integer({ min: dayNumber('0001-01-01'), max: dayNumber('9990-01-01') }), fc.nat({ max: 3000 }))
  .map(([from, length]) => ({ start: isoDay(from), end: isoDay(from + length) }));

test('a calendar program finds the first day, and the day after the last', () => {
  fc.assert(
    fc.property(stretches, ({ start, end }) => {
      const text = writeIcs(timelineOf([eventOf({ date: { start, end } })]));
      const event = new ICAL.Event(
        new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vevent') as ICAL.Component,
      );
      const day = ({ year, month, day: of }: ICAL.Time): string =>
        `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(of).padStart(2, '0')}`;
      expect([day(event.startDate), day(event.endDate)]).toEqual([start, isoDay(dayNumber(end) + 1)]);
    }),
    runs,
  );
});

test('a calendar program reads the words, and nothing else in them', () => {
  fc.assert(
    fc.property(words, (title) => {
      const calendar = new ICAL.Component(
        ICAL.parse(writeIcs(timelineOf([eventOf({ title, sentence: title })], { title }))),
      );
      const [event, ...more] = calendar.getAllSubcomponents('vevent');
      expect(more).toEqual([]);
      expect(toAReader(String(event?.getFirstPropertyValue('summary')))).toBe(toAReader(title));
      expect(toAReader(String(event?.getFirstPropertyValue('description')))).toContain(toAReader(title));
    }),
    runs,
  );
});

test('a spreadsheet reads every cell where it belongs', () => {
  fc.assert(
    fc.property(words, words, (title, sentence) => {
      const [row, ...more] = parse(writeCsv(timelineOf([eventOf({ title, sentence })])), { columns: true }) as Record<
        string,
        string
      >[];
      expect(more).toEqual([]);
      expect([row?.title, row?.sentence].map((cell) => toAReader((cell ?? '').replace(/^'/, '')))).toEqual([
        toAReader(title),
        toAReader(sentence),
      ]);
    }),
    runs,
  );
});

test('a feed reader reads the words', () => {
  fc.assert(
    fc.property(words, (title) => {
      const { items } = parseRssFeed(writeRss(timelineOf([eventOf({ title })])));
      expect(items).toHaveLength(1);
      expect(toAReader(items?.[0]?.title ?? '')).toBe(toAReader(`August 9, 2019: ${title}`));
    }),
    runs,
  );
});

test('Markdown is one entry with the words in it, whatever they look like', () => {
  const renderer = new MarkdownIt({ html: true, linkify: true });
  fc.assert(
    fc.property(words, (title) => {
      const tokens = renderer.parse(writeMd(timelineOf([eventOf({ title, sentence: title })], { title })), {});
      const kinds = tokens.map(({ type }) => type);
      expect(kinds.filter((kind) => kind === 'list_item_open')).toHaveLength(1);
      expect(kinds.filter((kind) => /^(html_block|fence|code_block|hr|table_open)$/.test(kind))).toEqual([]);
      const heading = tokens[kinds.indexOf('heading_open') + 1];
      const text = (heading?.children ?? []).map(({ content }) => content).join('');
      expect(toAReader(text)).toBe(toAReader(title));
    }),
    runs,
  );
});
