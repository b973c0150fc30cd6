import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readFeed } from '../../../shared/formats/feeds/read.ts';
import { readOpml } from '../../../shared/formats/feeds/read-opml.ts';
import { listEvents, readOverview } from '../../../shared/http/operations/events.ts';
import { parse, readJson, readQuery } from '../../../shared/http/parse.ts';
import { seal, unseal } from '../../../shared/http/sealed.ts';
import { normaliseUrl, urlIdentity } from '../../../shared/ingest/article-url.ts';
import { decodeText } from '../../../shared/ingest/decode-text.ts';
import { DatelineError } from '../../../shared/kernel/dateline-error.ts';
import { fuzzTarget } from './fuzz-target.ts';

/** Bad input is refused with a code and words, never with another error. */
function isReadOrRefused(read: () => unknown): void {
  try {
    read();
  } catch (error) {
    assert.ok(error instanceof DatelineError, `another error: ${error}`);
  }
}

const feedPieces = fc.constantFrom(
  '<rss version="2.0">',
  '</channel></rss>',
  '<feed xmlns="http://www.w3.org/2005/Atom">',
  '{"version":"https://jsonfeed.org/version/1.1"',
  ',"items":[',
  ...`<channel> <item> <title> </title> </item> <![CDATA[ ]]> &lt; <!-- --> <entry> </entry> <urlset> <url> <loc> null ]} <!DOCTYPE <?xml \u0000 é`.split(
    ' ',
  ),
);
const opmlPieces = fc.constantFrom(
  '<opml version="2.0">',
  '</body></opml>',
  '<outline text="News">',
  '<outline type="rss" xmlUrl="https://news.example/rss"/>',
  '<outline xmlUrl="javascript:1"/>',
  ...'<head> <body> </outline> <!DOCTYPE <!ENTITY &amp; &x; <?xml <outline ]]> \u0000'.split(' '),
);
const documentOf = (pieces: fc.Arbitrary<string>) =>
  fc.array(fc.oneof(pieces, fc.string({ maxLength: 8 })), { maxLength: 30 }).map((parts) => parts.join(''));

/** Bytes that a server sends as a feed. */
export const feeds = fuzzTarget('feeds: any document', documentOf(feedPieces), (text) =>
  isReadOrRefused(() => readFeed(decodeText(Buffer.from(text), ''), 'https://news.test/rss')),
);

/** Bytes that a user uploads as subscriptions. */
export const subscriptions = fuzzTarget('OPML: any document', documentOf(opmlPieces), (text) =>
  isReadOrRefused(() => readOpml(text)),
);

/** Bodies of requests. */
export const bodies = fuzzTarget(
  'requests: any body',
  fc.oneof(
    fc.uint8Array({ maxLength: 200 }),
    fc.json().map((json) => new TextEncoder().encode(json)),
    fc.nat({ max: 2_000 }).map((depth) => new TextEncoder().encode(`${'['.repeat(depth)}${']'.repeat(depth)}`)),
  ),
  (bytes) => isReadOrRefused(() => readJson(bytes)),
);

const parameter = fc.oneof(
  fc.constantFrom(
    ...'from to match entity keyword source tag modality basis minImportance q collection limit cursor order top buckets __proto__'.split(
      ' ',
    ),
  ),
  fc.string({ maxLength: 8 }),
);
const value = fc.oneof(
  fc.constantFrom(...'2010 2010-06 -0044 2010-02-30 2010/2011 within asserted 0.5 1e9 -1 NaN main % \u0000'.split(' ')),
  fc.string({ maxLength: 30, unit: 'grapheme' }),
);

/** Query strings of lists and overviews. */
export const queries = fuzzTarget(
  'requests: any query string',
  fc.tuple(fc.constantFrom(listEvents, readOverview), fc.array(fc.tuple(parameter, value), { maxLength: 8 })),
  ([{ query }, pairs]) =>
    isReadOrRefused(() => query && parse(query, readQuery(query, new URLSearchParams(pairs)), 'query')),
);

const SECRET = 'a secret of the fuzz run';

/** Seals of cursors and tokens, whole and changed in one place. */
export const seals = fuzzTarget(
  'seals: changed in one place',
  fc.tuple(
    fc.jsonValue(),
    fc.oneof(fc.constant(-1), fc.nat()),
    fc.constantFrom(...'AZaz09-_.='),
    fc.string({ maxLength: 40 }),
  ),
  ([sealed, at, sign, other]) => {
    const whole = seal(sealed, 'cursor:list', SECRET);
    assert.equal(JSON.stringify(unseal(whole, 'cursor:list', [SECRET])), JSON.stringify(sealed));
    assert.equal(unseal(whole, 'cursor:other', [SECRET]), undefined);
    assert.equal(unseal(other, 'cursor:list', [SECRET]), undefined);
    // The last sign of base64url has bits that no byte needs: another spelling of the same bytes.
    const place = at < 0 ? whole.length - 1 : at % whole.length;
    const changed = `${whole.slice(0, place)}${sign}${whole.slice(place + 1)}`;
    if (changed !== whole) assert.equal(unseal(changed, 'cursor:list', [SECRET]), undefined);
  },
);

/** Addresses of articles. */
export const addresses = fuzzTarget(
  'addresses: any web address',
  fc.oneof(fc.webUrl({ withQueryParameters: true, withFragments: true }), fc.string({ maxLength: 60 })),
  (url) => {
    const once = normaliseUrl(url);
    if (once === undefined) return;
    assert.equal(normaliseUrl(once), once);
    const tracked = new URL(once);
    tracked.search = tracked.search === '' ? '?utm_source=x' : `${tracked.search}&utm_source=x`;
    assert.equal(urlIdentity(normaliseUrl(tracked.href) ?? ''), urlIdentity(once));
  },
);
