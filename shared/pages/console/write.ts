import { type Markup, markup, written } from '../../display/markup.ts';
import { articleContent } from './article.ts';
import { articlesContent } from './articles.ts';
import { consolePage } from './chrome.ts';
import { eventContent } from './event.ts';
import { eventsContent } from './events.ts';
import { feedsContent } from './feeds.ts';
import { homeContent } from './home.ts';
import { keysContent } from './keys.ts';
import type { ConsolePageModel } from './model.ts';
import { timelineContent, timelinesContent } from './timelines.ts';
import { webhooksContent } from './webhooks.ts';

const signIn = (failed: boolean): Markup => markup`<div class="empty"><h1>The console</h1>
${failed && markup`<p class="notice bad">That link has been used already, or is older than a quarter of an hour.</p>`}
<p>Open the one-time link that <code>dateline serve</code> prints when it starts. It signs this browser in for twelve hours.</p>
<p>Public timelines need no signing in: <code>/embed/</code> and the timeline’s name.</p></div>`;

/** Writes a page of the console. It can be read without scripts; send it with `consoleCsp`. */
export function writeConsolePage({ chrome, body }: ConsolePageModel): string {
  const page = (title: string, place: string, content: Markup, signedIn = true): string =>
    written(consolePage(chrome, { title, place, content, signedIn }));
  switch (body.kind) {
    case 'sign-in':
      return page('Sign in', '/', signIn(body.failed === true), false);
    case 'home':
      return page('Read an article', '/', homeContent(chrome, body));
    case 'articles':
      return page('Articles', '/articles', articlesContent(chrome, body));
    case 'article':
      return page(body.article.title ?? 'Article', '/articles', articleContent(chrome, body));
    case 'events':
      return page('Events', '/events', eventsContent(chrome, body));
    case 'event':
      return page(body.event.title, '/events', eventContent(chrome, body));
    case 'timelines':
      return page('Timelines', '/timelines', timelinesContent(chrome, body));
    case 'timeline':
      return page(body.timeline.title, '/timelines', timelineContent(chrome, body));
    case 'feeds':
      return page('Feeds', '/feeds', feedsContent(chrome, body));
    case 'webhooks':
      return page('Webhooks', '/webhooks', webhooksContent(chrome, body));
    case 'keys':
      return page('Keys', '/keys', keysContent(chrome, body));
    case 'error':
      return page(
        'Not as hoped',
        '/',
        markup`<div class="empty"><h1>${body.message}</h1><p>Status ${body.status}. <a href="/">Back to the console</a></p></div>`,
      );
  }
}
