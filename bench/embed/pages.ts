import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { TimelineEvent } from '../../shared/events/event.ts';
import { writeTimelinejs } from '../../shared/formats/timelinejs/write.ts';
import { writeEmbedPage } from '../../shared/pages/embed/write.ts';
import { WHOLE } from '../../shared/timeline/view.ts';
import { bundled, pageModel } from '../../test/browser/fixture-service.ts';
import { overviewOf } from '../../test/browser/overview-oracle.ts';
import { millionOverview } from './million.ts';

const packages = join(process.cwd(), 'node_modules');
const file = (path: string): string => readFileSync(join(packages, path), 'utf8');
const PEERS = {
  timelinejs: { js: '@knight-lab/timelinejs/dist/js/timeline.js', css: '@knight-lab/timelinejs/dist/css/timeline.css' },
  vis: {
    js: 'vis-timeline/standalone/umd/vis-timeline-graph2d.min.js',
    css: 'vis-timeline/styles/vis-timeline-graph2d.min.css',
  },
} as const;

/** Bytes of what each sends before it can draw, gzip level 9: scripts and styles, the data aside. */
export async function sizes(): Promise<Readonly<Record<string, number>>> {
  const gz = (text: string): number => gzipSync(text, { level: 9 }).length;
  const peer = ({ js, css }: { js: string; css: string }): number => gz(file(js)) + gz(file(css));
  return {
    dateline: gz(await bundled('embed/timeline/main.ts')),
    timelinejs: peer(PEERS.timelinejs),
    vis: peer(PEERS.vis),
  };
}

const shell = (head: string, body: string): string =>
  `<!doctype html><html><head><meta charset="utf-8"><title>bench</title>${head}</head><body style="margin:0">${body}</body></html>`;

const PAGES: Readonly<Record<string, (n: string) => string>> = {
  dateline: (n) =>
    shell(
      '<script type="module" src="/embed.js"></script><style>dateline-timeline{--dateline-height:400px}</style>',
      `<dateline-timeline src="/v1/timelines/${n}"></dateline-timeline>`,
    ),
  timelinejs: (n) =>
    shell(
      '<link rel="stylesheet" href="/timelinejs.css"><script src="/timelinejs.js"></script>',
      `<div id="t" style="height:600px"></div><script>fetch('/timelinejs/${n}.json').then((r) => r.json()).then((d) => { window.made = new TL.Timeline('t', d, { hash_bookmark: false }); })</script>`,
    ),
  vis: (n) =>
    shell(
      '<link rel="stylesheet" href="/vis.css"><script src="/vis.js"></script>',
      `<div id="t"></div><script>fetch('/vis/${n}.json').then((r) => r.json()).then((d) => { window.made = new vis.Timeline(document.getElementById('t'), new vis.DataSet(d), { height: 400, zoomKey: 'ctrlKey' }); })</script>`,
    ),
};

/** Serves every contender's page over the same events, all from this process. */
export async function servePages(
  sets: Readonly<Record<string, readonly TimelineEvent[]>>,
): Promise<{ url: string; stop: () => void }> {
  const json = new Map<string, string>();
  for (const [n, events] of Object.entries(sets)) {
    json.set(
      `/timelinejs/${n}.json`,
      writeTimelinejs({
        slug: 'bench',
        title: 'bench',
        url: 'http://127.0.0.1/',
        selfUrl: 'http://127.0.0.1/',
        updatedAt: '2026-01-01T00:00:00Z',
        events,
        total: events.length,
      }),
    );
    json.set(
      `/vis/${n}.json`,
      JSON.stringify(events.map(({ id, title, date }) => ({ id, content: title, start: date.start }))),
    );
  }
  const script = await bundled('embed/timeline/main.ts');
  /** Responses are cached, as the service keeps its tiles, so that the measurement leaves out this server's counting. */
  const kept = new Map<string, string>();
  const once = (key: string, make: () => string): string => {
    const made = kept.get(key) ?? make();
    kept.set(key, made);
    return made;
  };
  let url = '';
  const server = createServer((request, response) => {
    const at = new URL(request.url ?? '/', url);
    const send = (type: string, body: string): void => void response.writeHead(200, { 'content-type': type }).end(body);
    const [, kind = '', n = ''] = at.pathname.split('/');
    const page = PAGES[kind];
    const ready = json.get(at.pathname);
    if (ready !== undefined) return send('application/json', ready);
    if (at.pathname === '/embed.js') return send('text/javascript', script);
    for (const [name, { js, css }] of Object.entries(PEERS)) {
      if (at.pathname === `/${name}.js`) return send('text/javascript', file(js));
      if (at.pathname === `/${name}.css`) return send('text/css', file(css));
    }
    if (page) return send('text/html; charset=utf-8', page(n));
    if (kind === 'static')
      return send(
        'text/html; charset=utf-8',
        once(at.pathname, () => writeEmbedPage(pageModel(n, { title: 'bench', events: sets[n] ?? [] }, WHOLE, url))),
      );
    if (kind !== 'v1') return void response.writeHead(404).end();
    const [, , , slug = '', what] = at.pathname.split('/');
    const [from, to] = [at.searchParams.get('from'), at.searchParams.get('to')];
    const window = { ...(from && { from }), ...(to && { to }) };
    const buckets = Number(at.searchParams.get('buckets') ?? 50);
    if (what === 'overview')
      return send(
        'application/json',
        once(at.pathname + at.search, () =>
          JSON.stringify(
            slug === '1000000' ? millionOverview(window, buckets) : overviewOf(sets[slug] ?? [], buckets, window),
          ),
        ),
      );
    const inside = (sets[slug] ?? []).filter(({ date }) => (!from || date.end >= from) && (!to || date.start <= to));
    return send('application/json', JSON.stringify({ events: inside.slice(0, 200), next: null }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
