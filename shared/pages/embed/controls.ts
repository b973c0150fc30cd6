import { glyphImage } from '../../display/glyphs.ts';
import { type Markup, markup } from '../../display/markup.ts';
import { urlPart } from '../../display/web-url.ts';
import { wordsIn } from '../../display/words.ts';
import { MODALITIES } from '../../events/event.ts';
import type { Facet } from '../../store/store.ts';
import { dayNumber } from '../../time/day.ts';
import { viewHref } from './links.ts';
import type { EmbedPageModel } from './model.ts';
import { moved, type Stretch, zoomed } from './window.ts';

const LISTS = [
  ['entity', 'entities'],
  ['keyword', 'keywords'],
  ['source', 'sources'],
  ['tag', 'tags'],
] as const;

/** Zoom and pan without a script: every step is a link to the page of another window. */
export function zoomLinks(model: EmbedPageModel, shown: Stretch): Markup {
  const { view, extent } = model;
  const words = wordsIn(view.lang);
  const to = (stretch: Stretch): string => viewHref(view, stretch);
  const isPast = extent !== undefined && dayNumber(shown.from) <= dayNumber(extent.start);
  const isLast = extent !== undefined && dayNumber(shown.to) >= dayNumber(extent.end);
  const isDay = shown.from === shown.to;
  const step = (name: string, href: string | undefined): Markup =>
    href === undefined
      ? markup`<span class="step off">${name}</span>`
      : markup`<a class="step" href="${href}">${name}</a>`;
  const steps = [
    step(`‹ ${words.earlier}`, isPast ? undefined : to(moved(shown, -0.5))),
    step(words.zoomIn, isDay ? undefined : to(zoomed(shown, 3))),
    step(words.zoomOut, isPast && isLast ? undefined : to(zoomed(shown, 1 / 3))),
    step(`${words.later} ›`, isLast ? undefined : to(moved(shown, 0.5))),
  ];
  return markup`<nav class="steps" aria-label="${words.moveInTime}">${steps}${
    (view.from !== undefined || view.to !== undefined) &&
    markup`<a class="step" href="${viewHref(view, { from: undefined, to: undefined })}">${words.wholeTimeline}</a>`
  }</nav>`;
}

/** The legend of signs; each sign is also a link that filters by its modality or removes that filter. */
export function modalityLinks({ view }: EmbedPageModel): Markup {
  const { modalityWords, modalityMeanings } = wordsIn(view.lang);
  return markup`<ul class="key">${MODALITIES.map((modality) => {
    const isOn = view.modalities.includes(modality);
    const modalities = isOn ? view.modalities.filter((m) => m !== modality) : [...view.modalities, modality];
    const current = isOn ? markup` aria-current="true"` : '';
    return markup`<li><a href="${viewHref(view, { modalities })}"${current} title="${modalityMeanings[modality]}">${glyphImage(modality)}${modalityWords[modality]}</a></li>`;
  })}</ul>`;
}

/** A search form, if the address asks for one. It works without a script wherever forms may be submitted. */
export function searchForm({ view }: EmbedPageModel): Markup | false {
  if (!view.search) return false;
  const words = wordsIn(view.lang);
  const others = [...new URLSearchParams(viewHref(view, { q: undefined }))];
  return markup`<form class="search" role="search" method="get">${others.map(
    ([name, value]) => markup`<input type="hidden"
name="${name}" value="${value}">`,
  )}<input type="search" name="q" aria-label="${words.wordsToLookFor}" placeholder="${words.search}" maxlength="200"
value="${view.q}"><button type="submit">${words.search}</button></form>`;
}

/** Filters offered to readers: the given ones, otherwise every entity named more than once on the page. */
function offeredFacets({ facets, events }: EmbedPageModel): readonly (Omit<Facet, 'count'> & { count?: number })[] {
  if (facets !== undefined) return facets;
  const named = new Map<string, { name: string; times: number }>();
  for (const { entities } of events)
    for (const { id, name } of entities) named.set(id, { name, times: (named.get(id)?.times ?? 0) + 1 });
  return [...named]
    .filter(([, { times }]) => times > 1)
    .sort((a, b) => b[1].times - a[1].times)
    .map(([id, { name }]) => ({ kind: 'entity', id, name }));
}

