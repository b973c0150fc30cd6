import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { consoleBench } from './console-bench.ts';

// docs/dashboards/page.html, as somebody who has put it on a server of another origin sees it.

const bench = consoleBench();
let server: Server;
let page: string;

beforeAll(async () => {
  const file = readFileSync(resolve(__dirname, '../../docs/dashboards/page.html'), 'utf8');
  server = createServer((_request, response) => {
    const own = file.replaceAll('https://your.dateline', bench.service.url);
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(own);
  }).listen(0, '127.0.0.1');
  await new Promise((listening) => server.once('listening', listening));
  page = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

test('the plain page shows the timeline and its key moments, and receives a new event as it arrives', async () => {
  await bench.page.goto(bench.service.consoleLink);
  const reader = await (await bench.browser.newContext()).newPage();
  const errors: string[] = [];
  reader.on('pageerror', (error) => errors.push(String(error)));
  const opened = reader.waitForRequest(/\/stream$/);
  await reader.goto(page);
  await reader.locator('#events tr').first().waitFor();
  expect(await reader.locator('#title').innerText()).toBe('People and the sky');
  expect(await reader.locator('#events tr').count()).toBe(10);
  await reader.locator('dateline-timeline .event button').first().waitFor();
  await (await opened).response();

  await bench.context.request.post(`${bench.service.url}/v1/events`, {
    data: { title: 'A comet passes <b>near</b> the Moon', date: '1997-03-22', collection: 'sample' },
    headers: { origin: bench.service.url },
  });
  await reader.getByText('New: A comet passes <b>near</b> the Moon').waitFor();
  expect(errors).toEqual([]);
  await reader.context().close();
});
