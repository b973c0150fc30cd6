import { Webhook } from 'standardwebhooks';
import { DELAYS } from '../../../shared/application/webhook-attempt.ts';
import { sendArticle, serviceForTests } from './service.ts';
import { type Receiver, startReceiver, tellWebhooks } from './webhook-receiver.ts';

const service = serviceForTests();
let admin: string;
let receiver: Receiver;
let world = 0;

beforeAll(async () => {
  admin = await service.key({});
});
beforeEach(async () => {
  receiver = await startReceiver();
});
afterEach(async () => receiver.stop());

const tell = () => tellWebhooks(service, receiver);

/** A webhook on a collection of its own. */
async function subscribe(wish: object = {}) {
  const collection = `hooks-${world++}`;
  const hosts = { url: `https://${receiver.host}/hook`, collection, ...wish };
  const { json } = await service.call('POST', '/v1/webhooks', { key: admin, body: hosts });
  // Receivers are https in the world; this one is not.
  const stored = await service.store.webhooks.find(json.id);
  if (stored) await service.store.webhooks.save({ ...stored, url: `http://${receiver.host}/hook` });
  return { collection, id: json.id as string, secret: json.secret as string };
}

const send = (collection: string, text: string) => sendArticle(service, { key: admin, collection, text });

const messages = () => receiver.received.map(({ body }) => JSON.parse(body));
const titles = (events: readonly { readonly title: string }[]) => events.map(({ title }) => title);

test('a receiver gets the events of a new article, with a signature that the library of Standard Webhooks verifies', async () => {
  const { collection, id, secret } = await subscribe();
  await send(collection, 'The bridge was opened on 12 May 1937.');
  await tell();
  const [{ headers, body }] = receiver.received as [(typeof receiver.received)[number]];
  const payload = new Webhook(secret).verify(body, headers) as { data: { new: { title: string }[] } };
  expect(payload).toMatchObject({
    type: 'events.changed',
    data: { webhook: id, collection, changed: [], withdrawn: [] },
  });
  expect(titles(payload.data.new)).toEqual([expect.stringContaining('bridge')]);
  expect(payload.data.new[0]).toMatchObject({
    date: { start: '1937-05-12' },
    evidence: [{ sentence: expect.any(String) }],
  });
  expect(headers['content-type']).toBe('application/json');
  expect(() => new Webhook('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw').verify(body, headers)).toThrow();
  expect(() => new Webhook(secret).verify(body.replace('bridge', 'tunnel'), headers)).toThrow();
});

test('a ping is delivered to the receiver and logged', async () => {
  const { id, secret, collection } = await subscribe();
  expect((await service.call('POST', `/v1/webhooks/${id}/ping`, { key: admin })).status).toBe(202);
  await tell();
  const [{ headers, body }] = receiver.received as [(typeof receiver.received)[number]];
  expect(new Webhook(secret).verify(body, headers)).toMatchObject({
    type: 'webhook.ping',
    data: { webhook: id, collection },
  });
  const { json } = await service.call('GET', `/v1/webhooks/${id}/deliveries`, { key: admin });
  expect(json.deliveries).toMatchObject([{ type: 'webhook.ping', status: 'delivered', attempts: [{ status: 200 }] }]);
});

test('for as long as two secrets overlap a receiver that knows either takes a message, then only the new one', async () => {
  const { id, secret } = await subscribe();
  const rotate = (body?: object) =>
    service.call('POST', `/v1/webhooks/${id}/secret`, { key: admin, ...(body && { body }) });
  const next = async (): Promise<(secret: string) => unknown> => {
    await service.call('POST', `/v1/webhooks/${id}/ping`, { key: admin });
    await tell();
    const { headers, body } = receiver.received.at(-1) as (typeof receiver.received)[number];
    return (known) => new Webhook(known).verify(body, headers);
  };
  const { status, json } = await rotate({ overlapSeconds: 60 });
  expect([status, json.secret === secret]).toEqual([200, false]);
  const during = await next();
  for (const known of [secret, json.secret]) expect(during(known)).toMatchObject({ type: 'webhook.ping' });
  const read = await service.call('GET', `/v1/webhooks/${id}`, { key: admin });
  expect(Object.keys(read.json)).toEqual(expect.arrayContaining(['formerSecretUntil']));
  expect(JSON.stringify(read.json)).not.toContain('whsec_');

  service.pass(61);
  const after = await next();
  expect(() => after(secret)).toThrow();
  expect(after(json.secret)).toMatchObject({ type: 'webhook.ping' });
  expect((await service.call('GET', `/v1/webhooks/${id}`, { key: admin })).json).not.toHaveProperty(
    'formerSecretUntil',
  );

  const leaked = await rotate({ overlapSeconds: 0 });
  const at = await next();
  expect(() => at(json.secret)).toThrow();
  expect(at(leaked.json.secret)).toMatchObject({ type: 'webhook.ping' });
  const [before, byDefault, later] = [service.now(), await rotate(), service.now()];
  const madeAt = new Date(Date.parse(byDefault.json.formerSecretUntil) - 86_400_000).toISOString();
  expect([before, madeAt, later].sort()).toEqual([before, madeAt, later]);
});

