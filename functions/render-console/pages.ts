import { collectionNamesFor } from '../../shared/application/collections.ts';
import { focusIn } from '../../shared/application/timeline-map.ts';
import { type Caller, may } from '../../shared/http/caller.ts';
import { cursorsOf } from '../../shared/http/cursor.ts';
import { isWithinReach } from '../../shared/http/issue-key.ts';
import type { Reply } from '../../shared/http/reply.ts';
import { isCollection } from '../../shared/http/schemas/primitives.ts';
import { consoleCsp } from '../../shared/pages/console/csp.ts';
import { type ConsoleBody, eventsIn } from '../../shared/pages/console/model.ts';
import { writeConsolePage } from '../../shared/pages/console/write.ts';
import { hasPictures } from '../../shared/pages/embed/note.ts';
import type { Repositories, SavedTimeline } from '../../shared/store/store.ts';
import { compare, positionOf } from '../../shared/timeline/curation.ts';
import { narrowQuery, readView, type TimelineView } from '../../shared/timeline/view.ts';
import type { SigningServices } from '../runtime/services.ts';

/** Events on one page, facets offered beside them, and buckets of the map above them. */
const [PAGE, FACETS, BUCKETS] = [50, 40, 40];
/** Deliveries shown of each webhook. */
const DELIVERIES = 10;
/** Events of a timeline that its editor is shown at once. */
const CURATED = 200;

type Page = (caller: Caller, raw: Request, collection: string) => Promise<ConsoleBody>;

