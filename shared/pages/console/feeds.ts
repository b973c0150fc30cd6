import { counted } from '../../display/counted.ts';
import { type Markup, markup } from '../../display/markup.ts';
import { webUrl } from '../../display/web-url.ts';
import type { Feed } from '../../store/store.ts';
import { ago } from './ago.ts';
import { consoleHref, emptyState } from './chrome.ts';
import type { ConsoleBody, ConsoleChrome } from './model.ts';

/** The health of a feed: a word and a style class. */
export function healthOf(feed: Feed): { readonly word: string; readonly level: 'good' | 'waiting' | 'poor' | 'bad' } {
  if (feed.status === 'gone') return { word: 'Gone', level: 'bad' };
  if (feed.status === 'paused') return { word: 'Paused', level: 'poor' };
  if (feed.failures >= 5) return { word: 'Failing', level: 'bad' };
  if (feed.failures > 0) return { word: 'Troubled', level: 'poor' };
  return feed.lastSuccessAt === undefined ? { word: 'Waiting', level: 'waiting' } : { word: 'Well', level: 'good' };
}

function feedItem(feed: Feed, now: string): Markup {
  const { word, level } = healthOf(feed);
  const url = webUrl(feed.url);
  const name = feed.title ?? feed.url;
  // The poller's warnings, shown although polls succeed.
  const notice = feed.memory?.notice;
  const { articlesPerDay: rate = 0 } = feed;
  const facts = [
    `${counted(feed.articlesSeen, 'article')}${rate >= 0.05 ? `, about ${rate.toFixed(1)} a day` : ''}`,
    `read ${ago(feed.lastSuccessAt, now)}`,
    `next ${feed.status === 'active' ? ago(feed.nextPollAt, now) : 'never'}`,
    ...(feed.failures > 0 ? [`${counted(feed.failures, 'failure')} in a row`] : []),
  ];
  return markup`<li data-feed="${feed.id}"><p class="state ${level}">${word}</p><div><h2><bdi>${name}</bdi></h2><p class="facts">${
    url === undefined
      ? feed.url
      : markup`<a
href="${url}" target="_blank" rel="noopener noreferrer nofollow">${feed.url}</a>`
  }</p>
<p class="facts">${facts.join(' · ')}</p>
${feed.lastError !== undefined && markup`<p class="why">${feed.lastError}</p>`}${typeof notice === 'string' && markup`<p class="note">${notice}</p>`}
<p class="acts"><button type="button" data-act="poll">Read it now</button><button type="button" class="quiet" data-act="remove-feed">Remove</button></p></div></li>`;
}

/** Scheduled feeds with their health, failing ones first. */
export function feedsContent(chrome: ConsoleChrome, { feeds }: Extract<ConsoleBody, { kind: 'feeds' }>): Markup {
  const order = ['bad', 'poor', 'waiting', 'good'];
  const sorted = [...feeds].sort((a, b) => order.indexOf(healthOf(a).level) - order.indexOf(healthOf(b).level));
  return markup`<h1>Feeds</h1>
<p class="lead">Sources that are read on a schedule: RSS, Atom, JSON Feed or a sitemap. Every new article is read once.</p>
<form class="row" data-form="feed"><label class="grow">Address of the feed <input
name="url" type="url" required placeholder="https://example.org/feed.xml"></label><label>Tags <input
name="tags" placeholder="space" autocomplete="off"></label><button type="submit" class="first">Add the feed</button></form>
<p class="acts"><label class="file">or many from an OPML file <input type="file" accept=".opml,.xml,text/x-opml" data-opml></label>${
    feeds.length > 0 &&
    markup`<a
href="${consoleHref({ collection: chrome.collection }, '/v1/feeds.opml')}" download="feeds.opml">Save these as OPML</a>`
  }</p>
${
  feeds.length === 0
    ? emptyState('No feeds yet.', 'Add the address of one above; its first articles arrive within a minute.')
    : markup`<ul
class="feeds">${sorted.map((feed) => feedItem(feed, chrome.now))}</ul>`
}`;
}
