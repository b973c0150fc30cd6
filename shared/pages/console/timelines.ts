import { type Markup, markup } from '../../display/markup.ts';
import { urlPart } from '../../display/web-url.ts';
import { stretchWords } from '../../display/words/en.ts';
import type { SavedTimeline } from '../../store/store.ts';
import { embedUrl } from '../embed/oembed.ts';
import { consoleHref, emptyState } from './chrome.ts';
import type { ConsoleBody, ConsoleChrome } from './model.ts';
import { snippetsOf } from './snippets.ts';
import { previewWidths, timelineEditor } from './timeline-editor.ts';

/** A saved query in words. */
export function queryWords(query: SavedTimeline['query']): string {
  const parts = [
    ...(query.entities ?? []),
    ...(query.q === undefined ? [] : [`“${query.q}”`]),
    ...(query.keywords ?? []).map((word) => `“${word}”`),
    ...(query.sources ?? []),
    ...(query.tags ?? []).map((tag) => `#${tag}`),
    ...(query.modalities ?? []),
  ];
  const window =
    query.from !== undefined && query.to !== undefined
      ? stretchWords(query.from, query.to)
      : query.from !== undefined
        ? `since ${query.from}`
        : query.to !== undefined && `until ${query.to}`;
  return [...parts, ...(window ? [window] : [])].join(', ') || 'everything';
}

/** All saved timelines that the reader may see. */
export function timelinesContent(
  chrome: ConsoleChrome,
  { timelines }: Extract<ConsoleBody, { kind: 'timelines' }>,
): Markup {
  const makeOne = markup`<a href="${consoleHref(chrome, '/events')}">Search the events</a> and choose “Make a timeline of this search”.`;
  if (timelines.length === 0) return markup`<h1>Timelines</h1>${emptyState('No timelines yet.', makeOne)}`;
  return markup`<h1>Timelines</h1><p class="lead">Saved searches that pages and dashboards show. ${makeOne}</p>
<ul class="cards">${timelines.map(
    (one) =>
      markup`<li><a href="/timelines/${urlPart(one.slug)}"><strong><bdi>${one.title}</bdi></strong> <small>${one.visibility} · ${one.collection} · ${queryWords(one.query)}</small></a></li>`,
  )}</ul>`;
}

/** One timeline: its preview, and how to embed it elsewhere. */
export function timelineContent(chrome: ConsoleChrome, body: Extract<ConsoleBody, { kind: 'timeline' }>): Markup {
  const { timeline } = body;
  const { baseUrl } = chrome;
  const { slug, title, visibility } = timeline;
  const isPrivate = visibility === 'private';
  return markup`<h1><bdi>${title}</bdi></h1>
<p class="facts">${visibility} · collection ${timeline.collection} · ${queryWords(timeline.query)} · <a
href="${embedUrl({ baseUrl: '', slug })}" target="_blank">Open its page</a></p>
${timeline.description !== undefined && markup`<p class="lead">${timeline.description}</p>`}
${previewWidths()}
<iframe class="preview" src="/embed/${urlPart(slug)}" title="Preview of ${title}" loading="lazy"></iframe>
${timelineEditor(chrome, body)}
<section aria-labelledby="embed-this"><h2 id="embed-this">Embed this</h2>
${
  isPrivate &&
  markup`<form class="row" data-form="token" data-slug="${slug}" data-title="${title}"><p
class="notice">This timeline is private: what you paste elsewhere carries a link that expires.</p><label>Valid for <select
name="seconds"><option value="86400">a day</option><option value="604800">a week</option><option value="2592000" selected>a month</option><option
value="31536000">a year</option></select></label><button type="submit" class="first">Make the link</button></form>`
}<div class="snippets" id="snippets"${isPrivate && markup` hidden`}>${snippetsOf({ baseUrl, slug, title }).map(
    ({ name, where, text }) =>
      markup`<section><h3>${name}</h3><p class="note">${where}</p><pre tabindex="0" aria-label="${name} snippet"><code>${text}</code></pre><button
type="button" data-act="copy">Copy</button></section>`,
  )}</div></section>
<p class="acts"><button type="button" class="quiet" data-act="remove-timeline" data-slug="${slug}">Remove this timeline</button> <span class="note">Its events stay.</span></p>`;
}
