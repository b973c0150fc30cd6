import fc from 'fast-check';
import iconv from 'iconv-lite';
import type { FeedItem } from '../../../shared/formats/feeds/feed-document.ts';
import { decodeText } from '../../../shared/ingest/decode-text.ts';
import { readMemory } from '../../../shared/ingest/feed-memory.ts';
import { articleId } from '../../../shared/ingest/identify-article.ts';
import { recogniseItems } from '../../../shared/ingest/item-identity.ts';
import { nextPoll, nextTry } from '../../../shared/ingest/schedule.ts';
import { readStatedDate } from '../../../shared/text/stated-date.ts';

const NOW = Date.parse('2026-03-02T12:00:00Z');

test('a text comes back from any charset that its header names', () => {
  const words: Record<string, string> = {
    'windows-1252': 'größer “é”',
    'windows-1251': 'Правда',
    shift_jis: '朝日新聞',
    gb18030: '人民日报',
    big5: '中國時報',
    'euc-kr': '한겨레',
    'utf-8': 'Ärger 朝日',
  };
  fc.assert(
    fc.property(fc.constantFrom(...Object.keys(words)), fc.nat({ max: 40 }), (charset, times) => {
      const text = `<t>${`${words[charset]} `.repeat(times + 1)}</t>`;
      expect(decodeText(iconv.encode(text, charset), `text/xml; charset=${charset}`)).toBe(text);
    }),
  );
});

test('a date is a real day or nothing, and its day is the day as it is written', () => {
  const parts = fc.tuple(
    fc.integer({ min: 1, max: 31 }),
    fc.constantFrom('Jan', 'Feb', 'Apr', 'Jun', 'Dec'),
    fc.integer({ min: 1950, max: 2040 }),
    fc.constantFrom('+0000', '+1400', '-1100', 'GMT', 'PDT', '', 'QQQ'),
  );
  fc.assert(
    fc.property(parts, ([day, month, year, zone]) => {
      const date = readStatedDate(`${day} ${month} ${year} 23:59:58 ${zone}`);
      if (date === undefined) return;
      expect(Number(date.slice(8, 10))).toBe(day);
      expect(Number(date.slice(0, 4))).toBe(year);
      expect(new Date(`${date.slice(0, 10)}T00:00:00Z`).toISOString().slice(0, 10)).toBe(date.slice(0, 10));
    }),
  );
});

test('the next poll is at least five minutes away and never before Retry-After', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 100 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.nat({ max: 604_800 }),
      (failures, random, asked) => {
        const wait = (nextTry(NOW, { failures, random, retryAfterSeconds: asked }) - NOW) / 1000;
        expect(wait).toBeGreaterThanOrEqual(Math.max(300, asked));
        const next = (nextPoll(NOW, 300, { freshSeconds: asked }, random) - NOW) / 1000;
        expect(next).toBeGreaterThanOrEqual(Math.max(300, asked));
      },
    ),
  );
});

test('in whatever order a feed lists its items, they are the same articles the next time', () => {
  const item = fc.record({
    guid: fc.option(fc.constantFrom('a', 'b', 'c', 'x1', 'x2'), { nil: undefined }),
    n: fc.nat({ max: 9 }),
    linked: fc.boolean(),
    dated: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(item, { maxLength: 8 }), fc.infiniteStream(fc.nat()), (rows, dice) => {
      const items = rows.map(
        ({ guid, n, linked, dated }): FeedItem => ({
          ...(guid === undefined ? {} : { guid }),
          ...(linked ? { link: `https://news.test/${n}` } : {}),
          ...(dated ? { publishedAt: `2026-03-0${1 + (n % 9)}T08:00:00Z` } : {}),
          title: `Story ${n}`,
          summary: { kind: 'text', value: `What happened in ${n}.` },
        }),
      );
      const first = recogniseItems(items, readMemory(undefined), 'news.test');
      const ids = first.items.map((one) => one.known?.articleId ?? articleId('main', one.key));
      const entries = first.items.map((one, index) => ({ ...one.marks, articleId: ids[index] ?? '' }));
      const memory = { ...readMemory(undefined), ...first.memory, entries };
      const shuffled = items.map((one) => ({ one, at: dice.next().value })).sort((a, b) => a.at - b.at);
      const second = recogniseItems(
        shuffled.map(({ one }) => one),
        memory,
        'news.test',
      );
      const again = second.items.map((one) => one.known?.articleId ?? articleId('main', one.key));
      expect(again.filter((id) => !ids.includes(id))).toEqual([]);
    }),
    { numRuns: 500 },
  );
});
