import type { FeedItem } from '../../../shared/formats/feeds/feed-document.ts';
import { type FeedMemory, readMemory, writeMemory } from '../../../shared/ingest/feed-memory.ts';
import { articleId } from '../../../shared/ingest/identify-article.ts';
import { newestItems, type RecognisedItem, recogniseItems } from '../../../shared/ingest/item-identity.ts';
import { MOST_ENTRIES } from '../../../shared/ingest/item-ledger.ts';

const SITE = 'news.test';

/** Polls a feed of these items once: which articles they are, which of them are new or changed, and what is remembered. */
function poll(items: readonly FeedItem[], before: FeedMemory = readMemory(undefined)) {
  const { items: found, memory } = recogniseItems(items, before, SITE);
  const idOf = (one: RecognisedItem) => one.known?.articleId ?? articleId('main', one.key);
  const entries = found.map((one) => ({ ...one.marks, articleId: idOf(one) }));
  const kept = before.entries.filter(({ articleId: id }) => !entries.some((entry) => entry.articleId === id));
  const after = { ...before, ...memory, entries: [...entries, ...kept] };
  return {
    ids: found.map(idOf),
    news: found.filter(({ known, marks }) => known?.print !== marks.print).map(({ item }) => item.title),
    // Through its stored form, as it is between two polls.
    memory: readMemory(JSON.parse(JSON.stringify(writeMemory(after)))),
  };
}

const story = (n: number, more: Partial<FeedItem> = {}): FeedItem => ({
  guid: `g${n}`,
  link: `https://news.test/story/${n}`,
  title: `Story number ${n}`,
  publishedAt: `2026-03-02T0${n % 10}:00:00Z`,
  summary: { kind: 'text', value: `What happened in story ${n}.` },
  ...more,
});
const without = (item: FeedItem, ...fields: (keyof FeedItem)[]): FeedItem =>
  Object.fromEntries(Object.entries(item).filter(([name]) => !fields.includes(name as keyof FeedItem)));

describe('an item that was seen before is the same article', () => {
  const first = poll([story(1), story(2)]);

  test.each([
    ['unchanged', story(1), []],
    ['with a new title', story(1, { title: 'Story one, corrected' }), ['Story one, corrected']],
    ['with a new text', story(1, { summary: { kind: 'text', value: 'It was otherwise.' } }), ['Story number 1']],
    ['at a new address', story(1, { link: 'https://news.test/2026/story-one' }), ['Story number 1']],
    [
      'at a new address and with a new title',
      story(1, { link: 'https://news.test/x', title: 'Other words' }),
      ['Other words'],
    ],
    [
      'with a token in its address that changes at every poll',
      story(1, { link: 'https://news.test/story/1?token=83f2' }),
      [],
    ],
    ['by way of a tracker', story(1, { link: 'http://www.news.test/story/1/?utm_source=rss#top' }), []],
    ['under a new name', story(1, { guid: 'cms-9f31' }), []],
    [
      'after the site moved: new names, new addresses, same title and time',
      story(1, { guid: 'n1', link: 'https://paper.test/a/1' }),
      ['Story number 1'],
    ],
    [
      'with other white space and markup',
      story(1, { summary: { kind: 'html', value: '<p class="x83">What happened  in\nstory 1.</p>' } }),
      [],
    ],
  ])('%s', (_how, item, news) => {
    const second = poll([item, story(2)], first.memory);
    expect(second.ids).toEqual(first.ids);
    expect(second.news).toEqual(news);
  });

  test('when it went out of the feed and came back', () => {
    const away = poll([story(2), story(3)], first.memory);
    const back = poll([story(1), story(2)], away.memory);
    expect(back.ids).toEqual(first.ids);
    expect(back.news).toEqual([]);
  });

  test('when its feed is followed for the first time again: ids need no memory', () => {
    expect(poll([story(1), story(2)]).ids).toEqual(first.ids);
  });
});

