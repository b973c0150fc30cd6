import { processArticles } from '../../../functions/process-articles/process-articles.ts';
import { sweepArticles } from '../../../functions/sweep-articles/sweep-articles.ts';
import { extractFrom } from '../../../shared/application/extraction.ts';
import { DatelineError } from '../../../shared/kernel/dateline-error.ts';
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
  const queue = {
    send: async (more: readonly unknown[]) => void messages.push(...(more as typeof messages)),
    backlog: async () => 0,
  };
  await sweepArticles(service.store.articles, queue, {
    graceSeconds: 0,
    atMost: 1000,
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

test('a message about a removed article does not restore it', async () => {
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
  const queue = { send: async () => undefined, backlog: async () => 0 };
  const now = new Date().toISOString();
  expect(await sweepArticles(service.store.articles, queue, { graceSeconds: 300, atMost: 100, now })).toMatchObject({
    sent: 0,
  });
  expect(
    await sweepArticles(service.store.articles, queue, {
      graceSeconds: 0,
      atMost: 1000,
      now: new Date(Date.now() + 1).toISOString(),
    }),
  ).toMatchObject({ sent: 1 });
});

test('sending a queued article again puts it on the queue again', async () => {
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
  const queue = { send: async () => undefined, backlog: async () => 0 };
  const swept = await sweepArticles(articles, queue, { graceSeconds: 0, atMost: 1000, now: new Date().toISOString() });
  expect(swept).toEqual({ sent: 0, outdated: 1, waiting: 0 });
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
});

test('an article that has ended three processes is given up before it is read again, at whatever delivery', async () => {
  await service.process();
  const hopeless = await post('The chapel was sold on 7 May 1907.');
  const { articles } = service.store;
  const article = await articles.find(hopeless);
  if (!article) throw new Error('it is not there');
  // A process that ends counts its reading and never says that it has ended.
  for (let killed = 1; killed <= 3; killed++) expect(await articles.beginReading(article, true)).toBe(killed);
  const reads: unknown[] = [];
  const extract: typeof extractFrom = async (given) => {
    reads.push(given);
    return extractFrom(given);
  };
  await processArticles(sqsEvent(await queued(), 2), { articles, log, extract });
  expect(reads).toEqual([]);
  expect(await read(hopeless)).toMatchObject({ status: 'failed' });
  // A message that is still on its way does not read it again, and a sweep sends none.
  await processArticles(sqsEvent([{ id: hopeless, contentHash: article.contentHash }]), { articles, log, extract });
  expect(reads).toEqual([]);
  expect(await queued()).toEqual([]);
});

test('a reading that fails, and leaves its process alive, does not count towards giving up', async () => {
  const id = await post('The chapel was bought on 8 May 1908.');
  const [message] = await queued();
  const { articles } = service.store;
  const away = { ...articles, complete: () => Promise.reject(new DatelineError('store.unavailable', 'away')) };
  for (let delivery = 1; delivery <= 6; delivery++) {
    const { batchItemFailures } = await processArticles(sqsEvent([message], delivery), {
      articles: away,
      log,
      extract: extractFrom,
    });
    expect(batchItemFailures).toHaveLength(1);
  }
  await processArticles(sqsEvent([message], 7), { articles, log, extract: extractFrom });
  await service.store.fold();
  expect((await read(id)).status).toBe('done');
});

test('a sweep sends nothing while the queue is busy, and a bounded number of messages else', async () => {
  await service.process();
  for (let n = 1; n <= 5; n++) await post(`The sluice number ${n} was built on ${n} May 1801.`);
  const sent: unknown[] = [];
  const queueWith = (waiting: number) => ({
    send: async (messages: readonly unknown[]) => void sent.push(...messages),
    backlog: async () => waiting,
  });
  const options = { graceSeconds: 0, atMost: 3, now: new Date(Date.now() + 1000).toISOString() };
  expect(await sweepArticles(service.store.articles, queueWith(101), options)).toEqual({
    sent: 0,
    outdated: 0,
    waiting: 101,
  });
  expect(await sweepArticles(service.store.articles, queueWith(100), options)).toMatchObject({ sent: 3 });
  expect(sent).toHaveLength(3);
  await service.process();
});
