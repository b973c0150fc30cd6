import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { buildCommand, launch, temporaryFolder } from './dateline.ts';

const folder = temporaryFolder();
beforeAll(buildCommand);
afterAll(() => folder.remove());

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
