import * as z from 'zod/mini';
import { parse, readJson, readQuery } from '../../../shared/http/parse.ts';
import { problemOf } from '../../../shared/http/problem.ts';
import { ArticleInput } from '../../../shared/http/schemas/article.ts';
import { IsoDay, IsoDayOrTime, Slug } from '../../../shared/http/schemas/primitives.ts';
import { DatelineError } from '../../../shared/kernel/dateline-error.ts';

function faultOf(work: () => unknown): { code: string; field: unknown; detail: string } {
  try {
    work();
  } catch (error) {
    const { code, field, detail } = problemOf(error);
    return { code, field, detail };
  }
  throw new Error('nothing was refused');
}

describe('an article as it is sent', () => {
  const text = 'It was opened in 1937.';

  test.each([
    ['no body at all', {}, 'text', 'text: must be given, or html'],
    ['both bodies', { text, html: '<p>' }, 'html', 'html: must not be given together with text'],
    ['white space alone', { text: ' \n\t' }, 'text', 'text: must not be empty'],
    [
      'half a surrogate pair, whose offsets no other program would agree on',
      { text: `${text}\ud83d` },
      'text',
      /surrogate/,
    ],
    ['a text that is a number', { text: 7 }, 'text', 'text: must be a string'],
    [
      'a day that is none',
      { text, publishedAt: '2013-02-30' },
      'publishedAt',
      'publishedAt: must be a day that exists',
    ],
    ['an hour that is none', { text, publishedAt: '2013-02-03T25:00:00Z' }, 'publishedAt', /time of day/],
    ['an address that is no web address', { text, url: 'javascript:alert(1)' }, 'url', /absolute http/],
    ['a title of two lines, which would break a header or a feed', { text, title: 'a\r\nb' }, 'title', /one line/],
    ['a field that nobody knows', { text, titel: 'a' }, 'titel', 'titel: is not known here'],
    ['the third tag', { text, tags: ['a', 'b', 3] }, 'tags.2', 'tags.2: must be a string'],
    ['a collection with a slash', { text, collection: 'a/b' }, 'collection', /must be 1 to 64/],
  ])('is refused for %s', (_why, body, field, detail) => {
    const fault = faultOf(() => parse(ArticleInput, body, 'body'));
    expect(fault).toEqual({
      code: 'request.invalid',
      field,
      detail: typeof detail === 'string' ? detail : expect.stringMatching(detail),
    });
  });

  test('is too large by its bytes, not its characters', () => {
    const code = (length: number) => faultOf(() => parse(ArticleInput, { text: 'é'.repeat(length) }, 'body')).code;
    expect(code(524_289)).toBe('request.too-large');
    expect(parse(ArticleInput, { text: 'é'.repeat(524_288) }, 'body').text).toHaveLength(524_288);
  });

  test('goes to the collection main by default', () => {
    expect(parse(ArticleInput, { text }, 'body')).toEqual({ text, collection: 'main' });
  });

  test('names every field at fault, each once', () => {
    try {
      parse(ArticleInput, { text: '', url: 'x', publishedAt: 'x', tags: 'x' }, 'body');
      throw new Error('nothing was refused');
    } catch (error) {
      expect(problemOf(error).errors?.map(({ field }) => field)).toEqual(['text', 'url', 'publishedAt', 'tags']);
    }
  });
});

describe('days', () => {
  test.each(['0000-02-29', '-0043-03-15', '9999-12-31', '-9999-01-01', '2000-02-29'])('%s exists', (day) => {
    expect(IsoDay.safeParse(day).success).toBe(true);
  });
  test.each([
    '1900-02-29',
    '-0000-01-01',
    '10000-01-01',
    '2013-1-1',
    ' 2013-01-01',
    '2013-01-01T00:00:00Z',
    '٢٠١٣-٠١-٠١',
  ])('%s does not', (day) => {
    expect(IsoDay.safeParse(day).success).toBe(false);
  });
  test.each([
    '2014-03-30',
    '2014-03-30T09:00',
    '2014-03-30T09:00:00.123+08:00',
    '2014-03-30 09:00:00Z',
    '2014-06-30T23:59:60Z',
  ])('%s is accepted as a publication date', (time) => {
    expect(IsoDayOrTime.safeParse(time).success).toBe(true);
  });
});

