import { readHtml } from '../../../../shared/text/html.ts';

const story = [
  'The harbour board voted on Friday to close the old quay to lorries, and the vote was close.',
  'Fishermen who land their catch there said that they had not been asked before the board met.',
  'The quay will be repaired over the winter by masons from the next valley, the board said.',
]
  .map((text) => `<p>${text}</p>`)
  .join('');
const TITLE = 'Quay to close after a narrow vote';

interface Parts {
  readonly head?: string;
  /** Between headline and story. */
  readonly byline?: string;
  readonly after?: string;
  readonly url?: string;
  readonly lang?: string;
}

function published({ head = '', byline = '', after = '', url = 'https://example.org/a', lang = 'en' }: Parts) {
  const html = `<html lang="${lang}"><head><title>${TITLE} - Post</title>${head}</head><body><main><article><h1>${TITLE}</h1>${byline}${story}</article>${after}</main></body></html>`;
  const { publishedAt, publishedAtSource } = readHtml(html, { url });
  return publishedAt === undefined ? undefined : `${publishedAt.slice(0, 10)} ${publishedAtSource}`;
}

const ld = (data: unknown): string => `<script type="application/ld+json">${JSON.stringify(data)}</script>`;
const other = { '@type': 'NewsArticle', headline: 'Another story', datePublished: '2019-01-01' };
const own = { '@type': 'NewsArticle', headline: TITLE, datePublished: '2014-03-30' };

describe('the publication date in JSON-LD', () => {
  test.each([
    ['of the article', ld(own)],
    ['of the article in a graph', ld({ '@graph': [{ '@type': 'WebSite' }, own] })],
    ['behind a list of other articles', ld({ '@type': 'ItemList', itemListElement: [{ item: other }] }) + ld(own)],
    ['behind other articles that have other headlines', ld([other, { ...other, datePublished: '2018-01-01' }, own])],
    ['behind a review', ld([{ '@type': 'Review', datePublished: '2018-01-01' }, own])],
    ['with a video in it', ld({ ...own, video: { '@type': 'VideoObject', uploadDate: '2012-01-01' } })],
    ['given as a list', ld({ ...own, datePublished: ['2014-03-30'] })],
    ['given as a typed value', ld({ ...own, datePublished: { '@type': 'Date', '@value': '2014-03-30' } })],
    [
      'in a script with a line break in a string',
      `<script type="application/ld+json">{"@type":"NewsArticle","name":"a\nb","datePublished":"2014-03-30",}</script>`,
    ],
    [
      'in a script that breaks off',
      '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2014-03-30", broken</script>',
    ],
    ['before that of a change', ld({ ...own, dateModified: '2014-05-01' })],
  ])('is read %s', (_what, head) => {
    expect(published({ head })).toBe('2014-03-30 json-ld');
  });

  test.each([
    ['of a video', ld({ '@type': 'VideoObject', uploadDate: '2012-01-01' })],
    ['of items of a list', ld({ '@type': 'ItemList', itemListElement: [{ item: other }] })],
    ['of other articles', ld([other, { ...other, headline: 'A third', datePublished: '2018-01-01' }])],
    [
      'of what an article contains',
      ld({
        '@type': 'NewsArticle',
        headline: TITLE,
        hasPart: [other],
        comment: [{ '@type': 'Comment', dateCreated: '2018-01-01' }],
      }),
    ],
    ['of an organisation', ld({ '@type': 'Organization', foundingDate: '1899-01-01', dateCreated: '1899-01-01' })],
  ])('is never one %s', (_what, head) => {
    expect(published({ head })).toBeUndefined();
  });
});