describe('different items stay apart:', () => {
  test('one GUID for all items', () => {
    const same = (n: number) => story(n, { guid: 'https://news.test/' });
    const first = poll([same(1), same(2), same(3)]);
    expect(new Set(first.ids).size).toBe(3);
    const second = poll([same(4)], first.memory);
    expect(second.ids[0]).not.toBe(first.ids[0]);
    expect(poll([same(4), same(3), same(2)], second.memory).news).toEqual([]);
  });

  test('one GUID for all items, one item at a time', () => {
    const only = (n: number) => story(n, { guid: 'latest' });
    const first = poll([only(1)]);
    const second = poll([only(2)], first.memory);
    expect(second.ids).not.toEqual(first.ids);
    expect(second.news).toEqual(['Story number 2']);
  });

  test('a GUID that names the day: once most items share theirs, no GUID of the feed names anything', () => {
    const first = poll([...[1, 2, 3].map((n) => story(n, { guid: 'monday' })), story(4)]);
    const second = poll([story(5, { guid: 'tuesday' })], first.memory);
    const third = poll([story(6, { guid: 'tuesday' })], second.memory);
    expect(third.ids).not.toEqual(second.ids);
    expect(third.news).toEqual(['Story number 6']);
  });

  test('an item that is listed with its name and without it is the named one, whichever comes first', () => {
    const named = without(story(1), 'link', 'publishedAt');
    const nameless = without(named, 'guid');
    const first = poll([named, nameless, story(2)]);
    expect(first.ids).toHaveLength(2);
    expect(new Set(poll([nameless, story(2), named]).ids)).toEqual(new Set(first.ids));
  });

  test('an item that is listed under two names is the one that was seen before, whichever comes first', () => {
    const [one, other] = [story(1, { guid: 'one' }), story(1, { guid: 'other' })].map((item) => without(item, 'link'));
    // It has the first name, too, so that title and date say nothing any more.
    const undated = without(one as FeedItem, 'publishedAt');
    const first = poll([undated, one, other] as FeedItem[]);
    expect(poll([undated, other, one] as FeedItem[], first.memory)).toMatchObject({ ids: first.ids, news: [] });
  });

  test.each([
    ['as it was', {}],
    ['with its old title', { title: 'Story three, as it was called' }],
  ])('one address for all items, one of which is listed twice, %s', (_, more) => {
    const home = { link: 'https://news.test/' };
    const { ids } = poll([story(1, home), story(2, home), story(3, home), story(3, { ...home, ...more })]);
    expect(ids).toHaveLength(3);
  });

  test('one address for all items: the home page', () => {
    const home = (n: number) => story(n, { link: 'https://news.test/' });
    const first = poll([home(1), home(2), home(3)]);
    expect(new Set(first.ids).size).toBe(3);
    expect(poll([home(3), home(2), home(1)], first.memory).ids).toEqual([...first.ids].reverse());
  });

  test('one address and one GUID for all items', () => {
    const bare = (n: number) => story(n, { link: 'https://news.test/', guid: 'https://news.test/' });
    const first = poll([bare(1), bare(2), bare(3)]);
    expect(new Set(first.ids).size).toBe(3);
    const second = poll([bare(4), bare(1), bare(2)], first.memory);
    expect(second.ids.slice(1)).toEqual(first.ids.slice(0, 2));
    expect(second.news).toEqual(['Story number 4']);
  });

  test('notes on one page, each at its anchor', () => {
    const note = (n: number) =>
      story(n, { link: `https://news.test/notes#d${n}`, guid: `https://news.test/notes#d${n}` });
    const first = poll([note(1), note(2)]);
    expect(new Set(first.ids).size).toBe(2);
    const second = poll([note(3)], first.memory);
    expect(first.ids).not.toContain(second.ids[0]);
  });

  test('articles that differ in one parameter only, with one GUID', () => {
    const page = (n: number) => story(n, { link: `https://news.test/show.php?id=${n}`, guid: 'show.php' });
    expect(new Set(poll([page(1), page(2)]).ids).size).toBe(2);
  });

  test('a column that has the same title every week', () => {
    const column = (n: number) => without(story(n, { title: 'The week in brief', guid: `w${n}` }));
    const first = poll([column(1)]);
    const second = poll([column(2), column(1)], first.memory);
    expect(second.ids[1]).toBe(first.ids[0]);
    expect(second.ids[0]).not.toBe(first.ids[0]);
  });

  test('two notices with one title at one moment, side by side', () => {
    const notice = (n: number) => story(n, { title: 'Weather warning', publishedAt: '2026-03-02T06:00:00Z' });
    expect(new Set(poll([notice(1), notice(2)]).ids).size).toBe(2);
  });

  test('collections apart, the same item is two articles, and names without an address belong to their site', () => {
    const item = without(story(1), 'link');
    const key = (site: string) => recogniseItems([item], readMemory(undefined), site).items[0]?.key;
    expect(key('a.test')).not.toBe(key('b.test'));
    const tagged = { ...item, guid: 'tag:blogger.com,1999:blog-1.post-2' };
    expect(recogniseItems([tagged], readMemory(undefined), 'a.test').items[0]?.key).toBe(
      recogniseItems([tagged], readMemory(undefined), 'b.test').items[0]?.key,
    );
  });
});

