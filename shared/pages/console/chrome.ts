import { type Markup, markup, type Part } from '../../display/markup.ts';
import type { ConsoleChrome } from './model.ts';

/** The console's pages, in the order of its menu. */
const PLACES = [
  ['/', 'Read an article'],
  ['/articles', 'Articles'],
  ['/events', 'Events'],
  ['/timelines', 'Timelines'],
  ['/feeds', 'Feeds'],
  ['/webhooks', 'Webhooks'],
  ['/keys', 'Keys'],
] as const;

/** A link within the console that keeps the collection; `main` is omitted. */
export function consoleHref(chrome: Pick<ConsoleChrome, 'collection'>, path: string, query = ''): string {
  const params = new URLSearchParams(query);
  if (chrome.collection !== 'main') params.set('collection', chrome.collection);
  const text = params.toString();
  return text === '' ? path : `${path}?${text}`;
}

/** A complete page of the console: menu, content, script and stylesheet. */
export function consolePage(
  chrome: ConsoleChrome,
  page: { readonly title: string; readonly place: string; readonly content: Part; readonly signedIn?: boolean },
): Markup {
  const { collection, collections = [] } = chrome;
  const others = collections.filter((name) => name !== collection);
  return markup`<!doctype html>
<html lang="en" data-theme="auto">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="same-origin">
<title>${page.title} – Dateline</title>
<link rel="stylesheet" href="/assets/console.css">
<script type="module" src="/assets/console.js"></script>
</head>
<body data-collection="${collection}">
<a class="skip" href="#content">Skip to content</a>
<header class="bar"><a class="mark" href="${consoleHref(chrome, '/')}">Dateline</a>${
    page.signedIn !== false &&
    markup`<nav aria-label="Console">${PLACES.map(
      ([path, name]) =>
        markup`<a href="${consoleHref(chrome, path)}"${path === page.place && markup` aria-current="page"`}>${name}</a>`,
    )}</nav><details class="who"><summary>${collection}</summary><div>${
      others.length > 0 &&
      markup`<p>Other collections</p><ul>${others.map(
        (name) => markup`<li><a href="${consoleHref({ collection: name }, page.place)}">${name}</a></li>`,
      )}</ul>`
    }<form method="get" action="${page.place}"><label>Another or a new one <input name="collection" value="${collection}"
autocomplete="off" spellcheck="false"></label></form><button type="button" data-act="sign-out">Sign out</button></div></details>`
  }</header>
<main id="content" tabindex="-1">
<noscript><p class="notice">Reading works without scripts. Pasting, editing and keys need them.</p></noscript>
${page.content}
</main>
<div id="said" role="status" aria-live="polite"></div>
</body>
</html>
`;
}

/** Placeholder of an empty list, with what to do about it. */
export const emptyState = (what: string, todo: Part): Markup =>
  markup`<div class="empty"><p>${what}</p><p>${todo}</p></div>`;
