import { noEventsWords } from '../../../shared/display/no-events.ts';

test.each([
  [{ language: 'de', publishedAt: '2026-01-01' }, /^The text is in German, which is not supported yet/],
  [{ language: 'fr' }, /^The text is in French/],
  [{ language: 'en', publishedAt: '2026-01-01' }, /no dates of events/],
  [{ language: 'en-GB' }, /^The publication date is unknown/],
  [{ language: 'und' }, /^The publication date is unknown/],
])('the page explains why %j has no events', (article, words) => {
  expect(noEventsWords(article)).toMatch(words);
});
