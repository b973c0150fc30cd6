import { type Markup, markup } from '../../display/markup.ts';
import { urlPart } from '../../display/web-url.ts';
import { dayWords } from '../../display/words/en.ts';
import type { ArticleStatus, ArticleSummary } from '../../store/store.ts';
import { ago } from './ago.ts';
import { consoleHref, emptyState } from './chrome.ts';
import type { ConsoleBody, ConsoleChrome } from './model.ts';

const STATUSES: readonly (readonly [ArticleStatus | undefined, string])[] = [
  [undefined, 'All'],
  ['queued', 'Waiting'],
  ['done', 'Read'],
  ['failed', 'Failed'],
];

const WORDS: Readonly<Record<ArticleStatus, readonly [word: string, level: string]>> = {
  queued: ['Waiting', 'waiting'],
  done: ['Read', 'good'],
  failed: ['Failed', 'bad'],
};

function articleItem(article: ArticleSummary, chrome: ConsoleChrome): Markup {
  const [word, level] = WORDS[article.status];
  const facts = [
    article.source,
    article.publishedAt !== undefined && `published ${dayWords(article.publishedAt.slice(0, 10))}`,
    `${word.toLowerCase()} ${ago(article.changedAt, chrome.now)}`,
  ].filter((fact) => fact !== undefined && fact !== false);
  return markup`<li><p class="state ${level}">${word}</p><div><h2><a
href="${consoleHref(chrome, `/articles/${urlPart(article.id)}`)}"><bdi>${article.title ?? article.url ?? 'Untitled article'}</bdi></a></h2><p
class="facts">${facts.join(' · ')}</p>${
    article.status === 'failed' && markup`<p class="why">${article.reason ?? 'No reason was recorded.'}</p>`
  }</div></li>`;
}

/** The collection's articles by status, newest change first; failed ones with their reasons. */
export function articlesContent(
  chrome: ConsoleChrome,
  { articles, status, next }: Extract<ConsoleBody, { kind: 'articles' }>,
): Markup {
  const to = (one: ArticleStatus | undefined, cursor?: string): string => {
    const query = new URLSearchParams({
      ...(one !== undefined && { status: one }),
      ...(cursor !== undefined && { cursor }),
    });
    return consoleHref(chrome, '/articles', query.toString());
  };
  return markup`<h1>Articles</h1>
<p class="lead">What was sent or fetched, and what became of it. Nothing that was accepted is lost: what waits is read as soon as there is room.</p>
<nav class="tabs" aria-label="Status">${STATUSES.map(
    ([one, name]) => markup`<a href="${to(one)}"${one === status && markup` aria-current="page"`}>${name}</a>`,
  )}</nav>
${
  articles.length > 0
    ? markup`<ul class="feeds">${articles.map((article) => articleItem(article, chrome))}</ul>`
    : status === undefined
      ? emptyState(
          'No articles in this collection yet.',
          markup`<a href="${consoleHref(chrome, '/')}">Read one</a> and keep it, or <a href="${consoleHref(chrome, '/feeds')}">add a feed</a>.`,
        )
      : emptyState(
          status === 'failed' ? 'No article has failed.' : 'There is none.',
          markup`<a href="${to(undefined)}">Show all</a>`,
        )
}
${next !== null && markup`<nav class="pages" aria-label="Pages"><a class="step" rel="next" href="${to(status, next)}">Older ›</a></nav>`}`;
}
