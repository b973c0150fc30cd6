import type { Hono } from 'hono';
import { embedCsp } from '../../shared/formats/embed/csp.ts';
import { writeOembed } from '../../shared/formats/embed/oembed.ts';
import { readView } from '../../shared/formats/embed/view.ts';
import { writeEmbedPage } from '../../shared/formats/embed/write.ts';
import { createApi, endpoint } from '../../shared/http/api.ts';
import { embedOf } from '../../shared/http/embed-address.ts';
import { readEmbedScript, readOembed, renderEmbed } from '../../shared/http/operations/embeds.ts';
import { ok } from '../../shared/http/reply.ts';
import { DatelineError } from '../../shared/kernel/dateline-error.ts';
import type { Clients } from '../clients.ts';
import type { HttpServices } from '../services.ts';
import { mapOf } from '../timeline-map.ts';
import { timelineVisits } from '../timeline-visits.ts';

/** Events on one page of an embed. */
const PAGE = 50;

/** `/embed/{slug}`, `/embed.js` and `/oembed`. */
export function renderEmbedApi(
  services: HttpServices & { readonly baseUrl: string; readonly asset: Clients['asset'] },
): Hono {
  const visits = timelineVisits(services);
  const { baseUrl } = services;

  return createApi('render-embed', services, {
    renderEmbed: endpoint(renderEmbed, async ({ params, caller, raw }) => {
      const view = readView(new URL(raw.url).searchParams);
      const visit = await visits.open({ slug: params.slug, token: view.token, caller });
      const { cursor } = view;
      const [map, page, opened] = await Promise.all([
        mapOf(visit, view),
        visit.reader.page(view, { order: 'asc', limit: PAGE, ...(cursor !== undefined && { cursor }) }),
        view.event === undefined ? undefined : visit.reader.event(view.event),
      ]);
      const { frameAncestors } = visit.timeline;
      return {
        status: 200,
        text: {
          body: writeEmbedPage({ ...map, ...page, baseUrl, ...(opened && { opened }) }),
          contentType: 'text/html; charset=utf-8',
        },
        headers: {
          'content-security-policy': embedCsp({ baseUrl, ...(frameAncestors && { frameAncestors }) }),
          'referrer-policy': 'no-referrer',
          'cross-origin-resource-policy': 'cross-origin',
          // A page under COEP may frame it, in a credentialless frame too.
          'cross-origin-embedder-policy': 'credentialless',
        },
        cache: visit.cache,
      };
    }),

    readEmbedScript: endpoint(readEmbedScript, async () => {
      const body = await services.asset('dateline-timeline.js');
      if (body === undefined) throw new DatelineError('asset.not-found', 'The widget has not been built.');
      return {
        status: 200,
        text: { body, contentType: 'text/javascript; charset=utf-8' },
        headers: { 'cross-origin-resource-policy': 'cross-origin' },
        cache: 'public',
      };
    }),

    readOembed: endpoint(readOembed, async ({ query: { url, maxwidth, maxheight }, caller }) => {
      const { slug, token } = embedOf(url, baseUrl);
      const { timeline, cache } = await visits.open({ slug, token, caller });
      const size = { ...(maxwidth && { maxwidth }), ...(maxheight && { maxheight }) };
      return ok(writeOembed({ baseUrl, slug, title: timeline.title, ...(token && { token }), ...size }), { cache });
    }),
  });
}
