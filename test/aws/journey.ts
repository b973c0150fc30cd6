import { createHash } from 'node:crypto';
import { issueConsoleToken } from '../../shared/http/console-session.ts';
import type { Operation } from '../../shared/http/operation.ts';
import { DESCRIBED } from '../../shared/http/operations/all.ts';
import type { Route } from '../../shared/http/route.ts';
import { ROUTES } from '../../shared/http/routes.ts';
import { addressOf, edited, fill, type Known, known } from '../integration/http/known.ts';
import { BASE } from '../integration/http/service.ts';
import { type Account, sqsEvent, type Web } from './account.ts';
import type { DeployedService } from './deployed-service.ts';
import { requestLists } from './list-requests.ts';
import { sweepUp } from './recovery.ts';
import { HOOKS, tellWebhooks } from './webhooks.ts';

/** Pages that the service fetches in this journey. */
export const WEB: Web = {
  ...HOOKS,
  'http://news.example/robots.txt': { type: 'text/plain', body: 'User-agent: *\nAllow: /\n' },
  'http://news.example/feed.xml': {
    type: 'application/rss+xml',
    body: `<rss version="2.0"><channel><title>Harbour news</title><link>http://news.example/</link><description>d</description>
<item><title>Lighthouse</title><link>http://news.example/lighthouse</link><guid>lighthouse</guid><pubDate>Mon, 02 Mar 2026 10:00:00 GMT</pubDate>
<description>The lighthouse was repaired on 4 May 1998.</description></item>
<item><title>Pier</title><link>http://news.example/pier</link><guid>pier</guid><pubDate>Mon, 02 Mar 2026 11:00:00 GMT</pubDate></item>
</channel></rss>`,
  },
  'http://news.example/pier': {
    type: 'text/html; charset=utf-8',
    body: `<html><head><title>Pier</title></head><body><article><h1>Pier</h1>${'<p>The pier was opened on 7 June 1911. It burned down on 3 May 1950.</p>'.repeat(4)}</article></body></html>`,
  },
};

/** Every route of the table, asked as its example says or, for the console's pages, by a signed-in editor. @returns what was not answered so. */
export async function askEveryRoute(account: Account, service: DeployedService): Promise<readonly string[]> {
  const admin = await service.key({});
  const wrong: string[] = [];
  const sample = await known(service, admin, 'sample');
  let world = 0;
  for (const route of ROUTES) {
    const described = DESCRIBED.find(({ id }) => id === route.operationId);
    if (described?.example === undefined) continue;
    // Each changing request has data of its own, since some examples remove records that others read.
    const isChange = route.method !== 'GET' && route.path.includes('{');
    const fresh = isChange ? await known(service, admin, `world-${world++}`) : sample;
    const ids = ['splitEvent', 'undoEdit'].includes(route.operationId) ? await edited(service, admin, fresh) : fresh;
    const status = await askExample(service, { route, example: described.example, ids, key: admin });
    if (status !== described.example.status) wrong.push(`${route.method} ${route.path}: ${status}`);
    await service.process();
  }
  wrong.push(...(await askPages(service, sample)));
  for (const route of ROUTES.filter(({ method }) => method === 'GET')) {
    const { status } = await service.call('HEAD', addressOf(route, { params: params(route, sample) }, sample), {
      key: admin,
    });
    if (status >= 500) wrong.push(`HEAD ${route.path}: ${status}`);
  }
  wrong.push(...(await askOnce(account, service, sample)), ...(await askForPrivate(service, sample)));
  for (const [method, path, expected] of [
    ['GET', '/nothing/here', 404],
    ['PUT', '/v1/events', 405],
    ['OPTIONS', '/v1/timelines/sample', 204],
  ] as const) {
    const { status } = await service.call(method, path, { headers: { origin: 'https://elsewhere.example' } });
    if (status !== expected) wrong.push(`${method} ${path}: ${status}`);
  }
  return wrong;
}

/**
 * For each function: an unused key, and one request of each kind that is done once, whose answer cannot be kept, so that
 * it may be sent again.
 */