describe('the publication date in meta elements', () => {
  test.each([
    ['<meta property="article:published_time" content="2014-03-30T23:30:00-05:00">'],
    ['<meta name="pubdate" content="20140330">'],
    ['<meta name="pubdate" content="20140330T081500+0200">'],
    ['<meta name="parsely-pub-date" content="1396180800">'],
    ['<meta itemprop="datePublished" content="March 30, 2014 10:05 am">'],
    ['<meta name="date" content="2014-03-30">'],
    [
      '<meta property="article:modified_time" content="2014-05-01"><meta property="article:published_time" content="2014-03-30">',
    ],
    ['<meta property="article:published_time" content="0001-01-01T00:00:00Z"><meta name="date" content="2014-03-30">'],
    ['<meta property="article:published_time" content="1970-01-01"><meta name="date" content="2014-03-30">'],
  ])('is read: %s', (head) => {
    expect(published({ head })).toBe('2014-03-30 meta');
  });

  test('is that of the publisher’s own zone where the address or the page has it', () => {
    const head = '<meta property="article:published_time" content="2014-03-31T03:10:00Z">';
    expect(published({ head })).toBe('2014-03-31 meta');
    expect(published({ head, url: 'https://example.org/2014/03/30/quay' })).toBe('2014-03-30 meta');
    expect(published({ head, byline: '<p>March 30, 2014</p>' })).toBe('2014-03-30 meta');
    // At noon in Greenwich it is the same day nearly everywhere.
    const noon = '<meta property="article:published_time" content="2014-03-31T12:10:00Z">';
    expect(published({ head: noon, url: 'https://example.org/2014/03/30/quay' })).toBe('2014-03-31 meta');
  });

  test('is a visible date if the meta element does not state the meaning of its date', () => {
    const head = '<meta name="date" content="2015-01-01">';
    expect(published({ head, byline: '<time datetime="2014-03-30">30 March</time>' })).toBe('2014-03-30 time-element');
  });
});

describe('the publication date that an article shows', () => {
  test.each([
    ['<time datetime="2014-03-30T10:00:00+01:00">Sunday</time>', '2014-03-30 time-element'],
    ['<time>March 30, 2014</time>', '2014-03-30 time-element'],
    ['<time datetime="20140330">30 Mar</time>', '2014-03-30 time-element'],
    ['<p class="meta"><time>30 Mar 2014</time> by Ann Oduya</p>', '2014-03-30 time-element'],
    ['<div class="date">30 March 2014</div>', '2014-03-30 byline'],
    ['<span class="publishing-date">30.03.2014</span>', '2014-03-30 byline'],
    ['<p>By Ann Oduya | 30 March 2014</p>', '2014-03-30 byline'],
    ['<p>Sunday March 30, 2014 10:05 am PDT by Ann Oduya</p>', '2014-03-30 byline'],
    ['<p>Updated: 7 May 2014</p><p>Published: 30 March 2014</p>', '2014-03-30 byline'],
    ['<p>Updated 7 May 2014, 10:30 · Published 30 March 2014</p>', '2014-03-30 byline'],
    ['<p>Veröffentlicht am 30. März 2014, aktualisiert am 2. April 2014</p>', '2014-03-30 byline'],
    ['<p>Mis à jour le 2 avril 2014, publié le 30 mars 2014</p>', '2014-03-30 byline'],
    ['<p>Publicado el 30 de marzo de 2014</p>', '2014-03-30 byline'],
    ['<p>Pubblicato il 30 marzo 2014</p>', '2014-03-30 byline'],
    ['<p>Publicado em 30 de março de 2014</p>', '2014-03-30 byline'],
    ['<p>Gepubliceerd op 30 maart 2014</p>', '2014-03-30 byline'],
    ['<p>Opublikowano 30 marca 2014</p>', '2014-03-30 byline'],
    ['<p>Publicerad 30 mars 2014</p>', '2014-03-30 byline'],
    ['<p>Publikováno 30. března 2014</p>', '2014-03-30 byline'],
    ['<p>Stand: 30.03.2014, 10:15 Uhr</p>', '2014-03-30 byline'],
    [
      '<p>Karlsruhe, (30.03.2014). Der Hafen wird nach einer knappen Abstimmung geschlossen, sagte der Rat am Abend.</p>',
      '2014-03-30 byline',
    ],
  ])('is read: %s', (byline, expected) => {
    expect(published({ byline })).toBe(expected);
  });

  test.each([
    ['a comment', { after: '<section class="comments"><time datetime="2019-01-01">1 January</time></section>' }],
    [
      'a box of other articles',
      { after: '<div class="related-posts"><time datetime="2019-01-01">1 January</time></div>' },
    ],
    ['an aside', { after: '<aside><p>Published: 1 January 2019</p></aside>' }],
    [
      'a consent dialog',
      { byline: '<div role="dialog"><p>Last revised: 1 January 2019</p><p>Published: 1 January 2019</p></div>' },
    ],
    [
      'a card that is a link',
      { after: '<a href="/b"><h3>The mill pond</h3><time datetime="2019-01-01">1 January</time></a>' },
    ],
    [
      'prose',
      { byline: '<p>A history of the quay, published on 3 March 1999, had warned that the piles were rotten.</p>' },
    ],
    [
      'an entry of a chronicle',
      {
        byline:
          '<ul><li>4 June 1989 – Mill closed</li><li>5 May 1990 – Dam opened</li><li>6 May 1993 – Dam burst</li></ul>',
      },
    ],
    ['a row of a table', { byline: '<table><tr><td>4 June 1989</td><td>Mill closed</td></tr></table>' }],
    ['a line between paragraphs', { byline: `${story}<p>Mill closed for ever on the evening of 4 June 1989</p>` }],
    [
      'a time within prose',
      {
        byline:
          '<p>The board said in a statement of <time datetime="1999-03-03">3 March 1999</time> that the piles of the old quay were rotten and must go.</p>',
      },
    ],
    ['placeholders', { byline: '<time datetime="1970-01-01T00:00:00Z">x</time>' }],
    ['a month without a day', { byline: '<p>March 2014</p>' }],
    ['a copyright line', { after: '<footer>© 2009–2019 Westhaven Post</footer>' }],
    ['numbers in unknown order', { byline: '<p>3/4/2014</p>' }],
    ['the slug of an address', { url: 'https://example.org/remembering-the-raid-of-1943-05-17/' }],
  ])('is never that of %s', (_what, parts) => {
    expect(published(parts)).toBeUndefined();
  });

  test('is never the day that a page shows at its top', () => {
    const column = `<div><div><div><div><article><h1>${TITLE}</h1>${story}</article></div></div></div></div>`;
    const page = (top: string) =>
      `<html lang="en"><title>${TITLE} - Post</title><body>${top}<div>${column}</div></body></html>`;
    for (const top of [
      '<header>Wednesday, 19 August 2020</header>',
      '<div><span class="date">19 August 2020</span></div>',
    ])
      expect(readHtml(page(top)).publishedAt).toBeUndefined();
    const local = page('').replace('<article>', '<article><p>19 August 2020</p>');
    expect(readHtml(local).publishedAt).toBe('2020-08-19');
  });

  test('is that of a change where nothing else is said', () => {
    expect(published({ byline: '<p>Last updated: 7 May 2014</p>' })).toBe('2014-05-07 byline');
    const head = '<meta property="article:modified_time" content="2014-05-07">';
    expect(published({ head, url: 'https://example.org/2014/03/30/quay' })).toBe('2014-03-30 url');
  });
});

