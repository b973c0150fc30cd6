import { type Markup, markup, trusted, written } from '../../display/markup.ts';
import { urlPart } from '../../display/web-url.ts';
import { type Words, wordsIn } from '../../display/words.ts';
import type { TimelineEvent } from '../../events/event.ts';
import { civilDayOf, dayNumber } from '../../time/day.ts';
import { viewParams } from '../../timeline/view.ts';
import { eventCard } from './card.ts';
import {
  filterLinks,
  focusNote,
  formatLinks,
  modalityLinks,
  momentsNote,
  searchForm,
  totalWords,
  zoomLinks,
} from './controls.ts';
import { viewHref } from './links.ts';
import { eventList, headingOf } from './list.ts';
import { drawMaps } from './map.ts';
import type { EmbedPageModel } from './model.ts';
import { emptyStretch, isRightToLeft, shownStretch } from './shown.ts';
import { EMBED_CSS } from './styles.ts';
import type { Stretch } from './window.ts';

/** First and last day for the line above the title: of the events if the page contains all of them, otherwise of the known range. */
function spanOf({
  extent,
  events,
  next,
  view,
  moments,
  overview,
  bounds,
}: EmbedPageModel): { start: string; end: string } | undefined {
  const filled = overview.buckets.filter((bucket) => bucket.count > 0);
  const isWhole = next === null && view.cursor === undefined && moments === undefined && events.length > 0;
  const stretches = [...events.map(({ date }) => date), ...(isWhole ? [] : [...(extent ? [extent] : []), ...filled])];
  const first = stretches[0];
  if (!first) return undefined;
  const all = stretches.reduce(
    (all, one) => ({
      start: dayNumber(one.start) < dayNumber(all.start) ? one.start : all.start,
      end: dayNumber(one.end) > dayNumber(all.end) ? one.end : all.end,
    }),
    { start: first.start, end: first.end },
  );
  const isLater = (a: string, b: string): boolean => dayNumber(a) > dayNumber(b);
  return {
    start: bounds?.from !== undefined && isLater(bounds.from, all.start) ? bounds.from : all.start,
    end: bounds?.to !== undefined && isLater(all.end, bounds.to) ? bounds.to : all.end,
  };
}

/** The year of a day. */
const yearOf = (day: string, { yearWords }: Words): string => yearWords(civilDayOf(day)?.year ?? 0);

function head(model: EmbedPageModel, language: string, words: Words): Markup {
  const { timeline, baseUrl, view } = model;
  const page = `${baseUrl}/embed/${urlPart(timeline.slug)}`;
  const oembed = `${baseUrl}/oembed?url=${urlPart(view.token === undefined ? page : `${page}?token=${view.token}`)}`;
  const description = timeline.description ?? words.eachProved(totalWords(model));
  return markup`<!doctype html>
<html lang="${view.lang ?? language}" dir="${isRightToLeft(language) ? 'rtl' : 'ltr'}" data-theme="${view.theme ?? timeline.theme ?? 'auto'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="description" content="${description}">
<meta property="og:title" content="${timeline.title}">
<meta property="og:description" content="${description}">
<title>${words.pageTitle(timeline.title)}</title>
<link rel="canonical" href="${page}">
<link rel="alternate" type="application/json+oembed" href="${oembed}" title="${timeline.title}">
<link rel="alternate" type="application/rss+xml" href="${baseUrl}/v1/timelines/${urlPart(timeline.slug)}/events.rss" title="${timeline.title}">
<style>${trusted(EMBED_CSS)}</style>
<script type="module" src="${baseUrl}/embed.js${view.lang && view.lang !== 'en' && `?lang=${view.lang}`}"></script>
<script type="module" src="${baseUrl}/assets/embed-page.js"></script>
</head>`;
}

/** Links to the events before and after an opened one, in the order of the list. */
function besideIn(
  events: readonly TimelineEvent[],
  id: string,
  toEvent: (event: TimelineEvent) => string,
): { readonly toPrevious?: string; readonly toNext?: string } {
  const at = events.findIndex((event) => event.id === id);
  const [previous, next] = at < 0 ? [] : [events[at - 1], events[at + 1]];
  return { ...(previous && { toPrevious: toEvent(previous) }), ...(next && { toNext: toEvent(next) }) };
}

