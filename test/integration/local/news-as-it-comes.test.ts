import { join } from 'node:path';
import { Webhook } from 'standardwebhooks';
import { type Receiver, startReceiver } from '../http/webhook-receiver.ts';
import { buildCommand, type RunningService, serve, temporaryFolder } from './dateline.ts';

const folder = temporaryFolder();
let service: RunningService;
let receiver: Receiver;
let receiverAddress: string;

beforeAll(async () => {
  buildCommand();
  receiver = await startReceiver();
  receiverAddress = receiver.host.replace('hooks.test', '127.0.0.1');
  service = await serve(join(folder.path, 'data'), ['--no-sample', '--allow-feed-host', receiverAddress]);
});
afterAll(async () => {
  await service.end('SIGTERM');
  await receiver.stop();
  folder.remove();
});

async function waitFor<T>(look: () => T | undefined): Promise<T> {
  for (;;) {
    const found = look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const PIERS = { title: 'Piers', visibility: 'public', query: {} };

test('an article reaches the receiver of a webhook and the reader of a stream by itself', async () => {
  const hook = await service.call('POST', '/v1/webhooks', { url: `http://${receiverAddress}/hook` });
  expect(hook.status).toBe(201);
  await service.call('PUT', '/v1/timelines/piers', PIERS);
  const hangUp = new AbortController();
  const stream = await fetch(`${service.url}/v1/timelines/piers/stream`, { signal: hangUp.signal });
  expect(stream.headers.get('content-type')).toContain('text/event-stream');
  let told = '';
  const reading = (async () => {
    for await (const chunk of stream.body ?? []) told += Buffer.from(chunk as Uint8Array).toString('utf8');
  })().catch(() => undefined);
  await waitFor(() => told.match(/^id: /m) ?? undefined);

  await service.call('POST', '/v1/articles', {
    text: 'The pier was opened on 7 June 1911.',
    publishedAt: '1912-01-01',
  });
  const message = await waitFor(() => receiver.received[0]);
  expect(new Webhook(hook.json.secret).verify(message.body, message.headers)).toMatchObject({
    data: { new: [{ date: { start: '1911-06-07' } }] },
  });
  const data = await waitFor(() => told.match(/^event: new\ndata: (.*)$/m)?.[1]);
  expect(JSON.parse(data)).toMatchObject({ date: { start: '1911-06-07' } });
  hangUp.abort();
  await reading;
});

test('a stream that is held does not keep the service from stopping', async () => {
  const other = temporaryFolder();
  const second = await serve(join(other.path, 'data'), ['--no-sample']);
  await second.call('PUT', '/v1/timelines/piers', PIERS);
  const stream = await fetch(`${second.url}/v1/timelines/piers/stream`);
  const reading = stream.text();
  await second.end('SIGTERM');
  expect(await reading).toContain('retry: 15000');
  other.remove();
});
