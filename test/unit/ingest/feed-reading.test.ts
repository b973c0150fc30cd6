import { discoverFeeds } from '../../../shared/formats/feeds/discover.ts';
import { readFeed } from '../../../shared/formats/feeds/read.ts';
import { readOpml } from '../../../shared/formats/feeds/read-opml.ts';
import { writeOpml } from '../../../shared/formats/feeds/write-opml.ts';

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
    // Expanded, a bomb would exhaust the memory: it would not be refused.
    expect(() => readFeed(document, url)).toThrow(refused('feed.refused'));
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

  test('made of nested brackets in JSON is no feed', () => {
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

  test('a key such as __proto__ is refused', () => {
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

describe('an item that cannot be read', () => {
  test.each([
    ['an angle bracket in a title', '<item><title>Tide < 2 m</title></item>'],
    ['an element that is not closed', '<item><title>Tide</item>'],
    ['CDATA that is not closed', '<item><description><![CDATA[Tide</item>'],
    ['a comment that is not closed', '<item><!-- Tide </item>'],
  ])('does not cost a feed its other items: %s', (_what, odd) => {
    const feed = readFeed(rss(`<item><title>One</title></item>${odd}<item><title>Two</title></item>`), url);
    expect(feed.items.map(({ title }) => title)).toEqual(['One', 'Two']);
    expect(feed).toMatchObject({ title: 'T', truncated: false, unreadable: 1 });
  });

  test('among thousands of items is found and left out', () => {
    const items = Array.from({ length: 3000 }, (_, n) => `<item><guid>${n}</guid><title>Item</title></item>`);
    items[17] = '<item><title>a < b</title></item>';
    items[2900] = '<item><title>a</item>';
    const feed = readFeed(rss(items.join('')), url);
    expect([feed.items.length, feed.unreadable]).toEqual([2998, 2]);
  });
});

test.each([
  ['a maintenance page', '<!doctype html><html><head><title>Back soon</title></head><body><p>Down.</p></body></html>'],
  ['nothing', ''],
  ['JSON without a feed', '{"items":[]}'],
  ['an HTML page that shows a feed', '<html><body><pre>&lt;rss version="2.0"&gt;</pre></body></html>'],
])('%s is no feed', (_what, document) => {
  expect(() => readFeed(document, url)).toThrow(refused('feed.not-a-feed'));
});

describe('a page that names its feeds', () => {
  test('by link elements, resolved against its base, feeds of comments last', () => {
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

  test('with the feed of comments last, in whatever language it is called so', () => {
    const link = (title: string, href: string) =>
      `<link rel="alternate" type="application/rss+xml" title="${title}" href="${href}">`;
    const html = link('Hafenblatt » Kommentare', '/kommentare/feed/') + link('Hafenblatt', '/feed/');
    expect(discoverFeeds(html, 'https://blog.test/')).toEqual([
      'https://blog.test/feed/',
      'https://blog.test/kommentare/feed/',
    ]);
  });

  test('as plain JSON only if the address marks it as a feed', () => {
    const link = (href: string) => `<link rel="alternate" type="application/json" href="${href}">`;
    const html = link('/wp-json/wp/v2/posts/7') + link('/feed.json');
    expect(discoverFeeds(html, 'https://blog.test/')).toEqual(['https://blog.test/feed.json']);
  });

  test('or not at all', () => {
    expect(discoverFeeds('<p>Hello</p>', 'https://blog.test/')).toEqual([]);
  });

  test('does not hold up the reader with a tag that never closes', () => {
    const page = (tags: number): string => `${'<link '.repeat(tags)}${'<a '.repeat(tags)}<!--`;
    const spent = (tags: number): number => {
      const began = process.cpuUsage();
      discoverFeeds(page(tags), 'https://blog.test/');
      const { user, system } = process.cpuUsage(began);
      return (user + system) / 1e6;
    };
    spent(1_000);
    // Sixteen times the tags: linear time is sixteen times as long, quadratic 256 times.
    expect(spent(160_000)).toBeLessThan(Math.max(0.05, spent(10_000)) * 80);
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