test('a slug needs no escape in a URL and cannot contain a path', () => {
  for (const slug of ['a', 'bridges-2012', 'x_y', '0'])
    expect([slug, Slug.safeParse(slug).success]).toEqual([slug, true]);
  for (const slug of ['', '-a', 'a-', 'A', 'история', '..', 'a/b', 'a b', 'a%2fb', 'x'.repeat(65)]) {
    expect([slug, Slug.safeParse(slug).success]).toEqual([slug, false]);
  }
});

describe('a query string', () => {
  const schema = z.strictObject({
    limit: z._default(z.int(), 5),
    tag: z.exactOptional(z.array(z.string())),
    name: z.exactOptional(z.string()),
  });
  const read = (search: string) => parse(schema, readQuery(schema, new URLSearchParams(search)), 'query');

  test('gives numbers as numbers and repeated filters as lists', () => {
    expect(read('limit=10&tag=a&tag=b&name=12')).toEqual({ limit: 10, tag: ['a', 'b'], name: '12' });
    expect(read('')).toEqual({ limit: 5 });
  });

  test.each(['limit=1e3', 'limit=0x10', 'limit=', 'limit= 5', 'limit=5.5', 'limit=99999999999999999999'])(
    '%s is no number',
    (search) => {
      expect(faultOf(() => read(search)).field).toBe('limit');
    },
  );

  test('refuses a single-valued parameter that is given twice', () => {
    expect(faultOf(() => read('name=a&name=b'))).toMatchObject({
      field: 'name',
      detail: 'name: may be given only once',
    });
  });

  test('cannot set a property of JavaScript objects', () => {
    expect(faultOf(() => read('__proto__=1')).field).toBe('__proto__');
    expect(faultOf(() => read('constructor=1')).field).toBe('constructor');
  });
});

describe('a JSON body', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);

  test('is read as UTF-8, byte order mark and all', () => {
    expect(readJson(bytes('\ufeff{"a":"é"}'))).toEqual({ a: 'é' });
  });

  test.each([
    ['cut in the middle of a character', new Uint8Array([0x22, 0xc3])],
    ['in Latin-1', new Uint8Array([0x22, 0xe9, 0x22])],
    ['cut short', bytes('{"a":')],
    ['empty', bytes('')],
  ])('%s is malformed', (_why, body) => {
    expect(faultOf(() => readJson(body)).code).toBe('request.malformed');
  });

  test('may be 32 levels deep and no deeper', () => {
    const nested = (levels: number) => bytes(`${'['.repeat(levels)}${']'.repeat(levels)}`);
    expect(() => readJson(nested(32))).not.toThrow();
    expect(faultOf(() => readJson(nested(33))).code).toBe('request.invalid');
    expect(faultOf(() => readJson(nested(100_000))).code).toBe('request.invalid');
  });
});

describe('a problem', () => {
  test('shows nothing of an internal error', () => {
    const inside = new TypeError('connect ECONNREFUSED 10.0.0.7:8000');
    for (const error of [inside, new DatelineError('no.such-code', 'secret'), 'text', undefined]) {
      expect(problemOf(error)).toEqual({
        type: '/docs#internal.error',
        title: 'Something went wrong here',
        status: 500,
        detail: 'The request was fine; the service was not. It has been logged.',
        code: 'internal.error',
      });
    }
  });

  test('repeats an unknown field name only if its letters are safe', () => {
    const fault = faultOf(() => parse(z.strictObject({}), { 'a\r\nSet-Cookie: b\u202e': 1 }, 'body'));
    expect(fault.field).toBe('a??Set-Cookie: b?');
  });
});
