import fc from 'fast-check';
import { extractEvents } from '../../../shared/events/extract.ts';
import { LONGEST_TITLE } from '../../../shared/events/titles/title-ends.ts';
import { splitSentences } from '../../../shared/text/sentences.ts';
import { tokenize } from '../../../shared/text/tokens.ts';
import { dayNumber } from '../../../shared/time/day.ts';

/** Words of news in any order, with marks that meet in no grammar: nearer to trouble than arbitrary characters are. */
const newsWord = fc.constantFrom(
  ...`the a Kamm Mrs. said that which who had been will would if Had not never to plan planned expected refused and or , . ; : " ( ) -- ' 's … ? !
  on in since from until before after when while war talks crackdown strike Olympics Monday yesterday June 4 1989 2008 the 1990s last year next week
  quarter ended Sept. 30 three years ago it they he her his company U.S. Inc. $5 12% closed open took over born because although by of
  \n \n\n 🎉 北京 ‏ \u0000`.split(/[ ]+/),
);
const news = fc.array(newsWord, { maxLength: 60 }).map((words) => words.join(' '));
const anyText = fc.oneof(news, fc.string({ maxLength: 200 }), fc.string({ unit: 'binary', maxLength: 200 }));

describe('whatever the text', () => {
  test('events point into it exactly, in titles and dates that keep their promises', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom('2014-03-30', '1989-06-04', undefined), (text, publishedAt) => {
        const { events, language } = extractEvents({
          id: 'a',
          text,
          ...(publishedAt === undefined ? {} : { publishedAt }),
        });
        expect(language).toMatch(/^[a-z]{2,3}$/);
        for (const event of events) {
          expect(event.title.length).toBeGreaterThan(0);
          expect(event.title.length).toBeLessThanOrEqual(LONGEST_TITLE);
          expect(dayNumber(event.date.start)).toBeLessThanOrEqual(dayNumber(event.date.end));
          expect(event.confidence).toBeGreaterThanOrEqual(0);
          expect(event.confidence).toBeLessThanOrEqual(1);
          expect(event.importance).toBeGreaterThanOrEqual(0);
          expect(event.importance).toBeLessThanOrEqual(1);
          if (publishedAt !== undefined && dayNumber(event.date.start) > dayNumber(publishedAt))
            expect(event.modality).not.toBe('asserted');
          for (const { start, end, sentence, trigger, timex } of event.evidence) {
            expect(text.slice(start, end)).toBe(sentence);
            expect(text.slice(trigger.start, trigger.end)).toBe(trigger.text);
            expect(text.slice(timex.start, timex.end)).toBe(timex.text);
          }
        }
      }),
      { numRuns: 600 },
    );
  });

  test('the same article gives the same events', () => {
    fc.assert(
      fc.property(news, (text) => {
        const article = { id: 'a', text, publishedAt: '2014-03-30' };
        expect(extractEvents(article)).toEqual(extractEvents(article));
      }),
      { numRuns: 100 },
    );
  });

  test('sentences and tokens lose no visible character and never overlap', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const pieces of [splitSentences(text), tokenize(text)]) {
          let end = 0;
          for (const piece of pieces) {
            expect(piece.start).toBeGreaterThanOrEqual(end);
            expect(piece.end).toBeGreaterThan(piece.start);
            expect(text.slice(end, piece.start).replace(/[\s\u200b\ufeff]/g, '')).toBe('');
            end = piece.end;
          }
          expect(text.slice(end).replace(/[\s\u200b\ufeff]/g, '')).toBe('');
        }
      }),
      { numRuns: 400 },
    );
  });
});
