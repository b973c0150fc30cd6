import { collectionNamesFor } from '../../shared/application/collections.ts';
import { type Caller, may } from '../../shared/http/caller.ts';
import type { Reply } from '../../shared/http/reply.ts';
import { isCollection } from '../../shared/http/schemas/primitives.ts';
import { consoleCsp } from '../../shared/pages/console/csp.ts';
import { type ConsoleBody, eventsIn } from '../../shared/pages/console/model.ts';
import { writeConsolePage } from '../../shared/pages/console/write.ts';
import { hasPictures } from '../../shared/pages/embed/note.ts';
import { articlePages } from './article-pages.ts';
import { connectionPages } from './connection-pages.ts';
import { eventPages } from './event-pages.ts';
import type { ConsoleRequest, PageServices } from './page-services.ts';
import { timelinePages } from './timeline-pages.ts';

/** Sends the console's pages. Every page but that for signing in requires an administrator of its collection. */
export function consolePages(services: PageServices) {
  const { store, now, baseUrl } = services;

  function written(body: ConsoleBody, raw: Request, collections: readonly string[] = []): Reply {
    const chrome = { baseUrl, collection: collectionIn(body) ?? collectionOf(raw), collections, now: now() };
    const page = writeConsolePage({ chrome, body });
    return {
      status: body.kind === 'error' ? body.status : 200,
      text: { body: page, contentType: 'text/html; charset=utf-8' },
      headers: {
        'content-security-policy': consoleCsp({ hasPictures: hasPictures(eventsIn(body)) }),
        'referrer-policy': 'same-origin',
      },
      cache: 'none',
    };
  }

  return {
    /** The sign-in page; `failed` if the one-time link had already been used. */
    signIn: (raw: Request, { failed }: { readonly failed: boolean }) => written({ kind: 'sign-in', failed }, raw),

    /** A page for callers who may see it; the sign-in page for others. */
    async show(caller: Caller, raw: Request, page: (request: ConsoleRequest) => Promise<ConsoleBody>): Promise<Reply> {
      const collection = collectionOf(raw);
      if (!may(caller, 'admin', collection)) return written({ kind: 'sign-in' }, raw);
      const request = { caller, raw, collection };
      const [body, collections] = await Promise.all([page(request), collectionNamesFor(store, caller)]);
      return written(body, raw, collections);
    },

    ...articlePages(services),
    ...eventPages(services),
    ...timelinePages(services),
    ...connectionPages(services),
  };
}

/** The collection of the object that a page shows, which may differ from the one in the address. */
function collectionIn(body: ConsoleBody): string | undefined {
  if (body.kind === 'timeline') return body.timeline.collection;
  if (body.kind === 'article') return body.article.collection;
  return body.kind === 'event' ? body.event.collection : undefined;
}

/** The collection named in the request; `main` for an invalid name. */
function collectionOf(raw: Request): string {
  const request = new URL(raw.url).searchParams.get('collection');
  return request !== null && isCollection(request) ? request : 'main';
}
