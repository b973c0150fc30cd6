import { processArticles } from '../../../functions/process-articles/process-articles.ts';
import { sweepArticles } from '../../../functions/sweep-articles/sweep-articles.ts';
import { extractFrom } from '../../../shared/application/extraction.ts';
import { DatelineError } from '../../../shared/kernel/dateline-error.ts';
import { LAST_DELIVERY } from '../../../shared/kernel/deliveries.ts';
import { serviceForTests, sqsEvent } from './service.ts';

const service = serviceForTests();
let admin: string;
const logged: string[] = [];
const log = { info() {}, warn() {}, error: (message: string) => void logged.push(message) };

beforeAll(async () => {
  admin = await service.key({});
});

const post = async (text: string, url?: string): Promise<string> =>
  (await service.call('POST', '/v1/articles', { key: admin, body: { text, ...(url && { url }) } })).json.id;
const read = async (id: string) => (await service.call('GET', `/v1/articles/${id}`, { key: admin })).json;

async function queued(): Promise<{ id: string; contentHash: string }[]> {
  const messages: { id: string; contentHash: string }[] = [];
  const queue = { send: async (more: readonly unknown[]) => void messages.push(...(more as typeof messages)) };
  await sweepArticles(service.store.articles, queue, {
    graceSeconds: 0,
    now: new Date(Date.now() + 1000).toISOString(),
  });
  return messages;
}

test('a message delivered twice changes nothing the second time', async () => {
  const id = await post('The weir was finished on 5 June 1911.');
  const [message] = await queued();
  for (let delivery = 1; delivery <= 2; delivery += 1) {
    expect(
      await processArticles(sqsEvent([message], delivery), {
        articles: service.store.articles,
        log,
        extract: extractFrom,
      }),
    ).toEqual({
      batchItemFailures: [],
    });
    await service.store.fold();
  }
  expect((await read(id)).events).toHaveLength(1);
  expect(await queued()).toEqual([]);
});

test('a message about a replaced text is dropped, and the new text is processed', async () => {
  const id = await post('The mill was built on 1 May 1801.', 'https://example.org/mill');
  const [old] = await queued();
  await post('The mill was built on 2 May 1802.', 'https://example.org/mill');
  await processArticles(sqsEvent([old]), { articles: service.store.articles, log, extract: extractFrom });
  expect((await read(id)).status).toBe('queued');
  await service.process();
  const { events } = await read(id);
  expect(events.map(({ date }: { date: { start: string } }) => date.start)).toEqual(['1802-05-02']);
});

test('a message about an article that was taken down restores nothing', async () => {
  const id = await post('The lock was opened on 7 July 1907.');
  const [message] = await queued();
  await service.call('DELETE', `/v1/articles/${id}`, { key: admin });
  await processArticles(sqsEvent([message]), { articles: service.store.articles, log, extract: extractFrom });
  expect((await service.call('GET', '/v1/events?from=1907-07-07&to=1907-07-07', { key: admin })).json.events).toEqual(
    [],
  );
});

test('one bad record fails alone, and an unreadable message is dropped with a log line', async () => {
  const id = await post('The pier was opened on 8 August 1908.');
  const [message] = await queued();
  const failing = {
    ...service.store.articles,
    find: (wanted: string) =>
      wanted === 'broken' ? Promise.reject(new Error('no')) : service.store.articles.find(wanted),
  };
  const work = [{ id: 'broken', contentHash: 'x' }, 'not JSON', '{}', message];
  const { batchItemFailures } = await processArticles(sqsEvent(work), { articles: failing, log, extract: extractFrom });
  expect(batchItemFailures).toEqual([{ itemIdentifier: 'm0' }]);
  await service.store.fold();
  expect((await read(id)).status).toBe('done');
  // Worked on side by side, so in any order.
  expect([...logged].sort()).toEqual(['article.processing-failed', 'queue.bad-message', 'queue.bad-message']);
});

test('a sweep queues no article that was accepted within its grace period', async () => {
  await post('The gasworks was opened on 9 September 1909.');
  const queue = { send: async () => undefined };
  const now = new Date().toISOString();
  expect(await sweepArticles(service.store.articles, queue, { graceSeconds: 300, now })).toMatchObject({ sent: 0 });
  expect(
    await sweepArticles(service.store.articles, queue, {
      graceSeconds: 0,
      now: new Date(Date.now() + 1).toISOString(),
    }),
  ).toMatchObject({ sent: 1 });
});

test('sending an article again puts on the queue what is still waiting', async () => {
  await post('The gasworks was opened on 9 September 1909.');
  const again = await service.call('POST', '/v1/articles', {
    key: admin,
    body: { text: 'The gasworks was opened on 9 September 1909.' },
  });
  expect([again.status, again.json.status]).toEqual([200, 'queued']);
  expect(service.sent.at(-1)).toMatchObject({ id: again.json.id });
});

test('articles of an older extractor version are processed again, some with each sweep', async () => {
  await service.process();
  const id = await post('The mint was closed on 1 October 1910.');
  const [message] = await queued();
  const { articles } = service.store;
  const article = await articles.find(id);
  if (!article || !message) throw new Error('it is not queued');
  await articles.complete(id, message.contentHash, { language: 'en', events: [], text: article.text ?? '' }, 'older');
  await service.store.fold();
  expect(await read(id)).toMatchObject({ status: 'done', events: [] });
  const queue = { send: async () => undefined };
  const swept = await sweepArticles(articles, queue, { graceSeconds: 0, now: new Date().toISOString() });
  expect(swept).toEqual({ sent: 0, outdated: 1 });
  await service.process();
  expect((await read(id)).events).toHaveLength(1);
});

test('an article that is over its budget is failed with the reason at its first delivery, and not tried again', async () => {
  const id = await post('The aqueduct was finished on 5 June 1811.');
  const [message] = await queued();
  const extract = async () => {
    throw new DatelineError('article.too-costly', 'Reading the text takes more than 30 seconds.');
  };
  const services = { articles: service.store.articles, log, extract };
  expect(await processArticles(sqsEvent([message]), services)).toEqual({ batchItemFailures: [] });
  expect(await read(id)).toMatchObject({ status: 'failed', reason: 'Reading the text takes more than 30 seconds.' });
  expect(await queued()).toEqual([]);
});

test('beside an article that ends the process, its neighbours are done when they come again, and it is given up after its last delivery', async () => {
  const ids = [
    await post(`The chapel was built on 6 May 1806. ${'It stood. '.repeat(50)}`),
    await post('The chapel fell on 6 May 1906.'),
  ];
  const messages = await queued();
  const order: string[] = [];
  const extract = async (article: Parameters<typeof extractFrom>[0]) => {
    order.push(article.id ?? '');
    return extractFrom(article);
  };
  const services = { articles: service.store.articles, log, extract };
  await processArticles(sqsEvent(messages, 2), services);
  expect(order).toEqual([...ids].reverse());
  const hopeless = await post('The chapel was sold on 7 May 1907.');
  await processArticles(sqsEvent(await queued(), LAST_DELIVERY + 1), services);
  expect(order).not.toContain(hopeless);
  expect(await read(hopeless)).toMatchObject({ status: 'failed' });
});
