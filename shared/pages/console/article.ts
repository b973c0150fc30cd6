import { counted } from '../../display/counted.ts';
import { glyphImage } from '../../display/glyphs.ts';
import { type Markup, markup, type Part } from '../../display/markup.ts';
import { noEventsWords } from '../../display/no-events.ts';
import { urlPart, webUrl } from '../../display/web-url.ts';
import { dayWords, precisionWords } from '../../display/words/en.ts';
import type { TimelineEvent } from '../../events/event.ts';
import { dateWords, modalityTag } from '../embed/list.ts';
import { consoleHref, emptyState } from './chrome.ts';
import { textParts } from './highlights.ts';
import type { ConsoleBody, ConsoleChrome } from './model.ts';

/** The article's text with its evidence marked; each marked sentence links to its event beside it. */
export function highlightedText(text: string, events: readonly TimelineEvent[]): Markup {
  return markup`<div class="text" dir="auto">${textParts(text, events).map((part): Part => {
    if (part.events.length === 0) return part.text;
    const anchors = part.begins.map((id) => markup`<a class="spot" id="s-${id}"></a>`);
    const words = part.role === undefined ? part.text : markup`<mark class="${part.role}">${part.text}</mark>`;
    return markup`${anchors}<a class="said" href="#e-${part.events[0]}" data-events="${part.events.join(' ')}"${part.begins.length === 0 && markup` tabindex="-1"`}>${words}</a>`;
  })}</div>`;
}

/** The events of an article in the order of its text, each linked to its sentence. */
export function foundEvents(events: readonly TimelineEvent[], toEvent?: (id: string) => string): Markup {
  const inOrder = [...events].sort((a, b) => (a.evidence[0]?.start ?? 0) - (b.evidence[0]?.start ?? 0));
  return markup`<ol class="found">${inOrder.map((event) => {
    const fuzz = precisionWords(event.date);
    return markup`<li id="e-${event.id}" data-event="${event.id}" class="${event.modality}">${glyphImage(event.modality)}<div><p
class="when">${dateWords(event)}${fuzz !== undefined && markup` <small>${fuzz}</small>`} ${modalityTag(event)}</p><h3><a href="#s-${event.id}"><bdi>${event.title}</bdi></a></h3>${
      toEvent && markup`<p class="from"><a href="${toEvent(event.id)}">Proof and editing</a></p>`
    }</div></li>`;
  })}</ol>`;
}

/** A stored article beside its events; while it is queued, its progress. */
export function articleContent(
  chrome: ConsoleChrome,
  { article, events }: Extract<ConsoleBody, { kind: 'article' }>,
): Markup {
  const url = webUrl(article.url);
  const { publishedAt, publishedAtSource } = article;
  const readFrom =
    publishedAtSource !== undefined && publishedAtSource !== 'given' && markup` (read from its ${publishedAtSource})`;
  const facts = [
    publishedAt !== undefined && markup`Published ${dayWords(publishedAt.slice(0, 10))}${readFrom}`,
    url === undefined
      ? article.source
      : markup`<a href="${url}" target="_blank" rel="noopener noreferrer nofollow">${article.source ?? new URL(url).hostname}</a>`,
    article.tags.length > 0 && markup`Tags: ${article.tags.join(', ')}`,
  ].filter((fact): fact is Markup | string => fact !== false && fact !== undefined);
  const text = article.text ?? '';
  const state =
    article.status === 'queued'
      ? markup`<p class="notice" data-waits-for="${article.id}" role="status"><progress></progress> Reading this article. Its events appear here in a few seconds.</p>`
      : article.status === 'failed'
        ? markup`<p class="notice bad">This article could not be read. ${article.reason ?? 'No reason was recorded.'} <button type="button" data-act="retry">Try again</button></p>`
        : false;
  const body =
    text === ''
      ? emptyState('The text is not available yet.', 'It is kept once the article has been read.')
      : highlightedText(text, events);
  return markup`<h1><bdi>${article.title ?? 'Untitled article'}</bdi></h1>
<p class="facts">${facts.map((fact, i) => markup`${i > 0 && ' · '}${fact}`)}</p>
${state}
<div class="reading" data-of="${article.id}"><section aria-label="Text">${body}</section>
<section aria-label="Events"><h2>${counted(events.length, 'event')}</h2>${
    events.length > 0
      ? foundEvents(events, (id) => consoleHref(chrome, `/events/${urlPart(id)}`))
      : article.status === 'done' && emptyState('No dated events were found.', noEventsWords(article))
  }<p class="acts"><button type="button" class="quiet" data-act="remove-article" data-id="${article.id}">Take this article down</button></p></section></div>`;
}