test('a webhook reports events that enter, change within and leave its query, and no others', async () => {
  const { collection } = await subscribe({ query: { q: 'bridge', from: '1930' } });
  await send(collection, 'A fire destroyed the mill on 3 May 1938.');
  await tell();
  expect(receiver.received).toEqual([]);
  const article = await send(collection, 'The bridge was opened on 12 May 1937.');
  await tell();
  const [{ data }] = messages();
  expect([data.new.length, data.changed.length, data.withdrawn.length]).toEqual([1, 0, 0]);
  const { id } = data.new[0];

  const patch = (body: object) => service.call('PATCH', `/v1/events/${id}`, { key: admin, body });
  await patch({ title: 'The bridge is open at last' });
  await tell();
  expect(titles(messages()[1].data.changed)).toEqual(['The bridge is open at last']);

  // Out of the query’s range, back into it, and gone with its article.
  await patch({ date: { start: '1920-01-01', end: '1920-12-31', edtf: '1920', precision: 'year' } });
  await tell();
  expect(messages()[2].data).toMatchObject({ new: [], changed: [], withdrawn: [{ id }] });
  await patch({ date: { start: '1937-01-01', end: '1937-12-31', edtf: '1937', precision: 'year' } });
  await tell();
  expect(messages()[3].data.new).toMatchObject([{ id }]);
  await service.call('DELETE', `/v1/articles/${article}`, { key: admin });
  await service.store.fold();
  await tell();
  expect(messages()[4].data).toMatchObject({ new: [], changed: [], withdrawn: [{ id }] });
});

test('kinds of changes that the webhook did not request are not sent', async () => {
  const { collection } = await subscribe({ kinds: ['withdrawn'] });
  const article = await send(collection, 'The station was closed on 2 June 1941.');
  await tell();
  expect(receiver.received).toEqual([]);
  await service.call('DELETE', `/v1/articles/${article}`, { key: admin });
  await service.store.fold();
  await tell();
  expect(messages().map(({ data }) => data.withdrawn.length)).toEqual([1]);
});

test('a failed delivery is retried at growing intervals with the same id, until it is given up', async () => {
  const { collection, id, secret } = await subscribe();
  receiver.answer = 500;
  await send(collection, 'The dam was built in 1922.');
  await tell();
  const log = async () =>
    (await service.call('GET', `/v1/webhooks/${id}/deliveries`, { key: admin })).json.deliveries[0];
  expect(await log()).toMatchObject({
    status: 'pending',
    attempts: [{ status: 500, error: expect.stringContaining('500') }],
  });
  expect(await tell()).toBe(0);
  for (const delay of DELAYS) {
    service.pass(delay + 60);
    await tell();
  }
  expect(receiver.received).toHaveLength(DELAYS.length + 1);
  expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  expect((await log()).status).toBe('failed');
  service.pass(86_400);
  expect(await tell()).toBe(0);
  // Each attempt is signed for its own moment.
  const stamps = receiver.received.map(({ headers }) => headers['webhook-timestamp']);
  expect(new Set(stamps).size).toBe(DELAYS.length + 1);
  expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
});

test('an event that was taken down between two attempts is withdrawn by the second', async () => {
  const { collection } = await subscribe();
  receiver.answer = 503;
  const article = await send(collection, 'The chapel was consecrated on 4 July 1924.');
  await tell();
  await service.call('DELETE', `/v1/articles/${article}`, { key: admin });
  await service.store.fold();
  receiver.answer = 204;
  service.pass(60);
  await tell();
  const again = messages().slice(1);
  expect(again.flatMap(({ data }) => data.new)).toEqual([]);
  expect(JSON.stringify(again)).not.toContain('chapel');
});

test('a receiver that answers 410 gets no further deliveries', async () => {
  const { collection, id } = await subscribe();
  receiver.answer = 410;
  await send(collection, 'The pier was opened on 7 June 1911.');
  await tell();
  expect((await service.call('GET', `/v1/webhooks/${id}`, { key: admin })).json.status).toBe('ended');
  await send(collection, 'The pier burned down on 3 May 1950.');
  await tell();
  expect(receiver.received).toHaveLength(1);
});

test('a redirect is no delivery, and is not followed', async () => {
  const { collection, id } = await subscribe();
  receiver.answer = 302;
  await send(collection, 'The tram was closed on 30 September 1950.');
  await tell();
  expect(receiver.received.map(({ path }) => path)).toEqual(['/hook']);
  const { json } = await service.call('GET', `/v1/webhooks/${id}/deliveries`, { key: admin });
  expect(json.deliveries[0].attempts).toMatchObject([{ status: 302 }]);
});

test('a removed webhook gets no deliveries, and its log is deleted', async () => {
  const { collection, id } = await subscribe();
  receiver.answer = 500;
  await send(collection, 'The market hall was built in 1912.');
  await tell();
  expect((await service.call('DELETE', `/v1/webhooks/${id}`, { key: admin })).status).toBe(204);
  service.pass(600);
  await tell();
  expect(receiver.received).toHaveLength(1);
  expect(await service.store.webhooks.deliveries(id, 10)).toEqual([]);
});

test.each([
  'http://127.0.0.1:9000/hook',
  'http://169.254.169.254/latest',
  'https://user:secret@example.org/',
  'https://example.org:22/',
])('%s is refused as an address', async (url) => {
  const { status, json } = await service.call('POST', '/v1/webhooks', { key: admin, body: { url } });
  expect([status, json.code, json.field]).toEqual([400, 'request.invalid', 'url']);
});

test('the secret is in the answer that makes it and in no other', async () => {
  const { id, secret } = await subscribe();
  for (const path of ['/v1/webhooks', `/v1/webhooks/${id}`, `/v1/webhooks/${id}/deliveries`, '/v1/audit'])
    expect((await service.call('GET', path, { key: admin })).text).not.toContain(secret);
});

test('without webhooks or streams, changes of a collection are not recorded', async () => {
  await send('unwatched', 'The ferry was launched on 5 May 1908.');
  expect(await service.store.changes.end('unwatched')).toBe('');
});
