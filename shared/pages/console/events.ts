import { counted } from '../../display/counted.ts';
import { type Markup, markup } from '../../display/markup.ts';
import { urlPart } from '../../display/web-url.ts';
import { modalityWords, stretchWords } from '../../display/words/en.ts';
import { MODALITIES } from '../../events/event.ts';
import type { Facet } from '../../store/store.ts';
import { dayNumber } from '../../time/day.ts';
import { type TimelineView, viewParams, WHOLE } from '../../timeline/view.ts';
import { viewHref } from '../embed/links.ts';
import { eventList, rankedList } from '../embed/list.ts';
import { drawMaps } from '../embed/map.ts';
import { shownStretch } from '../embed/shown.ts';
import { moved, zoomed } from '../embed/window.ts';
import { consoleHref, emptyState } from './chrome.ts';
import type { ConsoleBody, ConsoleChrome } from './model.ts';
import { newEventForms } from './new-event.ts';

type EventsBody = Extract<ConsoleBody, { kind: 'events' }>;
type Change = Parameters<typeof viewHref>[1];

const KINDS = [
  ['entity', 'entities', 'People, bodies, places'],
  ['source', 'sources', 'Sources'],
  ['tag', 'tags', 'Tags'],
  ['keyword', 'keywords', 'Keywords'],
] as const;

/** Links to this search with a change, in an order. */
const hrefWith =
  (chrome: ConsoleChrome, view: TimelineView, order: EventsBody['order']) =>
  (change: Change): string =>
    consoleHref(
      chrome,
      '/events',
      [viewHref(view, change).slice(1), order === 'importance' ? 'order=importance' : ''].filter(Boolean).join('&'),
    );

/** The count of events, and the choice of their order. */
function countLine(chrome: ConsoleChrome, { view, overview, order }: EventsBody, isFiltered: boolean): Markup {
  const verb = isFiltered && (overview.total === 1 ? ' matches' : ' match');
  const choice = (one: EventsBody['order'], words: string) =>
    order === one ? markup`<b>${words}</b>` : markup`<a href="${hrefWith(chrome, view, one)({})}">${words}</a>`;
  return markup`<p class="count" aria-live="polite">${overview.exact ? '' : 'about '}${counted(overview.total, 'event')}${verb}${
    overview.total > 1 && markup` · ${choice('date', 'By date')} · ${choice('importance', 'Most important first')}`
  }</p>`;
}

function facetGroup(
  [kind, field, heading]: (typeof KINDS)[number],
  { view, facets }: EventsBody,
  to: (change: Change) => string,
): Markup | false {
  const chosen = view[field];
  const known = facets.filter((facet) => facet.kind === kind);
  const missing = chosen
    .filter((id) => !known.some((facet) => facet.id === id))
    .map((id): Facet => ({ kind, id, name: id, count: 0 }));
  const offered = [...missing, ...known];
  if (offered.length === 0) return false;
  return markup`<section><h2>${heading}</h2><ul>${offered.slice(0, 12).map(({ id, name, count }) => {
    const isOn = chosen.includes(id);
    const next = isOn ? chosen.filter((other) => other !== id) : [...chosen, id];
    return markup`<li><a href="${to({ [field]: next })}"${isOn && markup` aria-current="true"`}><span><bdi>${name}</bdi></span>${
      isOn
        ? markup`<span
class="unseen">, chosen; remove</span><span aria-hidden="true">×</span>`
        : markup`<small>${count}</small>`
    }</a></li>`;
  })}</ul></section>`;
}

function hidden(chrome: ConsoleChrome, { view, order }: EventsBody): Markup[] {
  const params = [...new URLSearchParams(viewParams(view))].filter(
    ([name]) => name !== 'q' && name !== 'from' && name !== 'to' && name !== 'cursor',
  );
  if (chrome.collection !== 'main') params.push(['collection', chrome.collection]);
  if (order === 'importance') params.push(['order', order]);
  return params.map(([name, value]) => markup`<input type="hidden" name="${name}" value="${value}">`);
}

/** Explains an invalid bound of a search, so that the search is not silently wider than requested. */
function boundsNote(view: TimelineView, unread: NonNullable<EventsBody['unread']>): Markup | false {
  const unknown = [unread.from, unread.to].filter((text) => text !== undefined);
  if (unknown.length > 0) {
    const quoted = unknown.map((text, i) => markup`${i > 0 && ' and '}“${text}”`);
    const areNone = unknown.length > 1 ? 'are no days that exist' : 'is no day that exists';
    return markup`<p class="notice bad" id="bounds-note" role="alert">${quoted} ${areNone}, so the search was not bounded there.
Write a year, a month or a day: 1957, 1957-10, 1957-10-04; -0043 is 44 BC.</p>`;
  }
  const isBackwards = view.from !== undefined && view.to !== undefined && dayNumber(view.from) > dayNumber(view.to);
  return (
    isBackwards &&
    markup`<p class="notice bad" id="bounds-note" role="alert">“To” lies before “From”: nothing can match.</p>`
  );
}

