import MarkdownIt from 'markdown-it';
import { writeMd } from '../../../shared/formats/md/write.ts';
import { DATES, eventOf, HOSTILE, timelineOf } from './sample-timeline.ts';

/** The most credulous reader: HTML passes, bare addresses become links, as on many sites. */
const rendered = (text: string): string => new MarkdownIt({ html: true, linkify: true }).render(text);
const plainText = (html: string): string =>
  html
    .replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');

test('one heading per year, one entry per event, its sentence quoted with a link to the article', () => {
  const html = rendered(
    writeMd(timelineOf([eventOf({ attribution: 'Kamm' }), eventOf({ id: 'b', title: 'It closes again' })])),
  );
  expect(html).toContain('<h1>The harbour, year by year</h1>');
  expect(html.match(/<h2>2019<\/h2>/g)).toHaveLength(1);
  expect(html.match(/<li>/g)).toHaveLength(2);
  expect(html).toContain('<strong>August 9, 2019</strong> — The harbour bridge opens to traffic');
  expect(html).toMatch(/<blockquote>\s*<p>The harbour bridge opens to traffic\.<\/p>/);
  expect(html).toContain('<a href="https://courier.example/bridge?a=1&amp;b=2">Kamm, courier.example, 2019-08-10</a>');
});

test('uncertain dates and BCE dates are written in words', () => {
  const html = rendered(
    writeMd(
      timelineOf([eventOf({ date: DATES.ides }), eventOf({ id: 'b', modality: 'predicted', date: DATES.midYear })]),
    ),
  );
  expect(html).toContain('<h2>44 BC</h2>');
  expect(html).toContain('<strong>15 March 44 BC</strong>');
  expect(html).toContain('<strong>mid-2012 (some time in May – Aug 2012)</strong> — Predicted: The harbour');
});

test('a reader of the raw file sees dates and names as they are', () => {
  expect(writeMd(timelineOf([eventOf()]))).toContain('[courier.example, 2019-08-10]');
});

test('the file ends with the number of events it leaves out', () => {
  expect(rendered(writeMd(timelineOf([eventOf()], { total: 3 })))).toContain('<em>2 of 3 events are not in this file');
});

test('no link has an address that a browser would execute', () => {
  expect(rendered(writeMd(timelineOf([eventOf({ url: 'javascript:alert(1)' })])))).not.toMatch(/<a /);
});

test.each([
  ['https://courier.example/a)b>c"d[e]_f_', 'https://courier.example/a)b%3Ec%22d%5Be%5D_f_'],
  ['https://courier.example/?q=\\>x', 'https://courier.example/?q=%5C%3Ex'],
  ['https://courier.example/?q=\\*a\\*', 'https://courier.example/?q=%5C*a%5C*'],
])('an address neither ends its link early nor loses a character: %j', (url, href) => {
  const html = rendered(writeMd(timelineOf([eventOf({ url })])));
  expect(/<a href="([^"]*)"/.exec(html)?.[1]).toBe(href);
});

test.each([
  ...HOSTILE,
  'see https://evil.example and www.evil.example',
  'write to me@evil.example',
  '<https://evil.example>',
])('text is escaped and never read as markup, even with HTML allowed: %j', (words) => {
  const event = eventOf({ title: words, sentence: words, attribution: words });
  const html = rendered(writeMd(timelineOf([event], { title: words, description: words })));
  const tags = [...html.matchAll(/<(\/?[a-z0-9]+)([^>]*)>/g)].map(([, tag, more]) => `${tag}${more}`);
  const ours = /^\/?(h1|h2|ul|li|p|strong|blockquote)$|^a href="https:\/\/courier\.example\/[^"]*"$|^\/a$/;
  expect(tags.filter((tag) => !ours.test(tag))).toEqual([]);
  const title = plainText(/<h1>(.*)<\/h1>/.exec(html)?.[1] ?? '');
  // CommonMark §2.3 replaces NUL.
  expect(title).toBe(words.replace(/\s+/g, ' ').trim().replaceAll('\0', '\ufffd'));
});

test('events that began before the timeline come last, under a heading that says so', () => {
  const long = { ...DATES.war, start: '1707-01-01', end: '2020-12-31', display: '1707–2020' };
  const events = [eventOf({ id: 'long', title: 'The two ports share a pilot', date: long }), eventOf()];
  const html = rendered(writeMd({ ...timelineOf(events), from: '1957-01-01' }));
  expect([...html.matchAll(/<h2>(.*?)<\/h2>/g)].map(([, heading]) => heading)).toEqual([
    '2019',
    'Began before 1 Jan 1957',
  ]);
});
