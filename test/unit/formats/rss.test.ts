import { parseRssFeed } from 'feedsmith';
import { writeRss } from '../../../shared/formats/rss/write.ts';
import { DATES, eventOf, HOSTILE, timelineOf } from './sample-timeline.ts';

/** As a feed reader opens it. */
const opened = (text: string) => parseRssFeed(text);

test('a feed reader finds the channel, its own address, and its items', () => {
  const timeline = timelineOf([eventOf({ attribution: 'Kamm' })]);
  const feed = opened(writeRss(timeline));
  expect(feed).toMatchObject({
    title: timeline.title,
    link: timeline.url,
    description: timeline.description,
    lastBuildDate: 'Tue, 24 Nov 2026 06:00:00 GMT',
  });
  expect(feed.atom?.links?.[0]).toMatchObject({ href: timeline.selfUrl, rel: 'self' });
  expect(feed.items?.[0]).toMatchObject({
    title: 'August 9, 2019: The harbour bridge opens to traffic',
    link: 'https://courier.example/bridge?a=1&b=2',
    guid: { value: 'ev-1', isPermaLink: false },
    pubDate: 'Sat, 10 Aug 2019 07:30:00 GMT',
  });
  expect(feed.items?.[0]?.description).toContain('<blockquote>The harbour bridge opens to traffic.</blockquote>');
  expect(feed.items?.[0]?.description).toContain('Kamm, courier.example, 2019-08-10');
});

test('items are ordered by publication, newest first, whatever the order of their events; items without a date come last', () => {
  const published = (id: string, publishedAt: string | undefined) => eventOf({ id, publishedAt });
  const feed = opened(
    writeRss(
      timelineOf([
        published('none', undefined),
        published('old', '2001-01-01'),
        published('new', '2026-11-01T00:00:00Z'),
        eventOf({ id: 'editor', withoutEvidence: true }),
        published('middle', '2019-08-10'),
      ]),
    ),
  );
  expect(feed.items?.map(({ guid }) => guid?.value)).toEqual(['new', 'middle', 'old', 'none', 'editor']);
});

test('the event’s own date is EDTF beside the publication’s, BCE and uncertain ones too', () => {
  const feed = opened(writeRss(timelineOf([eventOf({ date: DATES.ides }), eventOf({ id: 'b', date: DATES.circa })])));
  expect(feed.items?.map(({ dcterms }) => dcterms?.temporals?.[0])).toEqual(['-0043-03-15', '1850~']);
  expect(feed.items?.map(({ title }) => title?.split(':')[0])).toEqual(['15 March 44 BC', 'about 1850']);
});

test('the title marks an event that is not asserted', () => {
  const [item] = opened(writeRss(timelineOf([eventOf({ modality: 'hypothetical' })]))).items ?? [];
  expect(item?.title).toContain('Hypothetical: ');
  expect(item?.categories?.[0]).toMatchObject({ name: 'hypothetical', domain: 'modality' });
});

test('a publication time without an offset is not read in the zone of the machine', () => {
  const [item] = opened(writeRss(timelineOf([eventOf({ publishedAt: '2019-08-10T09:30:00' })]))).items ?? [];
  expect(item?.pubDate).toBe('Sat, 10 Aug 2019 09:30:00 GMT');
});

test.each(['javascript:alert(1)', 'data:text/html,x', 'java\nscript:alert(1)', 'not a url', undefined])(
  'an item never links to %j',
  (url) => {
    const [item] = opened(writeRss(timelineOf([eventOf({ url })]))).items ?? [];
    expect(item?.link).toBe('https://timelines.example.org/embed/harbour');
  },
);

test.each(HOSTILE)('text is escaped in XML and in the HTML that readers show: %j', (words) => {
  const event = eventOf({
    title: words,
    sentence: words,
    attribution: words,
    entities: [{ id: 'x', name: words, kind: 'person' }],
  });
  const text = writeRss(timelineOf([event], { title: words, description: words }));
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what XML 1.0 forbids
  expect(text).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
  const feed = opened(text);
  expect(feed.items).toHaveLength(1);
  const tags = feed.items?.[0]?.description?.match(/<\/?[a-z]+/g) ?? [];
  expect([...new Set(tags)].sort()).toEqual(['</blockquote', '</p', '<blockquote', '<p']);
});
