import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildCommand, dateline, serve, temporaryFolder, until } from '../local/dateline.ts';
import { BRIDGE, completion, startEndpoint, TEXT } from './endpoint.ts';

const folder = temporaryFolder();
beforeAll(buildCommand);
afterAll(() => folder.remove());

const article = { text: TEXT, publishedAt: '2026-03-02' };

test('without a model the rules extract, and a request for a model is refused', async () => {
  const service = await serve(join(folder.path, 'without'));
  const { status, json } = await service.call('POST', '/v1/extract', article);
  expect([status, json.model]).toEqual([200, undefined]);
  const refused = await service.call('POST', '/v1/extract?extractor=compare', article);
  expect([refused.status, refused.json.code]).toEqual([501, 'extractor.not-configured']);
  await service.end('SIGTERM');
});

test('one machine asks its own model: as a second opinion, in place of the rules, and of ingested articles', async () => {
  const invented = { ...BRIDGE, title: 'The bridge is opened by Anna Berg' };
  const model = await startEndpoint([completion([BRIDGE, invented])]);
  const args = ['--no-sample', '--model', 'a-model', '--model-url', `${model.url}/v1`, '--model-reads'];
  const service = await serve(join(folder.path, 'with'), args);

  const compared = (await service.call('POST', '/v1/extract?extractor=compare', article)).json;
  expect(compared.comparison).toMatchObject([{ rules: compared.events[0].id, model: compared.model.events[0].id }]);
  expect(compared.model.refused).toEqual([{ reason: 'title-not-in-sentence', title: invented.title }]);
  const read = (await service.call('POST', '/v1/extract?extractor=model', article)).json;
  expect(read.events.map(({ title }: { title: string }) => title)).toEqual([BRIDGE.title]);

  const { json } = await service.call('POST', '/v1/articles', { ...article, collection: 'ingested' });
  await until('it is read', async () => (await service.call('GET', `/v1/articles/${json.id}`)).json.status === 'done');
  const stored = (await service.call('GET', `/v1/articles/${json.id}`)).json;
  expect(stored.events.map(({ title }: { title: string }) => title)).toEqual([BRIDGE.title]);
  await service.end('SIGTERM');
  model.stop();
});

test('articles are read by the rules while the model does not answer', async () => {
  const model = await startEndpoint([{ status: 400, body: {} }]);
  const args = ['--no-sample', '--model', 'a-model', '--model-url', `${model.url}/v1`, '--model-reads'];
  const service = await serve(join(folder.path, 'silent'), args);
  const { json } = await service.call('POST', '/v1/articles', article);
  await until('it is read', async () => (await service.call('GET', `/v1/articles/${json.id}`)).json.status === 'done');
  expect((await service.call('GET', `/v1/articles/${json.id}`)).json.events).toHaveLength(1);
  const asked = await service.call('POST', '/v1/extract?extractor=model', article);
  expect([asked.status, asked.json.code]).toEqual([503, 'model.unavailable']);
  await service.end('SIGTERM');
  model.stop();
});

test('dateline extract --extractor compare shows where rules and model differ, and what it cost', async () => {
  const model = await startEndpoint([completion([BRIDGE])]);
  const file = join(folder.path, 'article.txt');
  writeFileSync(file, TEXT);
  const args = ['extract', file, '--extractor', 'compare', '--model', 'a-model', '--model-url', `${model.url}/v1`];
  const { code, stdout } = await dateline([...args, '--model-price', '1,5']);
  model.stop();
  expect(code).toBe(0);
  expect(stdout).toMatch(/title differs: 1937-05-12 asserted “.+” \| 1937-05-12 asserted “The bridge is opened”/);
  expect(stdout).toContain('900 tokens in, 100 out, $0.0014');
  expect((await dateline(['extract', file, '--extractor', 'model'])).stderr).toContain('No language model is set up');
});
