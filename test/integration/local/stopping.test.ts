import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildCommand, dateline, serve, temporaryFolder, until } from './dateline.ts';

const folder = temporaryFolder();

jest.setTimeout(180_000);
beforeAll(buildCommand);
afterAll(() => folder.remove());

const YEARS = Array.from({ length: 24 }, (_, i) => 1900 + i);
/** Two dozen sentences with dates of their own: an article that takes a while to be written. */
const article = (n: number) => ({
  title: `Chronicle ${n}`,
  publishedAt: '2020-03-01',
  text: YEARS.map((year) => `The council of Town ${n} opened a school in Street ${year % 7} on 3 May ${year}.`).join(
    ' ',
  ),
});

test('a service that is stopped in the middle of an import ends with code 0 and finishes the import at its next start', async () => {
  const data = join(folder.path, 'data');
  const service = await serve(data);
  const ids: string[] = [];
  for (let n = 0; n < 12; n += 1) ids.push((await service.call('POST', '/v1/articles', article(n))).json.id);
  const ending = service.end('SIGTERM');
  // A verify that starts meanwhile waits for the end and then starts its own engine.
  const verified = dateline(['verify', '--data', data]);
  expect(await ending).toBe(0);
  expect(service.said()).toContain('Stopping…');
  expect((await verified).stderr).toBe('');

  const again = await serve(data);
  await until('every accepted article done', async () => {
    const statuses = await Promise.all(
      ids.map(async (id) => (await again.call('GET', `/v1/articles/${id}`)).json.status),
    );
    return statuses.every((status) => status === 'done');
  });
  expect(await again.end('SIGTERM')).toBe(0);
});

test('verify names a database with damaged pages as that, and leaves it alone', async () => {
  const data = join(folder.path, 'damaged');
  const service = await serve(data);
  for (let n = 0; n < 3; n += 1) await service.call('POST', '/v1/articles', article(n));
  await service.end('SIGTERM');
  const database = join(data, 'dateline.db');
  const bytes = readFileSync(database);
  const page = 4096;
  // Not the first page, which holds the schema.
  for (let at = 4 * page; at < bytes.length; at += 3 * page) bytes.fill(0x5a, at, at + page);
  writeFileSync(database, bytes);
  const { code, stderr } = await dateline(['verify', '--data', data]);
  expect([code, stderr]).toEqual([1, expect.stringMatching(/^dateline: .*dateline\.db is damaged \(.+\): .*\n$/)]);
});
