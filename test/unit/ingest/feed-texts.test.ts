import { readFeed } from '../../../shared/formats/feeds/read.ts';

const url = 'https://news.test/blog/feed.xml';
const namespaces =
  'xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:media="http://search.yahoo.com/mrss/"';
const rssItem = (inside: string) =>
  readFeed(
    `<rss version="2.0" ${namespaces}><channel><title>T</title><item><guid>1</guid>${inside}</item></channel></rss>`,
    url,
  ).items[0];
const atomEntry = (inside: string, feed = '') =>
  readFeed(
    `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/" ${feed}><title>T</title><entry><id>tag:a,1</id>${inside}</entry></feed>`,
    url,
  ).items[0];
const told = { kind: 'text', value: 'The ferry sank on 8 June 1989.' };

describe('the text of an item', () => {
  test.each([
    ['itunes:summary', `<itunes:summary>${told.value}</itunes:summary>`],
    [
      'itunes:summary beside an empty description',
      `<description> </description><itunes:summary>${told.value}</itunes:summary>`,
    ],
    ['itunes:subtitle', `<itunes:subtitle>${told.value}</itunes:subtitle>`],
    ['media:description', `<media:description>${told.value}</media:description>`],
    [
      'media:group',
      `<media:group><media:content url="https://news.test/a.mp4"/><media:description>${told.value}</media:description></media:group>`,
    ],
    [
      'media:content',
      `<media:content url="https://news.test/a.mp4"><media:description>${told.value}</media:description></media:content>`,
    ],
  ])('is that of %s if there is no other', (_where, inside) => {
    expect(rssItem(inside)?.summary).toEqual(told);
  });

  test('is the description if there is one', () => {
    expect(
      rssItem(`<description>Own.</description><itunes:summary>${told.value}</itunes:summary>`)?.summary?.value,
    ).toBe('Own.');
  });

  test.each([
    ['mode of Atom 0.3', 'type="text/plain" mode="base64"', told.value, told],
    [
      'mode of Atom 0.3, HTML',
      'mode="base64" type="text/html"',
      '<p>The ferry sank.</p>',
      { kind: 'html', value: '<p>The ferry sank.</p>' },
    ],
    ['a binary type', 'type="application/pdf"', '%PDF-1.4 ferry', undefined],
    ['a binary mode that is no text', 'type="text/plain" mode="base64"', '\u0000\u0001\u0002ferry', undefined],
  ])('in base64 is decoded where it is text, and left out where not: %s', (_why, attributes, text, expected) => {
    const entry = atomEntry(`<content ${attributes}>${Buffer.from(text).toString('base64')}</content>`);
    expect(entry?.content).toEqual(expected);
  });

  test('has the punctuation of Windows-1252 code points', () => {
    expect(
      rssItem('<title>Don\u0092t&#8230;</title><description>\u0093Yes\u0094 &#150; no</description>'),
    ).toMatchObject({
      title: 'Don’t…',
      summary: { value: expect.stringMatching(/^“Yes” (–|&#150;) no$/) },
    });
  });
});

describe('the title of an item', () => {
  test('is media:title where there is no other', () => {
    expect(rssItem('<media:title>The ferry</media:title>')?.title).toBe('The ferry');
    expect(atomEntry('<media:group><media:title>The ferry</media:title></media:group>')?.title).toBe('The ferry');
    expect(rssItem('<title>Own</title><media:title>The ferry</media:title>')?.title).toBe('Own');
  });

  test('has its named entities decoded', () => {
    expect(rssItem('<title>&amp;Scaron;imek &amp;mdash; &amp;hellip;</title>')?.title).toBe('Šimek — …');
  });
});

describe('the address of an entry', () => {
  test.each([
    [
      'the base of its link',
      '<link rel="alternate" xml:base="https://mirror.test/2020/" href="a.html"/>',
      '',
      'https://mirror.test/2020/a.html',
    ],
    [
      'the base of its link within that of the feed',
      '<link xml:base="sub/" href="a.html"/>',
      'xml:base="/root/"',
      'https://news.test/root/sub/a.html',
    ],
    [
      'a base that leads upwards',
      '<link xml:base="../2021/" href="a.html"/>',
      'xml:base="https://mirror.test/2020/"',
      'https://mirror.test/2021/a.html',
    ],
    [
      'no base that it does not need',
      '<link xml:base="https://mirror.test/" href="https://other.test/a"/>',
      '',
      'https://other.test/a',
    ],
    ['the feed’s address where there is no base', '<link href="a.html"/>', '', 'https://news.test/blog/a.html'],
  ])('is resolved against %s', (_what, link, feed, expected) => {
    expect(atomEntry(link, feed)?.link).toBe(expected);
  });
});

describe('the address of an RSS item', () => {
  const linkIn = (root: string, link: string) =>
    readFeed(`<rss version="2.0" ${root}><channel><title>T</title><item>${link}</item></channel></rss>`, url).items[0]
      ?.link;
  test.each([
    [
      'the base of its link',
      '',
      '<link xml:base="https://mirror.test/x/">a.html</link>',
      'https://mirror.test/x/a.html',
    ],
    [
      'the base of the feed',
      'xml:base="https://mirror.test/y/"',
      '<link>a.html</link>',
      'https://mirror.test/y/a.html',
    ],
    [
      'both, one within the other',
      'xml:base="https://mirror.test/y/"',
      '<link xml:base="z/">a.html</link>',
      'https://mirror.test/y/z/a.html',
    ],
    [
      'no base that leads elsewhere than to the web',
      'xml:base="ftp://mirror.test/"',
      '<link>a.html</link>',
      'https://news.test/blog/a.html',
    ],
  ])('is resolved against %s', (_what, root, link, expected) => expect(linkIn(root, link)).toBe(expected));
});

describe('dates in numbers', () => {
  const days = (channel: string, ...dates: readonly string[]) =>
    readFeed(
      `<rss version="2.0"><channel><title>T</title>${channel}${dates.map((date, i) => `<item><guid>${i}</guid><title>A</title><pubDate>${date}</pubDate></item>`).join('')}</channel></rss>`,
      url,
    ).items.map(({ publishedAt }) => publishedAt);
  test.each([
    ['in the order of the feed’s language', '<language>fr</language>', ['03/05/2010 10:00'], ['2010-05-03']],
    ['in the order that another item shows', '', ['03/05/2010', '13/05/2010'], ['2010-05-03', '2010-05-13']],
    [
      'in the order that another item shows, the month first',
      '',
      ['03/05/2010', '05/13/2010'],
      ['2010-03-05', '2010-05-13'],
    ],
    ['not at all where nothing shows their order', '', ['03/05/2010'], [undefined]],
  ])('are read %s', (_how, channel, dates, expected) => expect(days(channel, ...dates)).toEqual(expected));
});

test('control characters that XML forbids are left out of titles', () => {
  expect(rssItem('<title>The\u0000 ferry\u0007</title>')?.title).toBe('The ferry');
});