describe('an article that is listed twice is one', () => {
  test('under one name and one address', () => {
    expect(poll([story(1), story(1, { title: 'Story number 1 (updated)' })]).ids).toHaveLength(1);
  });
  test('by way of different trackers', () => {
    expect(
      poll([story(1, { guid: 'a' }), story(1, { guid: 'b', link: 'https://news.test/story/1?utm_medium=x' })]).ids,
    ).toHaveLength(1);
  });
});

describe('items with few identifying fields', () => {
  test.each([
    ['no name', ['guid']],
    ['no address', ['link']],
    ['neither name nor address', ['guid', 'link']],
    ['no date', ['publishedAt']],
    ['neither name nor date', ['guid', 'publishedAt']],
    ['no title', ['title']],
    ['nothing but words', ['guid', 'link', 'publishedAt', 'title']],
  ] as const)('are recognised with %s', (_what, fields) => {
    const items = [1, 2, 3].map((n) => without(story(n), ...fields));
    const first = poll(items);
    expect(new Set(first.ids).size).toBe(3);
    const second = poll([...items].reverse(), first.memory);
    expect(second.ids).toEqual([...first.ids].reverse());
    expect(second.news).toEqual([]);
  });

  test('a volatile token and no name: title and time are enough', () => {
    const item = (token: string) => without(story(1, { link: `https://news.test/s?tok=${token}` }), 'guid');
    const first = poll([item('a'), story(2)]);
    expect(poll([item('b'), story(2)], first.memory).ids).toEqual(first.ids);
  });
});

describe('the date of change', () => {
  test('makes an item new if the publisher sets it per item', () => {
    const items = (at: string) => [story(1, { updatedAt: at }), story(2, { updatedAt: '2026-03-01T00:00:00Z' })];
    const first = poll(items('2026-03-02T08:00:00Z'));
    expect(poll(items('2026-03-02T09:00:00Z'), first.memory).news).toEqual(['Story number 1']);
  });

  test('makes nothing new if the server stamps every item with the present moment', () => {
    const items = (at: string) => [story(1, { updatedAt: at }), story(2, { updatedAt: at })];
    const first = poll(items('2026-03-02T08:00:00Z'));
    expect(poll(items('2026-03-02T09:00:00Z'), first.memory).news).toEqual([]);
  });
});

test('of ten thousand items the newest four thousand are remembered, and none of them is new at the second poll', () => {
  const day = (n: number) => new Date(Date.UTC(2026, 1, 1) - n * 3_600_000).toISOString();
  const items = Array.from({ length: 10_000 }, (_, n) => story(n, { publishedAt: day((n * 7919) % 10_000) }));
  const followed = newestItems(items);
  expect(followed.map(({ publishedAt }) => publishedAt)).toEqual(
    Array.from({ length: MOST_ENTRIES }, (_, n) => day(n)),
  );
  const first = poll(followed);
  expect(first.news).toHaveLength(MOST_ENTRIES);
  const again = poll(newestItems(items), first.memory);
  expect(again.ids).toEqual(first.ids);
  expect(again.news).toEqual([]);
});
