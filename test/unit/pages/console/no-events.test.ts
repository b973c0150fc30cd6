import { noEventsWords } from '../../../../shared/pages/console/no-events.ts';

test.each([
  [{ language: 'de', publishedAt: '2026-01-01' }, /^The text is in German, which is not read yet/],
  [{ language: 'fr' }, /^The text is in French/],
  [{ language: 'en', publishedAt: '2026-01-01' }, /names no dates/],
  [{ language: 'en-GB' }, /^No date of publication/],
  [{ language: 'und' }, /^No date of publication/],
])('the page explains why %j has no events', (article, words) => {
  expect(noEventsWords(article)).toMatch(words);
});
