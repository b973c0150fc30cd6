import { type Markup, markup, written } from '../../display/markup.ts';
import { bestEvidence, dateSaid, evidenceUrl, leftOutSaid, sourceSaid, titleSaid } from '../../display/plain-text.ts';
import type { TimelineEvent } from '../../events/event.ts';
import type { TimelineDocument } from '../../timeline/timeline-document.ts';

/**
 * Writes RSS 2.0, newest evidence first, as feed readers expect. As the standard defines, `pubDate` is the day the item
 * was published: that of the article. The event's own date is in the title and in `dcterms:temporal` as EDTF, including
 * BCE and uncertain dates.
 */
export function writeRss(timeline: TimelineDocument): string {
  const items = [...timeline.events].sort(newestFirst);
  const description = [timeline.description ?? timeline.title, leftOutSaid(timeline.events.length, timeline.total)]
    .filter((part) => part !== undefined)
    .join(' ');
  const feed = markup`<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dcterms="http://purl.org/dc/terms/">
<channel>
<title>${timeline.title}</title>
<link>${timeline.url}</link>
<description>${description}</description>
<lastBuildDate>${rfc822(instantOf(timeline.updatedAt))}</lastBuildDate>
<ttl>60</ttl>
<generator>Dateline</generator>
<atom:link href="${timeline.selfUrl}" rel="self" type="application/rss+xml"/>
${items.map((event) => item(event, timeline))}</channel>
</rss>
`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${written(feed)}`;
}

function item(event: TimelineEvent, timeline: TimelineDocument): Markup {
  const published = rfc822(publishedAt(event));
  return markup`<item>
<title>${`${event.date.display}: ${titleSaid(event)}`}</title>
<link>${evidenceUrl(event) ?? timeline.url}</link>
<guid isPermaLink="false">${event.id}</guid>
${published && markup`<pubDate>${published}</pubDate>\n`}<description>${written(body(event))}</description>
<dcterms:temporal>${event.date.edtf}</dcterms:temporal>
<category domain="modality">${event.modality}</category>
${event.entities.map(({ name }) => markup`<category>${name}</category>\n`)}</item>
`;
}

/** HTML, which feed readers expect: escaped here as HTML, and again as XML when it is inserted. */
function body(event: TimelineEvent): Markup {
  const sentence = bestEvidence(event)?.sentence;
  const source = sourceSaid(event);
  const parts = [
    markup`<p>${dateSaid(event)}</p>`,
    sentence !== undefined && markup`<blockquote>${sentence}</blockquote>`,
    source !== '' && markup`<p>— ${source}</p>`,
  ];
  return markup`${parts}`;
}

/** Compares without subtraction, which would yield NaN for events without evidence. */
const newestFirst = (a: TimelineEvent, b: TimelineEvent): number => {
  const [one, other] = [publishedAt(a), publishedAt(b)];
  return one === other ? 0 : other > one ? 1 : -1;
};

const publishedAt = (event: TimelineEvent): number =>
  instantOf(bestEvidence(event)?.publishedAt) ?? Number.NEGATIVE_INFINITY;

/** RFC 822 with a four-digit year, in UTC; empty for an invalid date. */
const rfc822 = (instant: number | undefined): string =>
  instant === undefined || !Number.isFinite(instant) ? '' : new Date(instant).toUTCString();

/** Milliseconds since 1970. A date-time without an offset is read as UTC, so that the host's time zone has no influence. */
function instantOf(iso: string | undefined): number | undefined {
  if (iso === undefined) return undefined;
  const instant = Date.parse(/T[\d:.]+$/.test(iso) ? `${iso}Z` : iso);
  return Number.isNaN(instant) ? undefined : instant;
}