/** A proposed slug: the words of the search in lower case. */
const slugOf = (view: TimelineView): string =>
  [view.q ?? '', ...view.entities, ...view.keywords, ...view.tags, ...view.sources]
    .join('-')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);

function saveForm(chrome: ConsoleChrome, view: TimelineView): Markup {
  return markup`<details class="save"><summary>Make a timeline of this search</summary><form data-form="timeline" data-query="${viewHref(view, {}).slice(1)}"
data-collection="${chrome.collection}"><label>Title <input name="title" required maxlength="200"></label><label>Name in the address <input
name="slug" required pattern="[a-z0-9][a-z0-9\\-]*" value="${slugOf(view)}" spellcheck="false"></label><label>What it is about <input
name="description" maxlength="400"></label><fieldset><legend>Who may see it</legend><label><input type="radio" name="visibility"
value="public" checked> Anybody</label><label><input type="radio" name="visibility" value="private"> Only with a key or a link that expires</label></fieldset><button
type="submit" class="first">Make the timeline</button></form></details>`;
}

/** Browse and search: facets at the side, the map, the list. Every control is a link or a plain form. */
export function eventsContent(chrome: ConsoleChrome, body: EventsBody): Markup {
  const { view, events, next, unread = {} } = body;
  const to = hrefWith(chrome, view, body.order);
  const stretch = shownStretch(body);
  const links = {
    toEvent: ({ id }: { id: string }) => consoleHref(chrome, `/events/${urlPart(id)}`),
    toStretch: (window: { from: string; to: string }) => to(window),
  };
  const listOptions = {
    heading: 2,
    toEvent: links.toEvent,
    toEntity: (id: string) => to({ entities: [...new Set([...view.entities, id])] }),
  } as const;
  const map = stretch && { stretch, buckets: (body.focus ?? body).overview.buckets };
  const isFiltered = viewHref(view, {}).slice(1) !== '';
  return markup`<h1>Events</h1>
<form class="search" method="get" action="/events" role="search">${hidden(chrome, body)}<label class="grow">Words <input name="q"
type="search" maxlength="200" value="${view.q ?? ''}" placeholder="rocket launch"></label><label>From <input name="from" value="${view.from ?? unread.from ?? ''}"
placeholder="1957" size="11" aria-describedby="bounds-note"${unread.from !== undefined && markup` aria-invalid="true"`}></label><label>To <input
name="to" value="${view.to ?? unread.to ?? ''}" placeholder="1975-06-30" size="11" aria-describedby="bounds-note"${unread.to !== undefined && markup` aria-invalid="true"`}></label><button
type="submit" class="first">Search</button>${isFiltered && markup`<a href="${consoleHref(chrome, '/events', viewParams(WHOLE))}">Clear all</a>`}</form>
${boundsNote(view, unread)}
<div class="browse"><details class="facets" open><summary>Filters</summary><section><h2>How sure</h2><ul>${MODALITIES.map(
    (modality) => {
      const isOn = view.modalities.includes(modality);
      const modalities = isOn ? view.modalities.filter((m) => m !== modality) : [...view.modalities, modality];
      return markup`<li><a href="${to({ modalities })}"${isOn && markup` aria-current="true"`}><span>${modalityWords[modality]}</span>${
        isOn &&
        markup`<span
aria-hidden="true">×</span>`
      }</a></li>`;
    },
  )}</ul></section>${KINDS.map((kind) => facetGroup(kind, body, to))}</details>
<div class="results">${
    map &&
    events.length > 0 &&
    markup`<div class="steps-row"><p class="window">${stretchWords(map.stretch.from, map.stretch.to)}</p><nav class="steps"
aria-label="Move in time"><a class="step" href="${to(moved(map.stretch, -0.5))}">‹ Earlier</a><a class="step" href="${to(zoomed(map.stretch, 3))}">Zoom in</a><a
class="step" href="${to(zoomed(map.stretch, 1 / 3))}">Zoom out</a><a
class="step" href="${to(moved(map.stretch, 0.5))}">Later ›</a></nav></div>${drawMaps(map, links, { lanes: 3 })}`
  }
${countLine(chrome, body, isFiltered)}
${
  events.length > 0
    ? body.order === 'importance'
      ? rankedList('Most important first', events, listOptions)
      : eventList(events, { ...listOptions, from: view.from })
    : isFiltered
      ? emptyState(
          'Nothing matches all of these filters.',
          markup`Take one out at the side, or <a href="${consoleHref(chrome, '/events')}">clear all</a>.`,
        )
      : emptyState(
          'No events in this collection yet.',
          markup`<a href="${consoleHref(chrome, '/')}">Read an article</a> and keep it, <a href="${consoleHref(chrome, '/feeds')}">add a feed</a>, or write events by hand below.`,
        )
}
${next !== null && markup`<nav class="pages" aria-label="Pages"><a rel="next" class="step" href="${to({ cursor: next })}">Next page ›</a></nav>`}
${events.length > 0 && saveForm(chrome, view)}${newEventForms()}</div></div>`;
}