/** Loads the data of each console page. Every page requires an administrator of its collection. */
export function consolePages({
  store,
  now,
  baseUrl,
  secrets,
}: SigningServices<Repositories> & { readonly baseUrl: string }) {
  const { articles, events, timelines, feeds, webhooks, keys, audit } = store;

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

  /** The page for callers who may see it; the sign-in page for others. */
  async function guarded(caller: Caller, raw: Request, page: Page): Promise<Reply> {
    const collection = collectionOf(raw);
    if (!may(caller, 'admin', collection)) return written({ kind: 'sign-in' }, raw);
    const [body, collections] = await Promise.all([page(caller, raw, collection), collectionNamesFor(store, caller)]);
    return written(body, raw, collections);
  }

  /** The events that an editor can choose among: what the filters find, and what is pinned or hidden already. */
  async function eventsToCurate({ collection, query, pinned = [], hidden = [] }: SavedTimeline) {
    const page = await events.list({ ...query, collection }, { order: 'asc', limit: CURATED });
    const known = new Set(page.events.map(({ id }) => id));
    const chosen = [...new Set([...pinned, ...hidden])].filter((id) => !known.has(id));
    const others = (chosen.length > 0 ? await events.findMany(chosen) : []).filter(
      (one) => one.collection === collection,
    );
    const all = [...page.events, ...others].sort((a, b) => compare(positionOf(a), positionOf(b), 'asc'));
    return { events: all, isCut: page.next !== null };
  }

  const notFound = (what: string): ConsoleBody => ({
    kind: 'error',
    status: 404,
    message: `There is no such ${what}.`,
  });

  return {
    signIn: (raw: Request, { failed }: { readonly failed: boolean }) => written({ kind: 'sign-in', failed }, raw),

    home: (caller: Caller, raw: Request) =>
      guarded(caller, raw, async (_, __, collection) => ({
        kind: 'home',
        timelines: (await timelines.list({})).filter((one) => one.collection === collection),
        total: (await events.overview({ collection }, 1)).total,
      })),

    article: (caller: Caller, raw: Request, id: string) =>
      guarded(caller, raw, async () => {
        const article = await articles.find(id);
        if (!article || !may(caller, 'admin', article.collection)) return notFound('article');
        return { kind: 'article', article, events: await articles.eventsOf(id) };
      }),

    articles: (caller: Caller, raw: Request) =>
      guarded(caller, raw, async (_, __, collection) => {
        const { searchParams } = new URL(raw.url);
        const status = (['queued', 'done', 'failed'] as const).find((one) => one === searchParams.get('status'));
        const cursors = cursorsOf({ query: { subject: `articles/${collection}/${status}` }, order: 'desc' }, secrets);
        const asked = searchParams.get('cursor');
        const cursor = asked === null ? undefined : await cursors.open(asked).catch(() => undefined);
        const page = await articles.list({
          collections: [collection],
          limit: PAGE,
          ...(status && { status }),
          ...(cursor !== undefined && { cursor }),
        });
        return { kind: 'articles', ...page, next: await cursors.close(page.next), ...(status && { status }) };
      }),

    events: (caller: Caller, raw: Request) =>
      guarded(caller, raw, async (_, __, collection) => {
        const view = readView(new URL(raw.url).searchParams);
        const query = narrowQuery({ collection }, view) ?? { collection, from: '9999-12-31', to: '9999-12-31' };
        const cursors = cursorsOf({ query, order: 'asc' }, secrets);
        // A stale link shows the first page.
        const cursor = view.cursor === undefined ? undefined : await cursors.open(view.cursor).catch(() => undefined);
        const [overview, page, facets] = await Promise.all([
          events.overview(query, BUCKETS),
          events.list(query, { order: 'asc', limit: PAGE, ...(cursor !== undefined && { cursor }) }),
          events.facets({ collection, prefix: '', limit: FACETS }),
        ]);
        const isWindow = view.from !== undefined || view.to !== undefined;
        const closer = (stretch: object) => events.overview({ ...query, ...stretch }, BUCKETS);
        const focus = isWindow ? undefined : await focusIn(overview, closer);
        return {
          kind: 'events',
          view,
          unread: unreadBounds(raw, view),
          overview,
          ...(focus && { focus }),
          events: page.events,
          next: await cursors.close(page.next),
          facets,
        };
      }),

    event: (caller: Caller, raw: Request, id: string) =>
      guarded(caller, raw, async () => {
        const event = await events.find(id);
        if (!event || !may(caller, 'admin', event.collection)) return notFound('event');
        return { kind: 'event', event, history: await audit.list({ subject: id, limit: 50 }) };
      }),

    timelines: (caller: Caller, raw: Request) =>
      guarded(caller, raw, async () => ({
        kind: 'timelines',
        timelines: (await timelines.list({})).filter((one) => may(caller, 'admin', one.collection)),
      })),

    timeline: (caller: Caller, raw: Request, slug: string) =>
      guarded(caller, raw, async () => {
        const timeline = await timelines.find(slug);
        if (!timeline || !may(caller, 'admin', timeline.collection)) return notFound('timeline');
        return { kind: 'timeline', timeline, ...(await eventsToCurate(timeline)) };
      }),

    feeds: (caller: Caller, raw: Request) =>
      guarded(caller, raw, async (_, __, collection) => ({ kind: 'feeds', feeds: await feeds.list(collection) })),

    webhooks: (caller: Caller, raw: Request) =>
      guarded(caller, raw, async (_, __, collection) => ({
        kind: 'webhooks',
        webhooks: await Promise.all(
          (await webhooks.list(collection)).map(async (webhook) => ({
            webhook,
            deliveries: await webhooks.deliveries(webhook.id, DELIVERIES),
          })),
        ),
      })),

    keys: (caller: Caller, raw: Request) =>
      guarded(caller, raw, async () => {
        return { kind: 'keys', keys: (await keys.list()).filter((key) => isWithinReach(caller, key)) };
      }),
  };
}

/** The collection of the one thing that a page shows, whatever its address says. */
function collectionIn(body: ConsoleBody): string | undefined {
  if (body.kind === 'timeline') return body.timeline.collection;
  if (body.kind === 'article') return body.article.collection;
  return body.kind === 'event' ? body.event.collection : undefined;
}

/** Bounds that stand in the address and say no day. */
function unreadBounds(raw: Request, view: TimelineView): { readonly from?: string; readonly to?: string } {
  const asked = (name: 'from' | 'to'): string => new URL(raw.url).searchParams.get(name)?.trim().slice(0, 40) ?? '';
  const [from, to] = [asked('from'), asked('to')];
  return {
    ...(from !== '' && view.from === undefined && { from }),
    ...(to !== '' && view.to === undefined && { to }),
  };
}

/** The collection that a page is about; `main` for an invalid name. */
function collectionOf(raw: Request): string {
  const asked = new URL(raw.url).searchParams.get('collection');
  return asked !== null && isCollection(asked) ? asked : 'main';
}
