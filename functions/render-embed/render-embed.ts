import type { Hono } from 'hono';
import { errorPageOf } from '../../shared/application/error-page.ts';
import { firstPage } from '../../shared/application/first-page.ts';
import { BUCKETS, mapIn, mapOf } from '../../shared/application/timeline-map.ts';
import { timelineVisits } from '../../shared/application/timeline-visits.ts';
import { eventIn } from '../../shared/display/event-in-language.ts';
import { createApi, endpoint } from '../../shared/http/api.ts';
import { embedOf } from '../../shared/http/embed-address.ts';
import { readEmbedScript, readOembed, renderEmbed } from '../../shared/http/operations/embeds.ts';
import { ok } from '../../shared/http/reply.ts';
import { DatelineError } from '../../shared/kernel/dateline-error.ts';
import { embedCsp } from '../../shared/pages/embed/csp.ts';
import { hasPictures } from '../../shared/pages/embed/note.ts';
import { writeOembed } from '../../shared/pages/embed/oembed.ts';
import { writeEmbedPage } from '../../shared/pages/embed/write.ts';
import type { Repositories, SavedTimeline } from '../../shared/store/store.ts';
import { readView } from '../../shared/timeline/view.ts';
import type { Clients } from '../runtime/clients.ts';
import type { SigningServices } from '../runtime/services.ts';

/** `/embed/{slug}`, `/embed.js` and `/oembed`. */
export function renderEmbedApi(
  services: SigningServices<Repositories> & { readonly baseUrl: string; readonly asset: Clients['asset'] },
): Hono {
  const visits = timelineVisits(services);
  const { baseUrl } = services;

  return createApi(
    'render-embed',
    { ...services, errorPage: errorPageOf(baseUrl) },
    {
      renderEmbed: endpoint(renderEmbed, async ({ params, caller, raw }) => {
        const view = readView(new URL(raw.url).searchParams);
        const visit = await visits.open({ slug: params.slug, token: view.token, caller });
        const overview = visit.reader.overview(view, BUCKETS);
        const [map, page, event] = await Promise.all([
          mapOf(visit, view, overview),
          firstPage(visit, view, overview),
          view.event === undefined ? undefined : visit.reader.event(view.event),
        ]);
        const opened = event && eventIn(view.lang, event);
        return {
          status: 200,
          text: {
            body: writeEmbedPage({
              ...mapIn(view.lang, map),
              ...page,
              events: page.events.map((event) => eventIn(view.lang, event)),
              baseUrl,
              today: services.now().slice(0, 10),
              ...(opened && { opened }),
            }),
            contentType: 'text/html; charset=utf-8',
          },
          headers: {
            'content-security-policy': embedCsp({
              baseUrl,
              hasSearch: view.search === true,
              hasPictures: hasPictures([...page.events, ...(opened ? [opened] : [])]),
              ...framersOf(visit.timeline),
            }),
            'referrer-policy': 'no-referrer',
            'cross-origin-resource-policy': 'cross-origin',
            // Allows pages under COEP to frame this one, also in a credentialless frame.
            'cross-origin-embedder-policy': 'credentialless',
          },
          cache: visit.cache,
        };
      }),

      readEmbedScript: endpoint(readEmbedScript, async ({ query: { lang = 'en' } }) => {
        const body = await services.asset(`dateline-timeline${lang === 'en' ? '' : `.${lang}`}.js`);
        if (body === undefined) throw new DatelineError('asset.not-found', 'The widget has not been built.');
        return {
          status: 200,
          text: { body, contentType: 'text/javascript; charset=utf-8' },
          headers: { 'cross-origin-resource-policy': 'cross-origin' },
          cache: 'public',
        };
      }),

      readOembed: endpoint(readOembed, async ({ query: { url, maxwidth, maxheight }, caller }) => {
        const { slug, token, lang } = embedOf(url, baseUrl);
        const { timeline, cache } = await visits.open({ slug, token, caller });
        const size = { ...(maxwidth && { maxwidth }), ...(maxheight && { maxheight }) };
        const asked = { ...(token && { token }), ...(lang && { lang }) };
        return ok(writeOembed({ baseUrl, slug, title: timeline.title, ...asked, ...size }), { cache });
      }),
    },
  );
}

/** Origins that may frame the page, for its Content-Security-Policy: none for an empty list, any if there is no list. */
function framersOf({ frameAncestors }: SavedTimeline): { readonly frameAncestors?: readonly string[] } {
  if (frameAncestors === undefined) return {};
  return { frameAncestors: frameAncestors.length > 0 ? frameAncestors : ["'none'"] };
}
