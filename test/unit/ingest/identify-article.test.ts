import { normaliseUrl } from '../../../shared/ingest/article-url.ts';
import { identifyArticle } from '../../../shared/ingest/identify-article.ts';

const body = { collection: 'main', text: 'The strike began on 14 May 1926.' };
const idOf = (url: string) => identifyArticle({ ...body, url }).id;

describe('the address of an article', () => {
  test.each([
    ['trackers go', 'https://a.example/x?utm_source=rss&id=7&fbclid=abc', 'https://a.example/x?id=7'],
    ['"came from the feed" goes', 'https://a.example/x?ref=rss&id=7', 'https://a.example/x?id=7'],
    ['a ref that names something stays', 'https://a.example/x?ref=chapter-2', 'https://a.example/x?ref=chapter-2'],
    ['a parameter f=1 may be a forum', 'https://a.example/x?f=1', 'https://a.example/x?f=1'],
    ['credentials are never kept', 'https://me:secret@a.example/x', 'https://a.example/x'],
    ['a token of the reader is never kept', 'https://a.example/x?id=7&access_token=s3cret', 'https://a.example/x?id=7'],
    ['nor is one whose name is escaped', 'https://a.example/x?acc%65ss_token=s3cret&id=7', 'https://a.example/x?id=7'],
    ['nor is a signed link', 'https://a.example/x?X-Amz-Credential=a&X-Amz-Signature=b&v=2', 'https://a.example/x?v=2'],
    ['nor is a subscriber’s gift', 'https://a.example/x?unlocked_article_code=1.a.b', 'https://a.example/x'],
    [
      'a name that only contains such a word stays',
      'https://a.example/x?tokens=3&passwords=no',
      'https://a.example/x?tokens=3&passwords=no',
    ],
    [
      'a token stays where it is a short number',
      'https://a.example/x?sid=10293&token=7',
      'https://a.example/x?sid=10293&token=7',
    ],
    [
      'and goes where it is long and random',
      'https://a.example/x?sid=8f14e45fceea167a5a36&id=7',
      'https://a.example/x?id=7',
    ],
    [
      'a slug is no token',
      'https://a.example/x?key=bridge-opens-in-1926-at-last',
      'https://a.example/x?key=bridge-opens-in-1926-at-last',
    ],
    ['a broken escape stays', 'https://a.example/x?%E0%A4=1', 'https://a.example/x?%E0%A4=1'],
    ['the fragment is a place in the page', 'https://A.example:443/x#comments', 'https://a.example/x'],
    ['a hash-bang is the page', 'https://a.example/#!/story/9', 'https://a.example/#!/story/9'],
    ['session ids in the path go', 'https://a.example/x;jsessionid=0A1B?id=7', 'https://a.example/x?id=7'],
    ['escapes have one spelling', 'https://a.example/%7euser/caf%c3%a9', 'https://a.example/~user/caf%C3%A9'],
  ])('%s', (_why, address, expected) => {
    expect(normaliseUrl(address)).toBe(expected);
  });

  test.each(['ftp://a.example/x', 'javascript:alert(1)', 'news/1.html', ''])(
    '%p is no address of an article',
    (address) => {
      expect(normaliseUrl(address)).toBeUndefined();
    },
  );
});

describe('the identity of an article', () => {
  test.each([
    'http://news.example/1926/strike/',
    'https://www.news.example/1926/strike',
    'https://news.example/1926/strike?utm_campaign=x#top',
    'https://news.example/1926/strike/index.html',
  ])('%s has one id', (url) => {
    expect(idOf(url)).toBe(idOf('https://news.example/1926/strike'));
  });

  test('parameters that are not trackers distinguish articles, whatever their order', () => {
    expect(idOf('https://n.example/?id=1&page=2')).toBe(idOf('https://n.example/?page=2&id=1'));
    expect(idOf('https://n.example/?id=1')).not.toBe(idOf('https://n.example/?id=2'));
  });

  test('a collection has its own articles', () => {
    expect(identifyArticle({ ...body, collection: 'other' }).id).not.toBe(identifyArticle(body).id);
  });

  test('without an address the text identifies the article, so a corrected date replaces it', () => {
    const first = identifyArticle({ ...body, publishedAt: '1926-05-15' });
    const corrected = identifyArticle({ ...body, text: ` ${body.text}\n`, publishedAt: '1926-05-16' });
    expect(corrected.id).toBe(first.id);
    expect(corrected.contentHash).not.toBe(first.contentHash);
  });

  test('the same article again has the same fingerprint, whichever feed brings it, in any order of its tags', () => {
    const first = identifyArticle({ ...body, url: 'https://n.example/1', tags: ['b', 'a'], feedId: 'f1' });
    const again = identifyArticle({
      ...body,
      url: 'https://n.example/1?utm_source=x',
      tags: ['a', 'b', 'a'],
      feedId: 'f2',
    });
    expect(again.contentHash).toBe(first.contentHash);
  });

  test('the source defaults to the site of the URL', () => {
    expect(identifyArticle({ ...body, url: 'https://www.scmp.example/1' }).source).toBe('scmp.example');
    expect(identifyArticle({ ...body, url: 'https://www.scmp.example/1', source: 'SCMP' }).source).toBe('SCMP');
  });

  test('an invalid URL is refused with the name of its field', () => {
    expect(() => identifyArticle({ ...body, url: 'ftp://n.example' })).toThrow(
      expect.objectContaining({ code: 'request.invalid' }),
    );
  });
});
