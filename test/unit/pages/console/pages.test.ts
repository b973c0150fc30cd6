import fc from 'fast-check';
import { ago } from '../../../../shared/pages/console/ago.ts';
import { healthOf } from '../../../../shared/pages/console/feeds.ts';
import { textParts } from '../../../../shared/pages/console/highlights.ts';
import { snippetsOf } from '../../../../shared/pages/console/snippets.ts';
import { queryWords } from '../../../../shared/pages/console/timelines.ts';
import { eventOf } from '../../../browser/timeline-fixtures.ts';

const NOW = '2026-11-24T12:00:00Z';

test.each([
  ['2026-11-24T11:56:10Z', '3 minutes ago'],
  ['2026-11-23T12:00:00Z', '1 day ago'],
  ['2026-11-24T14:00:00Z', 'in 2 hours'],
  ['2026-11-24T11:59:59Z', 'just now'],
  [undefined, 'never'],
])('a moment is shown relative to now: %s is "%s"', (moment, words) => expect(ago(moment, NOW)).toBe(words));

describe('an article beside its events', () => {
  const text = 'In 1910 the Earth passed through the tail. Nobody was hurt.';
  const told = eventOf({
    title: 'The Earth passes through the tail',
    start: '1910-05-19',
    display: '1910',
    sentence: 'In 1910 the Earth passed through the tail.',
    trigger: 'passed',
    timex: '1910',
  });
  const evidence = told.evidence.map((one) => ({
    ...one,
    start: 0,
    end: 42,
    trigger: { text: 'passed', start: 18, end: 24 },
    timex: { ...one.timex, start: 3, end: 7 },
  }));

  test('sentence, date and verb are marked differently, and the rest is plain', () => {
    const parts = textParts(text, [{ id: 'a', evidence }]);
    expect(parts.map(({ text: words, role, events }) => [words, role, events.length])).toEqual([
      ['In ', undefined, 1],
      ['1910', 'timex', 1],
      [' the Earth ', undefined, 1],
      ['passed', 'trigger', 1],
      [' through the tail.', undefined, 1],
      [' Nobody was hurt.', undefined, 0],
    ]);
  });

  test('the parts joined are the text again, whatever offsets come', () => {
    const offset = fc.integer({ min: -5, max: 70 });
    fc.assert(
      fc.property(fc.array(fc.tuple(offset, offset, offset, offset, offset, offset), { maxLength: 8 }), (many) => {
        const events = many.map(([a, b, c, d, e, f], i) => ({
          id: String(i),
          evidence: evidence.map((one) => ({
            ...one,
            start: a,
            end: b,
            trigger: { text: '', start: c, end: d },
            timex: { ...one.timex, start: e, end: f },
          })),
        }));
        expect(
          textParts(text, events)
            .map((part) => part.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });

  test('a sentence that proves two events begins for both, once each', () => {
    const parts = textParts(text, [
      { id: 'a', evidence },
      { id: 'b', evidence },
    ]);
    expect(parts.flatMap((part) => part.begins)).toEqual(['a', 'b']);
  });
});

test('the health of a feed is a word', () => {
  const feed = {
    id: 'f',
    collection: 'main',
    url: 'https://example.org/feed',
    tags: [],
    status: 'active',
    createdAt: NOW,
    nextPollAt: NOW,
    intervalSeconds: 3600,
    failures: 0,
    articlesSeen: 0,
  } as const;
  expect(healthOf(feed).word).toBe('Waiting');
  expect(healthOf({ ...feed, lastSuccessAt: NOW }).word).toBe('Well');
  expect(healthOf({ ...feed, failures: 2 }).word).toBe('Troubled');
  expect(healthOf({ ...feed, failures: 9 }).word).toBe('Failing');
  expect(healthOf({ ...feed, status: 'gone' }).word).toBe('Gone');
});

test('a saved query is shown in words', () => {
  expect(queryWords({ keywords: ['launch'], tags: ['moon'], from: '1957-01-01', to: '1975-12-31' })).toBe(
    '“launch”, #moon, 1957 – 1975',
  );
  expect(queryWords({})).toBe('everything');
});

test('a title with quotes and tags cannot leave the attribute of a snippet', () => {
  const texts = snippetsOf({
    baseUrl: 'https://dateline.example',
    slug: 'a',
    title: '"><script>alert(1)</script>',
  }).map((snippet) => snippet.text);
  expect(texts.filter((text) => text.includes('<script>alert'))).toEqual([]);
});

test('a link to a private timeline stays under the 2,048 characters that every program takes', () => {
  const token = 'x'.repeat(1500);
  for (const { text } of snippetsOf({ baseUrl: 'https://dateline.example', slug: 'a'.repeat(64), title: 't', token }))
    for (const [url] of text.matchAll(/https:[^"<\s]+/g)) expect(url.length).toBeLessThan(2048);
});
