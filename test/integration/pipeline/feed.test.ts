import { createServer, type Server } from 'node:http';
import { buildCommand, type RunningService, serve, temporaryFolder, until } from '../local/dateline.ts';

const folder = temporaryFolder();
let publisher: Server;
let host: string;
let service: RunningService;
/** A request for the feed: its validator, and the status of the response. */
const asked: { readonly validator: string | undefined; readonly status: number }[] = [];

const FEED = `<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour news</title><link>http://HOST/</link>
<item><title>Lighthouse lit</title><link>http://HOST/lighthouse</link><guid>one</guid>
<pubDate>Mon, 02 Mar 2020 09:00:00 GMT</pubDate>
<description>The lighthouse of Westhaven was lit on 3 May 1904. It was rebuilt after a storm destroyed it on 9 November 1951.</description></item>
</channel></rss>`;

beforeAll(async () => {
  buildCommand();
  publisher = createServer((request, response) => {
    if (request.url !== '/feed.xml') return response.writeHead(404).end();
    const validator = request.headers['if-none-match'];
    const status = validator === '"v1"' ? 304 : 200;
    asked.push({ validator, status });
    response.writeHead(status, { etag: '"v1"', 'content-type': 'application/rss+xml' });
    return response.end(status === 200 ? FEED.replaceAll('HOST', host) : undefined);
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => publisher.once('listening', resolve));
  host = `127.0.0.1:${(publisher.address() as { port: number }).port}`;
  service = await serve(folder.path, ['--no-sample', '--allow-feed-host', host]);
});
afterAll(async () => {
  await service.end('SIGTERM');
  publisher.close();
  publisher.closeAllConnections();
  folder.remove();
});

// Until its first article is there, the collection is not either (404).
const events = async () => (await service.call('GET', '/v1/events?collection=harbour')).json.events ?? [];

test('a feed that is added is fetched, its items become articles with events, once; a second poll asks whether it changed', async () => {
  const added = await service.call('POST', '/v1/feeds', { url: `http://${host}/feed.xml`, collection: 'harbour' });
  expect([200, 201, 202]).toContain(added.status);
  await until('both events are there', async () => (await events()).length === 2);
  const before = await events();
  expect(before.map(({ date }: { date: { start: string } }) => date.start)).toEqual(['1904-05-03', '1951-11-09']);
  expect(before[0].evidence[0].url).toBe(`http://${host}/lighthouse`);

  const feed = async () => (await service.call('GET', `/v1/feeds/${added.json.id}`)).json;
  await until('the first poll has ended', async () => (await feed()).lastPolledAt !== undefined);
  // A host gets no request for a second after each visit; an earlier poll waits for the next minute.
  await new Promise((resolve) => setTimeout(resolve, 2_500));
  await service.call('POST', `/v1/feeds/${added.json.id}/poll`);
  await until('the second question', () => asked.length === 2);
  expect(asked).toEqual([
    { validator: undefined, status: 200 },
    { validator: '"v1"', status: 304 },
  ]);
  expect(await events()).toEqual(before);
  expect(await feed()).toMatchObject({ title: 'Harbour news', status: 'active', failures: 0 });
}, 120_000);
