import { once } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { loadSamples } from '../../../local/service/samples.ts';
import { folderForCommands, launch, serve } from './dateline.ts';

const folder = folderForCommands();

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

test('the sample timeline is never shown without its events and its map while its articles are being read', async () => {
  const port = await freePort();
  const child = launch(['serve', '--port', String(port), '--data', join(folder.path, 'data')]);
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    said += chunk;
  });
  const seen: { events: number; map: boolean }[] = [];
  try {
    for (const deadline = Date.now() + 60_000; Date.now() < deadline && !said.includes('?token='); await sleep(50)) {
      const page = await fetch(`http://127.0.0.1:${port}/embed/sample`).catch(() => undefined);
      if (page?.status !== 200) continue;
      const html = await page.text();
      seen.push({ events: Number(/>(\d+) events/.exec(html)?.[1] ?? 0), map: html.includes('<svg class="map') });
    }
    const last = await (await fetch(`http://127.0.0.1:${port}/embed/sample`)).text();
    expect(last).toContain('<svg class="map');
    expect(seen.filter(({ events, map }) => !map || events < 50)).toEqual([]);
  } finally {
    child.kill('SIGTERM');
    await once(child, 'close');
  }
});

test('sample articles that a busy service rejects are sent again after its Retry-After', async () => {
  const service = await serve(join(folder.path, 'busy'), ['--no-sample']);
  const refused = new Set<string>();
  // The service behind a gate that refuses each first try.
  const gate = createHttpServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const asked = `${request.method} ${request.url} ${body}`;
    if (request.method !== 'GET' && !refused.has(asked)) {
      refused.add(asked);
      response.writeHead(503, { 'content-type': 'application/problem+json', 'retry-after': '0' }).end('{}');
      return;
    }
    const answer = await fetch(service.url + request.url, {
      method: request.method ?? 'GET',
      headers: { authorization: request.headers.authorization ?? '', 'content-type': 'application/json' },
      ...(body.length > 0 && { body }),
    });
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(await answer.text());
  }).listen(0, '127.0.0.1');
  await once(gate, 'listening');
  try {
    await loadSamples({ url: `http://127.0.0.1:${(gate.address() as AddressInfo).port}`, key: service.key }, () => {});
    // Nine articles and the timeline.
    expect(refused.size).toBe(10);
    const { json } = await service.call('GET', '/v1/timelines/sample/events?limit=200');
    expect(json.events.length).toBeGreaterThan(50);
  } finally {
    gate.closeAllConnections();
    gate.close();
    await service.end('SIGTERM');
  }
});
