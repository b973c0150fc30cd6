import { counted } from '../../display/counted.ts';
import { type Markup, markup } from '../../display/markup.ts';
import { urlPart } from '../../display/web-url.ts';
import { consoleHref } from './chrome.ts';
import type { ConsoleBody, ConsoleChrome } from './model.ts';

/** Paste or upload an article; its events appear below without leaving the page. */
export function homeContent(chrome: ConsoleChrome, body: Extract<ConsoleBody, { kind: 'home' }>): Markup {
  const { timelines, total } = body;
  return markup`<h1>Read an article</h1>
<p class="lead">Paste a text or choose a file. Its dated events appear beside it, each with the words that prove it. Nothing is kept until you say so.</p>
<form class="paste" data-form="read">
<label class="wide">Article <textarea name="text" rows="9" placeholder="Paste the text of an article, or drop a .txt or .html file here" required></textarea></label>
<div class="row"><label>Title <input name="title" autocomplete="off"></label><label>Published <input name="publishedAt" placeholder="2014-03-30"
pattern="-?\\d{4}-\\d\\d-\\d\\d.*" autocomplete="off" aria-describedby="published-note"></label><label>Address <input name="url"
type="url" placeholder="https://" autocomplete="off"></label><label>Tags <input name="tags" placeholder="moon, telescopes"
autocomplete="off"></label></div>
<p class="note" id="published-note">“Last year” and “on Friday” are counted from the day of publication. Without it only dates that stand by themselves are found.</p>
<div class="row acts"><button type="submit" class="first">Find its events</button><label class="file">or choose a file <input
type="file" name="file" accept=".txt,.html,.htm,.md,text/plain,text/html"></label></div>
</form>
<section id="reading" aria-label="What was found" hidden></section>
<section class="shelf" aria-labelledby="shelf"><h2 id="shelf">Already here</h2>
<p>${
    total === undefined || total === 0
      ? markup`No events in this collection yet. Keep an article above, or <a href="${consoleHref(chrome, '/feeds')}">add a feed</a>.`
      : markup`<a href="${consoleHref(chrome, '/events')}">${counted(total, 'event')}</a> in this collection.`
  }</p>
${
  timelines.length > 0 &&
  markup`<ul class="cards">${timelines.map(
    (one) =>
      markup`<li><a href="/timelines/${urlPart(one.slug)}"><strong><bdi>${one.title}</bdi></strong> <small>${one.visibility} · collection ${one.collection}</small></a></li>`,
  )}</ul>`
}</section>`;
}
