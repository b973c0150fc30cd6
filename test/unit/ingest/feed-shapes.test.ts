import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FeedDocument } from '../../../shared/formats/feeds/feed-document.ts';
import { readFeed } from '../../../shared/formats/feeds/read.ts';
import { decodeText } from '../../../shared/ingest/decode-text.ts';

const text = (file: string) => readFileSync(join(__dirname, 'shapes', file), 'utf8');
const read = (file: string, url = 'https://feeds.example/x') => readFeed(text(file), url);
const nothingAsked = { skipHours: [], skipDays: [], sitemaps: [], truncated: false, unreadable: 0 };

const expected: readonly (readonly [string, string, FeedDocument])[] = [
  [
    'WordPress: teaser and article apart, escapes, the sy module with line breaks in it',
    'wordpress.rss.xml',
    {
      ...nothingAsked,
      format: 'rss',
      title: 'Harbour & Town',
      siteUrl: 'https://harbour.example/',
      minutesBetweenPolls: 60,
      items: [
        {
          guid: 'https://harbour.example/?p=4711',
          link: 'https://harbour.example/2026/03/lighthouse-diary/?utm_source=rss&utm_medium=rss&utm_campaign=lighthouse-diary',
          title: 'Lighthouse keeper’s diary found',
          content: {
            kind: 'html',
            value:
              '<p>A diary of 1893 came to light when a wall was taken down.</p><p>It begins on <strong>4 January 1893</strong> &amp; ends with the storm of that November.</p>',
          },
          summary: { kind: 'html', value: expect.stringContaining('[&#8230;]') as unknown as string },
          publishedAt: '2026-03-02T21:40:00+00:00',
        },
      ],
    },
  ],
  [
    'Blogger: the alternate link among five, times in the writer’s own zone',
    'blogger.atom.xml',
    {
      ...nothingAsked,
      format: 'atom',
      title: 'Old maps, new roads',
      siteUrl: 'https://oldmaps.example/',
      items: [
        {
          guid: 'tag:blogger.com,1999:blog-501.post-7001',
          link: 'https://oldmaps.example/2026/02/ferry.html',
          title: 'The ferry that ran until 1962',
          content: {
            kind: 'html',
            value: '<p>Before the bridge of 1962 there was a ferry.</p><p>Its last run was on 9 June 1962.</p>',
          },
          publishedAt: '2026-02-27T23:30:00+01:00',
          updatedAt: '2026-02-28T10:15:30+01:00',
        },
      ],
    },
  ],
  [
    'arXiv: an abstract with a less-than sign, days without polls, an offset that makes midnight the day before elsewhere',
    'arxiv.rss.xml',
    {
      ...nothingAsked,
      format: 'rss',
      title: 'physics.hist-ph updates on arXiv.org',
      siteUrl: 'http://rss.arxiv.example/rss/physics.hist-ph',
      skipDays: ['Sunday', 'Saturday'],
      items: [
        {
          guid: 'oai:arXiv.org:2603.00001v1',
          link: 'https://arxiv.example/abs/2603.00001',
          title: 'On the eclipse expeditions',
          summary: {
            kind: 'text',
            value:
              'arXiv:2603.00001v1 Announce Type: new\nAbstract: We revisit the expeditions of 29 May 1919 with x < y and the plates measured in 1979.',
          },
          publishedAt: '2026-03-03T00:00:00-05:00',
        },
      ],
    },
  ],
  [
    'a ministry in RDF: names by rdf:about, an address between line breaks, twice a day',
    'government.rdf.xml',
    {
      ...nothingAsked,
      format: 'rdf',
      title: '省からのお知らせ',
      siteUrl: 'https://ministry.example/',
      minutesBetweenPolls: 720,
      items: [
        {
          guid: 'https://ministry.example/press/20260303.html',
          link: 'https://ministry.example/press/20260303.html',
          title: '審議会の開催について',
          publishedAt: '2026-03-03T00:10:00+09:00',
        },
      ],
    },
  ],
  [
    'a government in Atom: relative addresses against xml:base, a title whose angle brackets are words, only `updated`',
    'government.atom.xml',
    {
      ...nothingAsked,
      format: 'atom',
      title: 'News and communications',
      siteUrl: 'https://office.example/search/news',
      items: [
        {
          guid: 'https://office.example/government/statement-7#2026-03-02T17:45:00+00:00',
          link: 'https://office.example/government/statement-7',
          title: 'Statement on a <closed> inquiry',
          summary: { kind: 'html', value: 'The inquiry of 2019 &amp; its end.' },
          updatedAt: '2026-03-02T17:45:00+00:00',
        },
      ],
    },
  ],
  [
    'a news sitemap: the publication’s own date, not the date of change',
    'news-sitemap.xml',
    {
      ...nothingAsked,
      format: 'sitemap',
      items: [
        {
          link: 'https://daily.example/2026/03/03/dam?a=1&b=2',
          title: 'Dam of 1928 & its “second life”',
          publishedAt: '2026-03-03T05:30:00+02:00',
          updatedAt: '2026-03-03T06:00:00Z',
        },
      ],
    },
  ],
  [
    'JSON Feed: an id that is the address, a number for an id, somebody else’s address left alone',
    'json-feed.json',
    {
      ...nothingAsked,
      format: 'json',
      title: 'Stones & Years',
      siteUrl: 'https://stones.example/',
      items: [
        {
          guid: 'https://stones.example/notes/12',
          link: 'https://stones.example/notes/12',
          content: { kind: 'html', value: '<p>The menhir was raised again on 7 August 1904.</p>' },
          publishedAt: '2026-03-01T10:00:00-03:00',
          updatedAt: '2026-03-02T10:00:00-03:00',
        },
        {
          guid: '13',
          link: 'https://feeds.example/notes/13',
          title: 'A number for an id',
          content: { kind: 'text', value: 'Plain < words.' },
          summary: { kind: 'text', value: 'Short.' },
        },
      ],
    },
  ],
];

test.each(expected)('%s', (_why, file, document) => {
  expect(read(file)).toEqual(document);
});

test.each([
  [
    'substack.rss.xml',
    'A treaty & its river',
    'https://rivers.example.com/p/a-treaty',
    '2026-03-01T12:01:02Z',
    'signed in 1909',
  ],
  [
    'ghost.rss.xml',
    'Broad gauge, narrow minds',
    'https://gauge.example/broad-gauge/',
    '2026-02-26T09:00:00Z',
    '20 May 1892',
  ],
])('%s has the full text of its article', (file, title, link, publishedAt, words) => {
  const [item] = read(file).items;
  expect(item).toMatchObject({ title, link, publishedAt, content: { kind: 'html' } });
  expect(item?.content?.value).toContain(words);
});

test('an agency in Latin-1: an old DOCTYPE, titles escaped twice, a French weekday, no seconds, hour 24, no date of 1970', () => {
  const bytes = Buffer.from(text('agency.rss.xml'), 'latin1');
  const feed = readFeed(decodeText(bytes, 'text/xml'), 'http://depeches.example/rss');
  expect(feed).toMatchObject({ title: 'Agence des Dépêches', minutesBetweenPolls: 15, skipHours: [1, 2, 0] });
  const [first, second] = feed.items;
  expect(first).toMatchObject({
    title: 'L\'été 1936 vu de près : "une grève"',
    publishedAt: '2026-03-03T08:05:00+01:00',
    link: 'http://depeches.example/a/1936?xtor=RSS-12&id=55',
  });
  expect(second).toEqual({ link: 'http://depeches.example/a/sans-date', title: 'Sans date' });
});
