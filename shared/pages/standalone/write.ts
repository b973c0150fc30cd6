import { counted } from '../../display/counted.ts';
import { glyphImage } from '../../display/glyphs.ts';
import { type Markup, markup, trusted, written } from '../../display/markup.ts';
import { leftOutSaid } from '../../display/plain-text.ts';
import { markedSentence } from '../../display/sentence.ts';
import { precisionWords, stretchWords } from '../../display/words/en.ts';
import type { TimelineEvent } from '../../events/event.ts';
import { adjusted } from '../../timeline/curated-overview.ts';
import type { TimelineDocument } from '../../timeline/timeline-document.ts';
import { dateWords, modalityTag, sourceLine } from '../embed/list.ts';
import { drawMaps } from '../embed/map.ts';
import { EMBED_CSS } from '../embed/styles.ts';

/** Most buckets of the map. */
const BUCKETS = 40;

/**
 * The timeline as one HTML file that needs no network and no script: a map, and every event with its evidence in a
 * collapsed section. It links to the articles only.
 */
export function writeHtml(timeline: Omit<TimelineDocument, 'url' | 'selfUrl' | 'updatedAt'>): string {
  const { title, description, events, total } = timeline;
  const [first, last] = [events[0], latest(events)];
  const leftOut = leftOutSaid(events.length, total);
  return written(markup`<!doctype html>
<html lang="en" data-theme="auto">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<title>${title} – timeline</title>
<style>${trusted(EMBED_CSS)}</style>
</head>
<body>
<main class="page">
<header class="top">
<p class="kicker">${counted(events.length, 'event')}${first && last && markup` <span class="span">${stretchWords(first.date.start, last)}</span>`}</p>
<h1><bdi>${title}</bdi></h1>
${description !== undefined && markup`<p class="standfirst" dir="auto">${description}</p>`}
</header>
${first && last && mapOf(events, { from: first.date.start, to: last })}
<section aria-label="Events">
${events.length === 0 ? markup`<p class="nothing">No dated events.</p>` : markup`<ol class="events">${events.map(eventItem)}</ol>`}
${leftOut !== undefined && markup`<p class="note">${leftOut}</p>`}
</section>
</main>
</body>
</html>
`);
}

/** The last day of all events. */
const latest = (events: readonly TimelineEvent[]): string | undefined =>
  events.reduce<string | undefined>(
    (last, { date }) => (last === undefined || date.end > last ? date.end : last),
    undefined,
  );

function mapOf(events: readonly TimelineEvent[], stretch: { readonly from: string; readonly to: string }): Markup {
  const empty = { zoom: 'year', buckets: [], total: 0, exact: true } as const;
  const { buckets } = adjusted(empty, { removed: [], added: events }, undefined, BUCKETS);
  const links = {
    toEvent: ({ id }: TimelineEvent) => `#e-${id}`,
    toStretch: ({ from, to }: { from: string; to: string }) => `#e-${firstIn(events, from, to)}`,
  };
  return markup`<div class="frame">${drawMaps({ stretch, buckets }, links)}</div>`;
}

const firstIn = (events: readonly TimelineEvent[], from: string, to: string): string =>
  events.find(({ date }) => date.start >= from && date.start <= to)?.id ?? '';

function eventItem(event: TimelineEvent): Markup {
  const [best, ...others] = event.evidence;
  const fuzz = precisionWords(event.date);
  return markup`<li class="event ${event.modality}" id="e-${event.id}">
<p class="when">${dateWords(event)}${fuzz !== undefined && markup` <small>${fuzz}</small>`}</p>${glyphImage(event.modality)}
<div class="what"><h2><bdi>${event.title}</bdi></h2>${modalityTag(event)}
${best !== undefined && markup`<blockquote dir="auto">${markedSentence(best)}</blockquote><p class="from">${sourceLine(best, event)}</p>`}
${
  others.length > 0 &&
  markup`<details><summary>${counted(others.length, 'more mention')}</summary><ol class="proofs">${others.map(
    (one) =>
      markup`<li><blockquote dir="auto">${markedSentence(one)}</blockquote><p class="from">${sourceLine(one, event)}</p></li>`,
  )}</ol></details>`
}
${
  event.otherDates.length > 0 &&
  markup`<p class="others">Other evidence dates it differently: ${event.otherDates.map((date, i) => markup`${i > 0 && ', '}${date.display}`)}.</p>`
}</div></li>`;
}
