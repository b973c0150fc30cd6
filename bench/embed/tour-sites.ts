import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The site of another publisher: a feed of two stories, and pages that embed a timeline. */
export interface Sites {
  readonly url: string;
  readonly host: string;
  stop(): Promise<void>;
}

const story = (n: number, title: string, words: string): string =>
  `<item><title>${title}</title><link>http://stories.example/${n}</link><guid isPermaLink="false">story-${n}</guid><pubDate>Mon, 02 Mar 2026 08:0${n}:00 +0100</pubDate><description>${words}</description></item>`;

const FEED = `<?xml version="1.0"?><rss version="2.0"><channel><title>The Harbour Post</title><link>http://stories.example/</link>${story(
  1,
  'The lock is repaired',
  'The northern lock was repaired on 12 February 2026 after a barge had struck its gate in November 2025. The port authority plans to replace the gate in 2027.',
)}${story(
  2,
  'A lighthouse keeper retires',
  'Ada Brandt retired on 28 February 2026. She had come to the lighthouse in 1984 and lit its lamp by hand until the winter of 1991.',
)}</channel></rss>`;

/** Hostile CSS rules as in the pages of others: resets, floats, important declarations. */
const HOSTILE_CSS =
  '*{float:left!important;margin:7px!important;letter-spacing:.12em;line-height:2.4;text-transform:uppercase;border:1px dotted #e99}' +
  'button{background:red!important;font-size:30px!important;display:block!important}li{list-style:square;display:inline!important}' +
  'svg{width:90px!important}p{font:italic 26px cursive}body{background:#ffe}.narrow{width:210px}.tiny{width:120px}';

/** A page whose CSS disturbs embedded elements. */
const hostile = (
  service: string,
  slug: string,
): string => `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>A hostile page</title><style>${HOSTILE_CSS}</style><h2>A page with rules of its own</h2>
<script type="module" src="${service}/embed.js"></script>
<div style="width:100%"><dateline-timeline src="${service}/v1/timelines/${slug}"></dateline-timeline></div>
<div class="narrow"><dateline-timeline src="${service}/v1/timelines/${slug}"></dateline-timeline></div>
<div class="tiny"><dateline-timeline src="${service}/v1/timelines/${slug}"></dateline-timeline></div>
<iframe src="${service}/embed/${slug}" title="Harbour" width="100%" height="480"></iframe></html>`;

/** Starts the sites on loopback. */
export async function startSites(): Promise<Sites> {
  const server = createServer((request, response) => {
    const at = new URL(request.url ?? '/', 'http://sites.example');
    const isFeed = at.pathname === '/feed.xml';
    response.writeHead(200, { 'content-type': `${isFeed ? 'application/rss+xml' : 'text/html'}; charset=utf-8` });
    response.end(isFeed ? FEED : hostile(at.searchParams.get('service') ?? '', at.searchParams.get('slug') ?? ''));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: `http://${host}`,
    host,
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
