import type { Hono } from 'hono';
import { feedMessages } from '../../shared/application/feed-message.ts';
import { readOpml } from '../../shared/formats/feeds/read-opml.ts';
import { writeOpml } from '../../shared/formats/feeds/write-opml.ts';
import { createApi, endpoint } from '../../shared/http/api.ts';
import { type Caller, may, mustMay } from '../../shared/http/caller.ts';
import * as operations from '../../shared/http/operations/feeds.ts';
import { invalidRequest } from '../../shared/http/problem.ts';
import { done, ok } from '../../shared/http/reply.ts';
import { shownFeed } from '../../shared/ingest/feed-health.ts';
import { newFeed } from '../../shared/ingest/new-feed.ts';
import { DatelineError } from '../../shared/kernel/dateline-error.ts';
import type { AuditAct, Feed } from '../../shared/store/store.ts';
import type { Queue } from '../runtime/queue.ts';
import type { HttpServices } from '../runtime/services.ts';

/** Dependencies of the feed operations. */
export interface ManageFeedsServices extends HttpServices {
  /** The queue of feeds to fetch. */
  readonly queue: Queue;
  /** Hosts that feeds may be fetched from although their addresses are private. */
  readonly allowedHosts: readonly string[];
}

/** Feeds: follow, list, poll, remove, and all of them at once as OPML. Nothing is fetched here. */
export function manageFeeds(services: ManageFeedsServices): Hono {
  const { store, queue, now, allowedHosts } = services;
  const { feeds } = store;

  /** Makes the feed due now, puts it on the queue and returns it. */
  async function wake(feed: Feed): Promise<Feed> {
    const due: Feed = { ...feed, status: 'active', nextPollAt: now() };
    await feeds.save(due);
    await queue.send(feedMessages([due]));
    return due;
  }

  async function visible(id: string, caller: Caller): Promise<Feed> {
    const feed = await feeds.find(id);
    if (!feed || !may(caller, 'ingest', feed.collection)) {
      throw new DatelineError('feed.not-found', 'There is no such feed.', { detail: { field: 'id' } });
    }
    return feed;
  }

  async function shown(caller: Caller, collection: string | undefined): Promise<readonly Feed[]> {
    if (collection !== undefined) mustMay(caller, 'ingest', collection);
    return (await feeds.list(collection)).filter((feed) => may(caller, 'ingest', feed.collection));
  }

  const record = (act: AuditAct, caller: Caller, { id, collection, url }: Feed) =>
    store.audit.record({ at: now(), by: caller.id, act, subject: id, collection, after: { url } });

  return createApi('manage-feeds', services, {
    createFeed: endpoint(operations.createFeed, async ({ body, caller }) => {
      mustMay(caller, 'ingest', body.collection);
      const { created, feed } = await feeds.create(newFeed(body, now(), allowedHosts));
      if (created) {
        await queue.send(feedMessages([feed]));
        await record('feed.create', caller, feed);
      }
      // A feed that its publisher had ended is tried once more when someone adds it again.
      const current = feed.status === 'gone' ? await wake(feed) : feed;
      return {
        status: created ? 201 : 200,
        json: shownFeed(current),
        headers: { location: `/v1/feeds/${feed.id}` },
        cache: 'none',
      };
    }),

    listFeeds: endpoint(operations.listFeeds, async ({ query, caller }) =>
      ok({ feeds: (await shown(caller, query.collection)).map(shownFeed) }),
    ),

    readFeed: endpoint(operations.readFeed, async ({ params, caller }) =>
      ok(shownFeed(await visible(params.id, caller))),
    ),

    removeFeed: endpoint(operations.removeFeed, async ({ params, caller }) => {
      const feed = await visible(params.id, caller);
      await feeds.remove(feed.id);
      await record('feed.remove', caller, feed);
      return done();
    }),

    pollFeed: endpoint(operations.pollFeed, async ({ params, caller }) => {
      const feed = await wake(await visible(params.id, caller));
      return { status: 202, json: shownFeed(feed), cache: 'none' };
    }),

    importFeeds: endpoint(operations.importFeeds, async ({ body, caller }) => {
      mustMay(caller, 'ingest', body.collection);
      const { imported, ...result } = await importSubscriptions(body, services);
      await queue.send(feedMessages(imported));
      for (const feed of imported) await record('feed.create', caller, feed);
      return ok({ imported: imported.length, ...result }, { cache: 'none' });
    }),

    exportFeeds: endpoint(operations.exportFeeds, async ({ query, caller }) => {
      const body = writeOpml(await shown(caller, query.collection), {
        title: 'Feeds followed by Dateline',
        createdAt: now(),
      });
      return { status: 200, text: { body, contentType: 'text/x-opml; charset=utf-8' } };
    }),
  });
}

/** Creates the feeds of an OPML file; those that exist stay as they are, and unusable ones are returned with the reason. */
async function importSubscriptions(
  { opml, collection, tags: given = [] }: { opml: string; collection: string; tags?: readonly string[] | undefined },
  { store, now, allowedHosts }: ManageFeedsServices,
) {
  const imported: Feed[] = [];
  const { feeds: named, refused: unreadable } = subscriptions(opml);
  const refused = [...unreadable];
  for (const { url, title, tags } of named) {
    try {
      const request = { url, collection, tags: [...tags, ...given] };
      const { created, feed } = await store.feeds.create(
        newFeed(title === undefined ? request : { ...request, title }, now(), allowedHosts),
      );
      if (created) imported.push(feed);
    } catch (error) {
      if (!(error instanceof DatelineError) || error.code !== 'request.invalid') throw error;
      refused.push({ url, reason: error.message });
    }
  }
  const existing = named.length - imported.length - (refused.length - unreadable.length);
  return { imported, existing, refused };
}

function subscriptions(opml: string): ReturnType<typeof readOpml> {
  try {
    return readOpml(opml);
  } catch (error) {
    if (!(error instanceof DatelineError)) throw error;
    throw invalidRequest([{ in: 'body', field: 'opml', message: error.message }]);
  }
}