/** The active filters, each a link that removes it, then those on offer. */
export function filterLinks(model: EmbedPageModel): Markup {
  const { view } = model;
  const facets = offeredFacets(model);
  const { removeThisFilter, filters } = wordsIn(view.lang);
  const nameOf = (kind: string, id: string): string => facets.find((f) => f.kind === kind && f.id === id)?.name ?? id;
  const active = LISTS.flatMap(([kind, field]) =>
    view[field].map((value) => {
      const href = viewHref(view, { [field]: view[field].filter((other) => other !== value) });
      return markup`<li><a class="chip on" href="${href}"><bdi>${nameOf(kind, value)}</bdi> <span aria-hidden="true">×</span><span
class="unseen"> – ${removeThisFilter}</span></a></li>`;
    }),
  );
  const searched =
    view.q === undefined
      ? []
      : [
          markup`<li><a class="chip on" href="${viewHref(view, { q: undefined })}">“<bdi>${view.q}</bdi>” <span aria-hidden="true">×</span><span
class="unseen"> – ${removeThisFilter}</span></a></li>`,
        ];
  const offered = facets
    .filter(({ kind, id }) => !LISTS.some(([k, field]) => k === kind && view[field].includes(id)))
    .slice(0, 10)
    .flatMap(({ kind, id, name, count }) => {
      const field = LISTS.find(([k]) => k === kind)?.[1];
      if (!field) return [];
      const href = viewHref(view, { [field]: [...view[field], id] });
      return [
        markup`<li><a class="chip" href="${href}"><bdi>${name}</bdi>${count !== undefined && markup` <small>${count}</small>`}</a></li>`,
      ];
    });
  // The widget puts its filters into the empty element.
  const inside =
    searched.length + active.length + offered.length > 0 && markup`<ul>${searched}${active}${offered}</ul>`;
  return markup`<nav class="filters" aria-label="${filters}">${inside}</nav>`;
}

const FORMATS = ['csv', 'ics', 'rss', 'json', 'svg'] as const;

/** Links to the same view in other formats. */
export function formatLinks(model: EmbedPageModel): Markup {
  const { timeline, view, baseUrl } = model;
  const base = `${baseUrl}/v1/timelines/${urlPart(timeline.slug)}/events`;
  const { takeAlong, formatNames } = wordsIn(view.lang);
  const asked = { ...view, all: undefined, search: undefined, theme: undefined, heading: undefined };
  const query = (lang: typeof view.lang): string => viewHref(view, { ...asked, lang }).replace(/^\?$/, '');
  // Among the files, only the picture contains words of the interface.
  return markup`<p class="formats">${takeAlong} ${FORMATS.map(
    (ending) =>
      markup`<a href="${base}.${ending}${query(ending === 'svg' ? view.lang : undefined)}">${formatNames[ending]}</a> `,
  )}</p>`;
}

/**
 * "128 events", or an approximate number if the count is not exact. A page that contains the whole list counts it
 * itself, since the overview may lag by seconds.
 */
export function totalWords({ overview, events, next, view, moments }: EmbedPageModel): string {
  const isAll = next === null && view.cursor === undefined && !moments;
  const total = isAll ? events.length : Math.max(overview.total, events.length);
  const { about, eventCount } = wordsIn(view.lang);
  return isAll || overview.exact ? eventCount(total) : about(eventCount(total));
}

/** Explains that the map opens on a part of the timeline, and how many events the list has. */
export function focusNote({ focus, view }: EmbedPageModel, total: string, from: string | undefined): Markup | false {
  const { opensOn, stretchWords } = wordsIn(view.lang);
  const isFocused = focus !== undefined && view.cursor === undefined && from !== undefined;
  return isFocused && markup`<p class="note">${opensOn(stretchWords(focus.from, focus.to), total, from)}</p>`;
}

/** Explains that the list begins with key moments, and links to all events. */
export function momentsNote({ moments, view }: EmbedPageModel, total: string): Markup | false {
  const { keyMomentsOf, allEvents } = wordsIn(view.lang);
  return (
    moments !== undefined &&
    markup`<p class="note">${keyMomentsOf(total)} <a href="${viewHref(view, { all: true }, '#events')}">${allEvents}</a></p>`
  );
}
