import { discoverFeeds } from '../../../shared/formats/feeds/discover.ts';
import { readFeed } from '../../../shared/formats/feeds/read.ts';
import { readOpml } from '../../../shared/formats/feeds/read-opml.ts';
import { writeOpml } from '../../../shared/formats/feeds/write-opml.ts';
import { readStatedDate } from '../../../shared/text/stated-date.ts';

const url = 'https://news.test/rss';
const rss = (inside: string, before = '') =>
  `<?xml version="1.0"?>${before}<rss version="2.0"><channel><title>T</title>${inside}</channel></rss>`;
const refused = (code: string) => expect.objectContaining({ code });

describe('a hostile document', () => {
  /** Ten entities, each ten of the one before: 10⁹ words out of 900 bytes, were they read. */
  const laughs = Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join('');
  const bomb = `<!DOCTYPE rss [<!ENTITY l0 "lol">${laughs}]>`;

  test.each([
    ['entities that unfold into a billion words', rss('<item><title>&l9;</title></item>', bomb)],
    [
      'an entity that reads a file',
      rss('<item><title>&f;</title></item>', '<!DOCTYPE rss [<!ENTITY f SYSTEM "file:///etc/passwd">]>'),
    ],
    [
      'an entity that asks another server',
      rss('', '<!DOCTYPE rss [<!ENTITY % d SYSTEM "http://169.254.169.254/x"> %d;]>'),
    ],
    [
      'a bomb in a sitemap',
      `<?xml version="1.0"?>${bomb}<urlset><url><loc>https://news.test/&l9;</loc></url></urlset>`,
    ],
    ['a bomb behind a comment', rss('', `<!-- harmless -->\n${bomb}`)],
  ])('is refused when it declares %s', (_what, document) => {
    const began = performance.now();
    expect(() => readFeed(document, url)).toThrow(refused('feed.refused'));
    expect(performance.now() - began).toBeLessThan(1000);
  });

  test('is refused when OPML declares entities', () => {
    expect(() => readOpml(`<?xml version="1.0"?>${bomb}<opml><body><outline text="&l9;"/></body></opml>`)).toThrow(
      refused('feed.refused'),
    );
  });

  test.each([
    ['RSS', rss(`<item>${'<a>'.repeat(200_000)}${'</a>'.repeat(200_000)}</item>`)],
    [
      'Atom',
      `<feed xmlns="http://www.w3.org/2005/Atom"><entry>${'<a>'.repeat(200_000)}${'</a>'.repeat(200_000)}</entry></feed>`,
    ],
    ['a sitemap', `<urlset>${'<url>'.repeat(200_000)}${'</url>'.repeat(200_000)}</urlset>`],
  ])('is refused when %s nests two hundred thousand elements', (_format, document) => {
    expect(() => readFeed(document, url)).toThrow(refused('feed.refused'));
  });

  test('of brackets in JSON is no feed', () => {
    const deep = `{"version":"https://jsonfeed.org/version/1.1","items":${'['.repeat(500_000)}${']'.repeat(500_000)}}`;
    expect(() => readFeed(deep, url)).toThrow(expect.objectContaining({ code: expect.stringMatching(/^feed\./) }));
  });

  test('an article about entities is an article', () => {
    const [item] = readFeed(
      rss('<item><title>On XML</title><description><![CDATA[Write <!ENTITY x "y"> there.]]></description></item>'),
      url,
    ).items;
    expect(item?.summary?.value).toBe('Write <!ENTITY x "y"> there.');
  });

  test('an entity that nobody declared stays as it is written', () => {
    expect(readFeed(rss('<item><title>A &bogus; B &amp;amp; C</title></item>'), url).items[0]?.title).toBe(
      'A &bogus; B & C',
    );
  });

  test('a name that would reach into the program is refused', () => {
    expect(() => readFeed(rss('<__proto__><polluted>1</polluted></__proto__>'), url)).toThrow(
      refused('feed.malformed'),
    );
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

describe('a document that breaks off', () => {
  const two = '<item><title>One</title></item><item><title>Two</title></item>';
  test.each([
    ['in a tag', '<item><tit'],
    ['in a text', '<item><title>Three'],
    ['in CDATA', '<item><title>Three</title><description><![CDATA[It was'],
    ['between items', ''],
  ])('%s gives the items before', (_where, rest) => {
    const feed = readFeed(`<rss version="2.0"><channel><title>T</title>${two}${rest}`, url);
    expect(feed.items.map(({ title }) => title)).toEqual(['One', 'Two']);
    expect(feed.truncated).toBe(rest !== '');
  });

  test('before its first item is broken', () => {
    expect(() => readFeed('<rss version="2.0"><channel><title>T', url)).toThrow(refused('feed.malformed'));
  });

  test('in Atom, too, gives the entries before', () => {
    const feed = readFeed(
      '<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>1</id><title>One</title></entry><entry><id>2</',
      url,
    );
    expect(feed).toMatchObject({ truncated: true, items: [{ guid: '1' }] });
  });
});

test.each([
  ['a maintenance page', '<!doctype html><html><head><title>Back soon</title></head><body><p>Down.</p></body></html>'],
  ['nothing', ''],
  ['JSON that is no feed', '{"items":[]}'],
  ['an HTML page that shows a feed', '<html><body><pre>&lt;rss version="2.0"&gt;</pre></body></html>'],
])('%s is no feed', (_what, document) => {
  expect(() => readFeed(document, url)).toThrow(refused('feed.not-a-feed'));
});

describe('the date of an item', () => {
  test.each([
    ['RFC 822', 'Sun, 30 Mar 2014 23:30:00 +0800', '2014-03-30T23:30:00+08:00'],
    ['in its own offset: still the thirtieth', 'Sun, 30 Mar 2014 23:30:00 -0500', '2014-03-30T23:30:00-05:00'],
    ['named zone', 'Sun, 30 Mar 2014 23:30:00 EDT', '2014-03-30T23:30:00-04:00'],
    ['GMT', 'Sun, 30 Mar 2014 23:30:00 GMT', '2014-03-30T23:30:00Z'],
    ['a wrong weekday is the writer’s slip', 'Mon, 30 Mar 2014 09:00 GMT', '2014-03-30T09:00:00Z'],
    ['two-digit year', '30 Mar 99 09:00:00 GMT', '1999-03-30T09:00:00Z'],
    ['an unknown zone leaves the day alone', 'Sun, 30 Mar 2014 23:30:00 XYZ', '2014-03-30'],
    ['no zone leaves the day alone', '2014-03-30 23:30:00', '2014-03-30'],
    ['W3C date-time', '2014-03-30T23:30:00.123+08:00', '2014-03-30T23:30:00+08:00'],
    ['W3C without seconds', '2014-03-30T23:30Z', '2014-03-30T23:30:00Z'],
    ['offset without a colon', '2014-03-30T23:30:00+0800', '2014-03-30T23:30:00+08:00'],
    ['a day', '2014-03-30', '2014-03-30'],
    ['slashes, year first', '2014/03/30 23:30:00 +0800', '2014-03-30T23:30:00+08:00'],
    ['month first', 'March 30, 2014 11:30 pm GMT', '2014-03-30T23:30:00Z'],
    ['noon is twelve pm', 'March 30, 2014 12:05 PM GMT', '2014-03-30T12:05:00Z'],
    ['midnight is twelve am', 'March 30, 2014 12:05 AM GMT', '2014-03-30T00:05:00Z'],
    ['compact', '20140330T233000Z', '2014-03-30T23:30:00Z'],
    ['long month', '3 September 2014', '2014-09-03'],
    ['a leap day', '29 Feb 2024', '2024-02-29'],
  ])('%s', (_why, raw, expected) => {
    expect(readStatedDate(raw)).toBe(expected);
  });

  test.each([
    ['the placeholder of a content system', 'Thu, 01 Jan 1970 00:00:00 +0000'],
    ['the placeholder west of Greenwich', 'Wed, 31 Dec 1969 19:00:00 -0500'],
    ['year one', '0001-01-01T00:00:00Z'],
    ['no such day', '30 Feb 2014'],
    ['no such leap day', '2023-02-29'],
    ['a month dates no article', '2014-03'],
    ['day or month first? nobody knows', '03/04/2014'],
    ['words', 'yesterday'],
    ['nothing', ''],
    ['absent', undefined],
  ])('is not invented: %s', (_why, raw) => {
    expect(readStatedDate(raw)).toBeUndefined();
  });
});

describe('a page that names its feeds', () => {
  test('by link elements, comments last, against its base', () => {
    const html = `<html><head><base href="https://blog.test/sub/"><!-- <link rel="alternate" type="application/rss+xml" href="/old"> -->
      <link rel="alternate" type="application/rss+xml" title="Blog &raquo; Comments Feed" href="comments/feed/">
      <link href='feed/?a=1&amp;b=2' type='application/rss+xml; charset=utf-8' rel='alternate'>
      <link rel=alternate type=application/feed+json href=/feed.json>
      <link rel="alternate" hreflang="de" href="/de/"><link rel="stylesheet" type="text/css" href="/x.css">
      <script>var s = '<link rel="alternate" type="application/rss+xml" href="/script">'</script></head></html>`;
    expect(discoverFeeds(html, 'https://blog.test/page')).toEqual([
      'https://blog.test/sub/feed/?a=1&b=2',
      'https://blog.test/feed.json',
      'https://blog.test/sub/comments/feed/',
    ]);
  });

  test('by links in its body where it has no link elements', () => {
    const html =
      '<body><a href="/about">About</a><a href="/rss.xml">RSS</a><a href="javascript:void(0)/feed">no</a></body>';
    expect(discoverFeeds(html, 'https://blog.test/')).toEqual(['https://blog.test/rss.xml']);
  });

  test('or by nothing', () => {
    expect(discoverFeeds('<p>Hello</p>', 'https://blog.test/')).toEqual([]);
  });

  test('does not hold up the reader with a tag that never closes', () => {
    const began = performance.now();
    discoverFeeds(`${'<link '.repeat(100_000)}${'<a '.repeat(100_000)}<!--`, 'https://blog.test/');
    expect(performance.now() - began).toBeLessThan(2000);
  });
});

describe('OPML', () => {
  const opml = `<?xml version="1.0"?><opml version="1.0"><head><title>Mine</title></head><body>
    <outline text="World News"><outline text="A &amp; B" type="rss" xmlUrl="https://a.test/rss?x=1&amp;y=2" htmlUrl="https://a.test/"/>
      <outline text="Africa"><outline text="C" xmlUrl="https://c.test/atom" category="/Press/Radio,free"/></outline></outline>
    <outline text="Again" xmlUrl="https://c.test/atom"/><outline text="no" xmlUrl="javascript:alert(1)"/><outline text="no" xmlUrl="/relative"/>
    <outline text="D" type="rss" xmlUrl="https://d.test/feed"/></body></opml>`;

  test('gives each subscription once, its folders as tags', () => {
    expect(readOpml(opml).feeds).toEqual([
      { url: 'https://a.test/rss?x=1&y=2', title: 'A & B', tags: ['world news'] },
      { url: 'https://c.test/atom', title: 'C', tags: ['world news', 'africa', 'radio', 'free'] },
      { url: 'https://d.test/feed', title: 'D', tags: [] },
    ]);
  });

  test('counts the subscriptions whose address cannot be that of a feed', () => {
    expect(readOpml(opml).refused).toEqual([
      { url: 'javascript:alert(1)', reason: 'The address is neither http nor https.' },
      { url: '/relative', reason: 'The address is neither http nor https.' },
    ]);
  });

  test('comes back as it was written', () => {
    const feeds = [
      { url: 'https://a.test/rss?x=1&y=2', title: 'A & B "d"', tags: ['north', 'west'] },
      { url: 'https://d.test/feed', tags: [] },
    ];
    const written = writeOpml(feeds, { title: 'Feeds', createdAt: '2026-03-02T12:00:00Z' });
    expect(readOpml(written).feeds).toEqual([feeds[0], { ...feeds[1], title: 'https://d.test/feed' }]);
  });

  test.each(['', '<rss version="2.0"/>', '{"a":1}', '<opml><body><outline'])('is not %p', (text) => {
    expect(() => readOpml(text)).toThrow(refused('feed.not-opml'));
  });
});
