import type { Item, Style } from './publisher.ts';

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/** A feed document of these items. */
export function renderFeed(format: Style['format'], host: string, items: readonly Item[]): string {
  if (format === 'json') return json(host, items);
  return format === 'atom' ? atom(host, items) : rss(host, items);
}

function rss(host: string, items: readonly Item[]): string {
  const rows = items.map(
    ({ link, guid, title, at, body }) =>
      `<item><title>${escaped(title)}</title><link>${escaped(link)}</link>` +
      (guid === undefined ? '' : `<guid isPermaLink="false">${escaped(guid)}</guid>`) +
      (at === undefined ? '' : `<pubDate>${new Date(at).toUTCString()}</pubDate>`) +
      `<description>${escaped(body)}</description></item>`,
  );
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>${host}</title><link>http://${host}/</link>${rows.join('')}</channel></rss>`;
}

function atom(host: string, items: readonly Item[]): string {
  const rows = items.map(
    ({ link, guid, title, at, body }) =>
      `<entry><id>${escaped(guid ?? link)}</id><title>${escaped(title)}</title><link href="${escaped(link)}"/>` +
      `<published>${at}</published><updated>${at}</updated><content type="text">${escaped(body)}</content></entry>`,
  );
  return `<feed xmlns="http://www.w3.org/2005/Atom"><id>${host}</id><title>${host}</title>${rows.join('')}</feed>`;
}

function json(host: string, items: readonly Item[]): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: host,
    items: items.map(({ link, guid, title, at, body }) => ({
      id: guid ?? link,
      url: link,
      title,
      date_published: at,
      content_text: body,
    })),
  });
}
