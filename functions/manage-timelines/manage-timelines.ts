import type { Hono } from 'hono';
import { createApi, endpoint } from '../../shared/http/api.ts';
import { may, mustMay } from '../../shared/http/caller.ts';
import { makeEmbedToken } from '../../shared/http/embed-token.ts';
import {
  createEmbedToken,
  listTimelines,
  putTimeline,
  readTimeline,
  removeTimeline,
} from '../../shared/http/operations/timelines.ts';
import { done, ok } from '../../shared/http/reply.ts';
import { stable } from '../../shared/http/stable.ts';
import { visitTimeline } from '../../shared/http/timeline-access.ts';
import { DatelineError } from '../../shared/kernel/dateline-error.ts';
import type { SigningServices } from '../runtime/services.ts';

/** Saved timelines: list, read, save, remove. */
export function manageTimelines(services: SigningServices & { readonly baseUrl: string }): Hono {
  const { timelines, audit } = services.store;

  return createApi('manage-timelines', services, {
    listTimelines: endpoint(listTimelines, async ({ caller }) => {
      const all = await timelines.list({});
      const shown = all.filter(
        ({ visibility, collection }) => visibility === 'public' || may(caller, 'read', collection),
      );
      return ok(stable({ timelines: shown }), { cache: caller.kind === 'anonymous' ? 'public' : 'private' });
    }),

    readTimeline: endpoint(readTimeline, async ({ params, query, caller }) => {
      const visit = { slug: params.slug, token: query.token, caller, now: services.now() };
      const { timeline, cache } = await visitTimeline(visit, timelines, services.secrets);
      return ok(stable(timeline), { cache });
    }),

    putTimeline: endpoint(putTimeline, async ({ params, body, caller }) => {
      mustMay(caller, 'admin', body.collection);
      const before = await timelines.find(params.slug);
      if (before && !may(caller, 'admin', before.collection)) {
        throw new DatelineError('timeline.conflict', 'The slug is taken.', { detail: { field: 'slug' } });
      }
      const { created, timeline } = await timelines.put({ ...body, slug: params.slug });
      const act = { at: services.now(), by: caller.id, subject: params.slug };
      const isMoved = before !== undefined && before.collection !== body.collection;
      // A reader of one collection must not learn from the audit log what a timeline contained in another.
      if (isMoved) await audit.record({ ...act, act: 'timeline.remove', collection: before.collection, before });
      const put = { collection: body.collection, ...(!isMoved && { before }), after: timeline };
      await audit.record({ ...act, act: 'timeline.put', ...put });
      return created
        ? { status: 201, json: timeline, headers: { location: `/v1/timelines/${params.slug}` } }
        : ok(timeline);
    }),

    createEmbedToken: endpoint(createEmbedToken, async ({ params, body, caller }) => {
      const timeline = await timelines.find(params.slug);
      if (!timeline || !may(caller, 'admin', timeline.collection)) throw noSuchTimeline();
      const now = services.now();
      const expiresAt = new Date(Date.parse(now) + body.expiresInSeconds * 1000).toISOString();
      const token = await makeEmbedToken(params.slug, expiresAt, services.secrets);
      const { collection } = timeline;
      await audit.record({
        at: now,
        by: caller.id,
        act: 'timeline.token',
        subject: params.slug,
        collection,
        after: { expiresAt },
      });
      const url = `${services.baseUrl}/embed/${params.slug}?token=${token}`;
      return { status: 201, json: { token, url, expiresAt }, cache: 'none' };
    }),

    removeTimeline: endpoint(removeTimeline, async ({ params, caller }) => {
      const before = await timelines.find(params.slug);
      if (!before || !may(caller, 'admin', before.collection)) throw noSuchTimeline();
      await timelines.remove(params.slug);
      const { collection } = before;
      await audit.record({
        at: services.now(),
        by: caller.id,
        act: 'timeline.remove',
        subject: params.slug,
        collection,
        before,
      });
      return done();
    }),
  });
}

const noSuchTimeline = (): DatelineError =>
  new DatelineError('timeline.not-found', 'There is no such timeline.', { detail: { field: 'slug' } });