async function askOnce(account: Account, service: DeployedService, sample: Known): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const name of new Set(ROUTES.map((route) => route.function))) {
    const key = await service.key({});
    const routes = ROUTES.filter((route) => route.function === name && route.access !== 'public');
    const first = routes[0] ?? { method: 'GET', path: '/health' };
    await service.call(first.method, first.path.replace(/\{\w+\}/g, 'nothing'), { key, body: {} });
    const route = routes.find(({ method }) => method === 'POST');
    const example = DESCRIBED.find(({ id }) => id === route?.operationId)?.example;
    if (route === undefined || example === undefined) continue;
    const ids = route.path.includes('{') ? await known(service, key, `once-${name}`) : sample;
    let kept = 0;
    account.aws.failOn(
      ({ action, leadingKeys = [] }) =>
        action === 'dynamodb:PutItem' && leadingKeys.some((one) => one.startsWith('Z|idempotency')) && ++kept === 2,
    );
    const answers = [
      await askExample(service, { route, example, ids, key }),
      await askExample(service, { route, example, ids, key }),
    ];
    account.aws.failOn(() => false);
    if ((answers[0] ?? 0) < 500 || (answers[1] ?? 500) >= 500) wrong.push(`POST ${route.path}: ${answers}`);
    await service.process();
  }
  return wrong;
}

interface Asking {
  readonly route: Route;
  readonly example: NonNullable<Operation['example']>;
  readonly ids: Known;
  readonly key: string;
}

async function askExample(service: DeployedService, { route, example, ids, key }: Asking): Promise<number> {
  const renamed: typeof example = JSON.parse(
    JSON.stringify(example)
      .replaceAll('"sample"', `"${ids.timeline}"`)
      .replaceAll('/embed/sample', `/embed/${ids.timeline}`),
  );
  const query = { ...example.query, ...(renamed.query?.url && { url: renamed.query.url }) };
  const address = addressOf(route, { query, ...(renamed.params && { params: renamed.params }) }, ids).replace(
    encodeURIComponent(BASE),
    encodeURIComponent(service.baseUrl),
  );
  const body = example.body === undefined ? {} : { body: JSON.parse(fill(JSON.stringify(example.body), ids)) };
  const headers = route.method === 'POST' ? { 'idempotency-key': `once-${route.operationId}` } : {};
  return (await service.call(route.method, address, { key, headers, ...body })).status;
}

/** Values for the parameters of a path, by their names. */
const params = ({ path }: Route, ids: Known): Readonly<Record<string, string>> => ({
  id: /articles/.test(path)
    ? ids.article
    : /feeds/.test(path)
      ? ids.feed
      : /webhooks/.test(path)
        ? ids.webhook
        : ids.event,
  slug: ids.timeline,
  file: 'console.js',
});

/** The console's pages, which no example describes, for an editor who came in by a link. */
async function askPages(service: DeployedService, ids: Known): Promise<readonly string[]> {
  const token = await issueConsoleToken(service.store.leases, new Date().toISOString());
  const entered = await service.call('GET', `/?token=${token}`);
  const cookie = entered.cookies[0]?.split(';')[0] ?? '';
  const wrong = entered.status === 303 ? [] : [`GET /?token: ${entered.status}`];
  const pages = ROUTES.filter(({ function: name }) => name === 'render-console');
  // The session ends with the last of them.
  for (const route of [...pages].sort((a, b) => (a.method < b.method ? 1 : -1))) {
    const address = addressOf(route, { params: params(route, ids) }, ids);
    const { status } = await service.call(route.method, address, {
      headers: { cookie, 'sec-fetch-site': 'same-origin' },
    });
    if (status !== (route.method === 'DELETE' ? 204 : 200)) wrong.push(`${route.method} ${route.path}: ${status}`);
  }
  return wrong;
}

const sentence = (n: number): string =>
  `The ferry number ${n} was launched on ${(n % 28) + 1} May ${1900 + (n % 100)}.`;