function nothingHere({ view }: EmbedPageModel, words: Words): Markup {
  const isNarrowed =
    view.q !== undefined ||
    view.from !== undefined ||
    view.to !== undefined ||
    view.modalities.length + view.entities.length + view.keywords.length + view.sources.length + view.tags.length > 0 ||
    view.bases.length > 0 ||
    view.minImportance !== undefined;
  const all = viewHref(view, {
    q: undefined,
    from: undefined,
    to: undefined,
    entities: [],
    keywords: [],
    sources: [],
    tags: [],
    modalities: [],
    bases: [],
    minImportance: undefined,
  });
  return isNarrowed
    ? markup`<p class="nothing">${words.nothingMatches} <a href="${all}">${words.showWhole}</a></p>`
    : markup`<p class="nothing">${words.noEventsYet}</p>`;
}

/**
 * Writes the page of an embedded timeline: HTML and SVG that need no script, cookie, font or external image.
 *
 * If scripts are allowed, the widget replaces the map; everything else stays. Send it with `embedCsp`.
 */
export function writeEmbedPage(model: EmbedPageModel): string {
  const { timeline, view, events, next, baseUrl, opened } = model;
  const language = model.language ?? 'en';
  const words = wordsIn(view.lang);
  const level = view.heading ?? 1;
  const stretch = shownStretch(model) ?? (model.today === undefined ? undefined : emptyStretch(model.today));
  const src = `${baseUrl}/v1/timelines/${urlPart(timeline.slug)}${viewParams(view) && `?${viewParams(view)}`}`;
  const { buckets } = (model.focus ?? model).overview;
  const map = stretch && { stretch, buckets, rtl: isRightToLeft(language), words };
  const links = {
    toEvent: (event: { id: string }) => viewHref(view, { event: event.id, cursor: view.cursor }, '#card'),
    toStretch: ({ from, to }: Stretch) => viewHref(view, { from, to }),
  };
  const span = spanOf(model);
  const list = {
    heading: level + 1,
    from: model.bounds?.from,
    major: model.moments,
    words,
    toEvent: links.toEvent,
    toEntity: (id: string) => viewHref(view, { entities: [...new Set([...view.entities, id])] }),
  };
  const card = opened && {
    heading: level + 1,
    toClose: viewHref(view, { cursor: view.cursor }, `#e-${opened.id}`),
    ...besideIn(events, opened.id, links.toEvent),
    words,
  };
  return written(markup`${head(model, language, words)}
<body>
<main class="page">
<header class="top">
<p class="kicker"><bdi>${totalWords(model)}</bdi>${span && markup` <bdi class="span">${words.stretchWords(span.start, span.end)}</bdi>`}</p>
${headingOf(level, markup`<bdi>${timeline.title}</bdi>`)}
${timeline.description !== undefined && markup`<p class="standfirst" dir="auto">${timeline.description}</p>`}
${searchForm(model)}</header>
${
  map &&
  markup`<dateline-timeline class="frame" src="${src}" heading-level="${level + 1}" sync>
<div class="steps-row"><p class="window" dir="ltr">${words.stretchWords(map.stretch.from, map.stretch.to)}</p>${zoomLinks(model, map.stretch)}</div>
${drawMaps(map, links, events.length > 0 ? {} : { lanes: 1 })}
${modalityLinks(model)}
</dateline-timeline>`
}
${filterLinks(model)}
${opened && card && eventCard(opened, card)}
<section id="events" aria-label="${words.events}">
${momentsNote(model, totalWords(model)) || focusNote(model, totalWords(model), span && yearOf(span.start, words))}
${events.length === 0 ? nothingHere(model, words) : eventList(events, list)}
${
  (next !== null || view.cursor !== undefined) &&
  markup`<nav class="pages" aria-label="${words.pages}">${
    view.cursor !== undefined &&
    markup`<a
class="step" href="${viewHref(view, {})}">${words.firstPage}</a>`
  }<span>${words.onThisPage(words.eventCount(events.length))}</span>${
    next !== null &&
    markup`<a
class="step" rel="next" href="${viewHref(view, { cursor: next })}">${words.nextPage} ›</a>`
  }</nav>`
}
</section>
<footer class="foot">${formatLinks(model)}<p>${words.proofNote} <a href="${baseUrl}/" target="_blank" rel="noopener">Dateline</a></p></footer>
</main>
</body>
</html>
`);
}
