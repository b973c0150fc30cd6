import fc from 'fast-check';
import { extractEvents } from '../../../shared/events/extract.ts';
import { splitSentences } from '../../../shared/text/sentences.ts';
import { tokenize } from '../../../shared/text/tokens.ts';
import { anyText, news } from '../fuzz/texts.ts';

describe('for any text', () => {
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
