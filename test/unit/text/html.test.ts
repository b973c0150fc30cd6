import { readHtml } from '../../../shared/text/html.ts';
import { visibleText } from '../../../shared/text/visible-text.ts';

const story = '<p>The council voted on Friday to close the harbour. The vote was close.</p>'.repeat(12);
const page = (head: string, body = story): string =>
  `<html lang="en"><head><title>Harbour to close</title>${head}</head><body><nav><a href="/">Home</a></nav><article><h1>Harbour to close</h1>${body}</article><footer>About us</footer></body></html>`;

describe('the article of a page', () => {
  test('is its text, paragraphs apart, without menus and scripts', async () => {
    const { text, title, language } = await readHtml(page('<script>var x = "Friday";</script>'));
    expect(text).toContain('The council voted on Friday to close the harbour.');
    expect(text.split('\n\n').length).toBeGreaterThanOrEqual(12);
    expect(text).not.toMatch(/Home|About us|var x/);
    expect(title).toBe('Harbour to close');
    expect(language).toBe('en');
  });

  test('names the source of its publication date, most reliable first', async () => {
    const jsonLd =
      '<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","datePublished":"2014-03-30T05:51:00+08:00"}]}</script>';
    const meta = '<meta property="article:published_time" content="2014-04-01T10:00:00Z">';
    const time = '<time datetime="2014-04-02">2 April</time>';
    const byline = '<span class="byline-date">3 April 2014</span>';
    const url = 'https://example.org/2014/04/04/harbour';
    const read = async (head: string, body: string) => {
      const { publishedAt, publishedAtSource } = await readHtml(page(head, body + story), { url });
      return [publishedAt, publishedAtSource];
    };
    expect(await read(jsonLd + meta, time + byline)).toEqual(['2014-03-30T05:51:00+08:00', 'json-ld']);
    expect(await read(meta, time + byline)).toEqual(['2014-04-01T10:00:00Z', 'meta']);
    expect(await read('', time + byline)).toEqual(['2014-04-02', 'time-element']);
    expect(await read('', byline)).toEqual(['2014-04-03', 'byline']);
    expect(await read('', '')).toEqual(['2014-04-04', 'url']);
  });

  test('has no publication date where the page states none', async () => {
    expect((await readHtml(page(''))).publishedAt).toBeUndefined();
    expect((await readHtml(page('<meta name="date" content="soon">'))).publishedAt).toBeUndefined();
  });

  test('reads broken JSON-LD for its date', async () => {
    expect(
      (await readHtml(page('<script type="application/ld+json">{"datePublished": "2014-03-30", broken</script>')))
        .publishedAt,
    ).toBe('2014-03-30');
  });

  test('gives the canonical address, resolved', async () => {
    expect(
      (await readHtml(page('<link rel="canonical" href="/a?b=1&amp;c=2">'), { url: 'https://example.org/x' }))
        .canonicalUrl,
    ).toBe('https://example.org/a?b=1&c=2');
    expect((await readHtml(page('<link rel="canonical" href="javascript:alert(1)">'))).canonicalUrl).toBeUndefined();
  });
});

describe('input that is not a page', () => {
  test.each([
    ['empty', ''],
    ['plain text', 'The council voted on Friday.'],
    ['cut off in a tag', '<p>The council <a href="'],
    ['all script', `<script>${'x<y;'.repeat(50_000)}`],
    ['nested a hundred thousand deep', `${'<div>'.repeat(100_000)}deep`],
    ['closed without being opened', `${'</div>'.repeat(10_000)}<p>The council voted.</p>`],
    ['angle brackets only', '<'.repeat(200_000)],
    ['unclosed meta elements', '<meta '.repeat(50_000)],
    ['attributes that never end', '<div class="'.repeat(50_000)],
    ['entities that are none', '&#xffffff; &#0; &bogus; &#55296;'],
    ['a comment that never ends', `<p>Before.</p><!-- ${'-'.repeat(100_000)}`],
  ])('gives a text within five seconds and never throws: %s', async (_what, html) => {
    const began = process.cpuUsage();
    const { text } = await readHtml(html);
    expect(typeof text).toBe('string');
    const spent = process.cpuUsage(began);
    expect((spent.user + spent.system) / 1e6).toBeLessThan(5);
  });

  test('keeps the readable text of broken markup', async () => {
    expect((await readHtml('<p>The council <b>voted')).text).toBe('The council voted');
    expect(visibleText('a &lt; b &amp;&nbsp;c<br>d')).toBe('a < b & c\nd');
  });
});
