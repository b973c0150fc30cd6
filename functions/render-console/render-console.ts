import type { Hono } from 'hono';
import { collectionsFor } from '../../shared/application/collections.ts';
import { errorPageOf } from '../../shared/application/error-page.ts';
import { createApi, endpoint } from '../../shared/http/api.ts';
import type { Caller } from '../../shared/http/caller.ts';
import { closeSession, openSession } from '../../shared/http/console-session.ts';
import * as operations from '../../shared/http/operations/console.ts';
import type { Reply } from '../../shared/http/reply.ts';
import { DatelineError } from '../../shared/kernel/dateline-error.ts';
import { CONSOLE_CSS } from '../../shared/pages/console/styles.ts';
import type { Repositories } from '../../shared/store/store.ts';
import type { Clients } from '../runtime/clients.ts';
import type { SigningServices } from '../runtime/services.ts';
import { consolePages } from './pages.ts';

/** Built scripts that are served under /assets: the console's and the timeline page's. */
const SCRIPTS: readonly string[] = ['console.js', 'embed-page.js'];

/** The console's pages and files, and the routes that sign in and out. */
export function renderConsole(
  services: SigningServices<Repositories> & { readonly baseUrl: string; readonly asset: Clients['asset'] },
): Hono {
  const { store, now, baseUrl } = services;
  const pages = consolePages(services);
  const isSecure = baseUrl.startsWith('https:');

  /** Uses up the token of a one-time link; the redirect removes it from the address. */
  async function enter(token: string): Promise<Reply | undefined> {
    const cookie = await openSession(token, store.leases, now(), isSecure);
    return cookie === undefined
      ? undefined
      : {
          status: 303,
          headers: { location: await firstPage(), 'set-cookie': cookie, 'referrer-policy': 'no-referrer' },
          cache: 'none',
        };
  }

  /** The collection to open after signing in: `main`, or the first one with events when `main` has none. */
  async function firstPage(): Promise<string> {
    const everything: Caller = { id: 'console', kind: 'session', scopes: ['admin'], collections: ['*'] };
    const filled = (await collectionsFor(store, everything)).filter(({ events }) => events > 0).map(({ name }) => name);
    return filled.length === 0 || filled.includes('main') ? '/' : `/?collection=${filled[0]}`;
  }

  return createApi(
    'render-console',
    { ...services, errorPage: errorPageOf(baseUrl) },
    {
      renderHome: endpoint(operations.renderHome, async ({ caller, raw }) => {
        const token = new URL(raw.url).searchParams.get('token');
        if (token === null) return pages.show(caller, raw, pages.home);
        // A link preview or prefetch must not spend the one-time link.
        if (isLookingAhead(raw)) return pages.signIn(raw, { failed: false });
        return (await enter(token)) ?? pages.signIn(raw, { failed: true });
      }),
      renderArticles: endpoint(operations.renderArticles, ({ caller, raw }) => pages.show(caller, raw, pages.articles)),
      renderEvents: endpoint(operations.renderEvents, ({ caller, raw }) => pages.show(caller, raw, pages.events)),
      renderTimelines: endpoint(operations.renderTimelines, ({ caller, raw }) =>
        pages.show(caller, raw, pages.timelines),
      ),
      renderFeeds: endpoint(operations.renderFeeds, ({ caller, raw }) => pages.show(caller, raw, pages.feeds)),
      renderWebhooks: endpoint(operations.renderWebhooks, ({ caller, raw }) => pages.show(caller, raw, pages.webhooks)),
      renderKeys: endpoint(operations.renderKeys, ({ caller, raw }) => pages.show(caller, raw, pages.keys)),
      renderArticle: endpoint(operations.renderArticle, ({ caller, raw, params }) =>
        pages.show(caller, raw, (request) => pages.article(request, params.id)),
      ),
      renderEvent: endpoint(operations.renderEvent, ({ caller, raw, params }) =>
        pages.show(caller, raw, (request) => pages.event(request, params.id)),
      ),
      renderTimeline: endpoint(operations.renderTimeline, ({ caller, raw, params }) =>
        pages.show(caller, raw, (request) => pages.timeline(request, params.slug)),
      ),

      readAsset: endpoint(operations.readAsset, async ({ params }) => {
        const [body, kind] =
          params.file === 'console.css'
            ? [CONSOLE_CSS, 'css']
            : [SCRIPTS.includes(params.file) ? await services.asset(params.file) : undefined, 'javascript'];
        if (body === undefined)
          throw new DatelineError('asset.not-found', 'There is no such file.', { detail: { field: 'file' } });
        return { status: 200, text: { body, contentType: `text/${kind}; charset=utf-8` }, cache: 'public' };
      }),

      endSession: endpoint(operations.endSession, async ({ raw }) => ({
        status: 204,
        headers: { 'set-cookie': await closeSession(raw, store.leases, isSecure) },
        cache: 'none',
      })),
    },
  );
}

/** Whether the request is a preview: a HEAD, or a browser that prefetches a link. */
const isLookingAhead = ({ method, headers }: Request): boolean =>
  method === 'HEAD' ||
  [headers.get('sec-purpose'), headers.get('purpose'), headers.get('x-moz')].join().includes('prefetch');