/** A feed and an OPML file, polled by the schedule; an article that changes, is long, fails, or was read by an older extractor; takedowns. */
export async function runTheRest(account: Account, service: DeployedService): Promise<readonly string[]> {
  const wrong: string[] = [];
  const admin = await service.key({});
  const send = (body: object) => service.call('POST', '/v1/articles', { key: admin, body });

  await service.call('POST', '/v1/feeds', {
    key: admin,
    body: { url: 'http://news.example/feed.xml', collection: 'feeds' },
  });
  await account.runSchedule('poll-feeds', '2026-11-02T08:15:00Z');
  await service.process();
  const [feed] = (await service.store.feeds.list()).filter(({ url }) => url === 'http://news.example/feed.xml');
  if (feed?.lastSuccessAt === undefined) wrong.push(`the feed was not read: ${feed?.lastError}`);
  const { json } = await service.call('GET', '/v1/events?collection=feeds', { key: admin });
  if (json.events.length === 0) wrong.push('the articles of the feed tell no events');

  const twice = { text: 'The mill was sold on 4 May 1797.', collection: 'twice' };
  const ids = [await send(twice), await send(twice)].map(({ json }) => json.id);
  if (ids[0] !== ids[1]) wrong.push(`the same article has two ids: ${ids}`);

  // A text that hardly compresses does not fit into one item.
  const word = (n: number) => createHash('sha256').update(String(n)).digest('hex');
  const page = (n: number) =>
    `<p>The ferry was launched on ${n % 28 || 28} May ${1900 + (n % 100)} with ${word(n)}.</p>`;
  const noise = Array.from({ length: 12_000 }, (_, n) => `<p>${word(n)}</p>`).join('');
  const html = `${page(1)}${page(2)}${noise}${page(3)}`;
  const long = await send({ html, url: 'https://long.example/a', collection: 'long' });
  await service.process();
  await send({ html: `${page(4)}${noise}`, url: 'https://long.example/a', collection: 'long' });
  await service.process();
  const removed = await service.call('DELETE', `/v1/articles/${long.json.id}`, { key: admin });
  if (removed.status !== 204) wrong.push(`the takedown of a long article: ${removed.status}`);

  // An article that ends its reader again and again is given up.
  const poison = await send({ text: 'The chapel was built on 4 May 1898.', collection: 'poison' });
  const { contentHash = '' } = (await service.store.articles.find(poison.json.id)) ?? {};
  const message = JSON.stringify({ id: poison.json.id, contentHash });
  let asked = 0;
  account.aws.failOn(({ caller, action, leadingKeys = [] }) => {
    const isOwn = caller === 'process-articles' && leadingKeys.some((one) => one.endsWith(poison.json.id));
    // The second time it asks for the article, it has counted this reading and not ended it.
    if (isOwn && action === 'dynamodb:Query' && ++asked === 2) account.kill('process-articles');
    return false;
  });
  const ended: boolean[] = [];
  for (let delivery = 2; delivery <= 5; delivery++) {
    asked = 0;
    const run = account.invoke('process-articles', sqsEvent(message, 'arn', delivery));
    ended.push(
      await run.then(
        () => false,
        () => true,
      ),
    );
  }
  account.aws.failOn(() => false);
  const given = await service.call('GET', `/v1/articles/${poison.json.id}`, { key: admin });
  if (`${ended}` !== 'true,true,true,false' || given.json.status !== 'failed') {
    wrong.push(`an article that ends its readers (${ended}) is ${given.json.status}`);
  }
  await service.process();

  // Lists of many entries are cut.
  for (const from of [100, 300, 500, 700]) {
    const text = Array.from({ length: 150 }, (_, n) => sentence(from + n)).join(' ');
    await send({ text, collection: 'many' });
    await service.process();
  }
  wrong.push(...(await tellWebhooks(account, service, admin)));
  wrong.push(...(await sweepUp(account, service, admin)));
  wrong.push(...(await requestLists(account, service, 'many')));
  return wrong;
}

async function askForPrivate(service: DeployedService, { timeline }: Known): Promise<readonly string[]> {
  const key = await service.key({});
  await service.call('PUT', '/v1/timelines/private', {
    key,
    body: { title: 'Private', collection: timeline, query: {} },
  });
  const { json } = await service.call('POST', '/v1/timelines/private/tokens', { key, body: {} });
  const { status } = await service.call('GET', `/embed/private?token=${encodeURIComponent(json.token)}`);
  return status === 200 ? [] : [`GET /embed/private: ${status}`];
}
