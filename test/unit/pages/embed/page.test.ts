import { createHash } from 'node:crypto';
import { webUrl } from '../../../../shared/display/web-url.ts';
import { embedCsp } from '../../../../shared/pages/embed/csp.ts';
import { writeOembed } from '../../../../shared/pages/embed/oembed.ts';
import { writeEmbedPage } from '../../../../shared/pages/embed/write.ts';
import { readView, WHOLE } from '../../../../shared/timeline/view.ts';
import { pageModel } from '../../../browser/fixture-service.ts';
import { SKY } from '../../../browser/sky-events.ts';

const BASE = 'https://dateline.example';
const page = (query = '') =>
  writeEmbedPage(
    pageModel('sky', { title: 'Sky', events: SKY }, query ? readView(new URLSearchParams(query)) : WHOLE, BASE),
  );

test('the policy allows the one style of the page by its hash, and no inline script at all', () => {
  const style = /<style>(.*?)<\/style>/s.exec(page())?.[1] ?? '';
  const csp = embedCsp({ baseUrl: BASE });
  expect(csp).toContain(`style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`);
  expect(csp).not.toContain('unsafe');
  expect(page()).not.toMatch(/\sstyle="|\son\w+="/);
});

test('any site may frame the page by default', () => {
  expect(embedCsp({ baseUrl: BASE })).toContain('frame-ancestors *');
  expect(embedCsp({ baseUrl: BASE, frameAncestors: ['https://a.example'] })).toContain(
    'frame-ancestors https://a.example',
  );
});

test('every link of a private timeline’s page carries its token', () => {
  const links = [...page('token=secret&modality=planned').matchAll(/href="(\?[^"]*)"/g)].map((found) => found[1]);
  expect(links.length).toBeGreaterThan(10);
  expect(links.filter((link) => !link?.includes('token=secret'))).toEqual([]);
});

test('a page of the same timeline is the same bytes, so that its ETag holds', () => expect(page()).toBe(page()));

test('a page in a right-to-left language declares its direction', () => {
  const html = writeEmbedPage({ ...pageModel('sky', { title: 'سماء', events: SKY }, WHOLE, BASE), language: 'ar' });
  expect(html).toContain('<html lang="ar" dir="rtl"');
});

test('a page of key moments states the range of all events', () => {
  const model = pageModel('sky', { title: 'Sky', events: SKY }, WHOLE, BASE);
  const rangeOf = (html: string) => /<bdi class="span">(.*?)<\/bdi>/.exec(html)?.[1];
  const [moment] = model.events;
  if (!moment) throw new Error('the sample has events');
  const moments = writeEmbedPage({ ...model, events: [moment], next: null, moments: [moment.id] });
  expect(rangeOf(moments)).toMatch(/^\d+ BC – 20\d\d$/);
});

test('oEmbed stays within the size that the embedding page allows', () => {
  expect(writeOembed({ baseUrl: BASE, slug: 'sky', title: 'Sky', maxwidth: 400, maxheight: 300 })).toMatchObject({
    version: '1.0',
    type: 'rich',
    width: 400,
    height: 300,
  });
});

test.each([
  ['https://example.org/a?b=c#d', 'https://example.org/a?b=c#d'],
  ['javascript:alert(1)', undefined],
  ['java\nscript:alert(1)', undefined],
  ['data:text/html,x', undefined],
  ['//example.org', undefined],
  ['https://bank.example@evil.example/', undefined],
  [undefined, undefined],
])('of addresses only plain web ones are linked: %s', (given, kept) => expect(webUrl(given)).toBe(kept));
