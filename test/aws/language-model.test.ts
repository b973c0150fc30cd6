import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stages } from '../../infra/stages.ts';
import { languageModel } from '../infra/stacks/model-fixture.ts';
import { actionsOf } from '../infra/stacks/policy.ts';
import { TEXT } from '../integration/language-model/endpoint.ts';
import { type Account, openAccount } from './account.ts';
import { type DeployedService, deployedService } from './deployed-service.ts';
import { type Deployment, synthesiseDeployment } from './deployment.ts';
import { unused } from './policy-evaluation.ts';

jest.setTimeout(600_000);

/** A stage whose articles a model reads, too. */
const STAGE = {
  ...stages.prod,
  languageModel,
};

let folder: string;
let deployment: Deployment;
let account: Account;
let service: DeployedService;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-assembly-'));
  deployment = synthesiseDeployment(folder, STAGE);
  account = await openAccount(deployment, {});
  service = deployedService(account, deployment);
});
afterAll(async () => {
  await account.stop();
  rmSync(folder, { recursive: true, force: true });
});

test.each(['model', 'compare'])('extractor=%s answers what the model of the stage found', async (extractor) => {
  const key = await service.key({});
  const body = { text: TEXT, publishedAt: '2026-03-02' };
  const { status, json } = await service.call('POST', `/v1/extract?extractor=${extractor}`, { key, body });
  expect([status, json.model?.usage]).toEqual([200, { inputTokens: 900, outputTokens: 100, usd: 0.0014 }]);
  const found = extractor === 'model' ? json.events : json.model.events;
  expect(found).toMatchObject([{ title: 'The bridge is opened' }]);
});

test('an article that is sent is read by the model, and the log says so without its text', async () => {
  const key = await service.key({});
  const { json } = await service.call('POST', '/v1/articles', { key, body: { text: TEXT, publishedAt: '2026-03-02' } });
  await service.process();
  const read = await service.call('GET', `/v1/articles/${json.id}`, { key });
  expect([read.json.status, read.json.events]).toMatchObject(['done', [{ title: 'The bridge is opened' }]]);
  expect(account.logs()).toMatch(new RegExp(`"message":"article.read-by-model".*"article":"${json.id}"`));
  expect(account.logs()).not.toContain('harbour bridge');
});

test('both readers may ask the profile and the model behind it, and do; nothing is denied', () => {
  expect(account.aws.asked.filter(({ isAllowed }) => !isAllowed)).toEqual([]);
  for (const name of ['extract-article', 'process-articles']) {
    const { statements = [] } = deployment.functions.get(name) ?? {};
    const asking = statements.filter((one) => actionsOf(one).includes('bedrock:InvokeModel'));
    expect(asking).toHaveLength(1);
    const own = account.aws.asked.filter(({ caller }) => caller === name);
    expect(unused(asking, own)).toEqual([]);
  }
});