describe('a date of publication that has not come', () => {
  const head = '<meta property="article:published_time" content="2099-01-01T00:00:00Z">';
  const html = (more: string): string =>
    `<html><head><title>${TITLE}</title>${head}${more}</head><body><article><h1>${TITLE}</h1>${story}</article></body></html>`;
  const day = (more: string, today?: string): string | undefined =>
    readHtml(html(more), today === undefined ? {} : { today }).publishedAt;

  test('is not believed', () => expect(day('', '2020-02-04')).toBeUndefined());
  test('gives way to another', () =>
    expect(day('<meta name="date" content="2020-02-03">', '2020-02-04')).toBe('2020-02-03'));
  test('may be tomorrow, where tomorrow has begun', () => expect(day('', '2098-12-31')).toBe('2099-01-01T00:00:00Z'));
  test('is accepted if nothing else states the day', () => expect(day('')).toBe('2099-01-01T00:00:00Z'));
});

test('a time element in the head goes before the date of a change', () => {
  const head = '<meta property="article:modified_time" content="2016-05-07"><time datetime="2014-03-30">30 Mar</time>';
  expect(published({ head })).toBe('2014-03-30 time-element');
});

describe('the date of an event that a page announces is not that of its publication', () => {
  test.each([
    ['<p>Date: 3 May 2019, 7 pm, Town Hall</p>'],
    ['<p>When: Friday, 3 May 2019, 19:30</p>'],
    ['<p>Date: 3 May 2019<br>Venue: Old Mill</p>'],
    ['<ul><li>Date: 3 May 2019</li><li>Time: 7 pm</li><li>Place: Old Mill</li></ul>'],
    ['<p>Thursday 3 May 2019, doors 7 pm</p>'],
    ['<p class="date">Concert: 3 May 2019, 8pm</p>'],
    ['<p>Deadline: 3 May 2019</p>'],
    ['<p>Date of birth: 3 May 1919</p>'],
    ['<p>Datum: 3. Mai 2019, 19 Uhr, Rathaus</p>'],
    ['<div class="event-date">3 May 2019</div>'],
  ])('%s', (byline) => expect(published({ byline })).toBeUndefined());

  test.each([
    ['<p>Date: 3 May 2019</p>'],
    ['<p>3 May 2019, 7 pm</p>'],
    ['<p>Published: 3 May 2019, 7 pm</p>'],
    ['<p>By Ann Hill, 3 May 2019</p>'],
  ])('but %s is', (byline) => expect(published({ byline })).toBe('2019-05-03 byline'));
});
