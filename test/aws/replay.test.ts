import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keys } from '../../shared/store/keys.ts';
import { PARTITIONS } from '../../shared/store/table.ts';
import { actionsOf, type Statement } from '../infra/stacks/policy.ts';
import { type Account, openAccount } from './account.ts';
import { runCanary } from './canary.ts';
import { type DeployedService, deployedService } from './deployed-service.ts';
import { type Deployment, synthesiseDeployment } from './deployment.ts';
import { functionTable, sdkAlone } from './function-table.ts';
import { askEveryRoute, runTheRest, WEB } from './journey.ts';
import { allowing, grantsIn, leadingKeysOf, resourcesOf, unused } from './policy-evaluation.ts';
import { setAside } from './recovery.ts';

jest.setTimeout(600_000);

const WRITES = ['PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem'].map((action) => `dynamodb:${action}`);
/** Partition keys of API keys and of the audit. */
const KEYS_AND_AUDIT = [keys.apiKey('a').pk, keys.audit('2026-11'), keys.auditOf('a')];

/** Actions for which IAM knows no resource. A log group's ARN ends in `:*` for its own streams; that is no wildcard over others. */
const WILDCARDS: Readonly<Record<string, string>> = {
  'xray:PutTraceSegments on *': 'X-Ray has no resources for traces',
  'xray:PutTelemetryRecords on *': 'X-Ray has no resources for telemetry',
  'secretsmanager:GetSecretValue on arn:aws:secretsmanager:eu-west-1:123456789012:secret:dateline-prod-smoke-key-??????':
    'Secrets Manager chooses the last six characters of a secret that the operator makes',
  'dynamodb:ListStreams on *': 'Lambda lists streams before it reads one, and the action knows no resource',
};

let folder: string;
let deployment: Deployment;
let account: Account;
let service: DeployedService;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-assembly-'));
  deployment = synthesiseDeployment(folder);
  account = await openAccount(deployment, WEB);
  service = deployedService(account, deployment);
});
afterAll(async () => {
  const rows = [...deployment.functions.values()].map(({ name, folder: its, statements }) => ({
    name,
    kilobytes: Math.round(statSync(join(its, 'index.js')).size / 1024),
    init: account.processes.get(name)?.init,
    granted: grantsIn(statements),
    unused: unusedBy(name).length,
  }));
  process.stdout.write(functionTable(rows, await sdkAlone(folder)));
  await account.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('every route returns the response of its example, from its bundle and with the rights of its function', async () => {
  expect(await askEveryRoute(account, service)).toEqual([]);
});

test('feeds are polled, long and replaced articles are read, takedowns and sweeps end', async () => {
  expect(await runTheRest(account, service)).toEqual([]);
});

test('a record that a stream reader cannot process is set aside on its dead-letter queue', async () => {
  expect(await setAside(account, service)).toEqual(['relay-articles', 'fold-articles']);
});

test('the canary sends an article to the public address, finds its event, takes it down, and reports how long that took', async () => {
  const { outcome, left, added } = await runCanary(account, service);
  expect(outcome).toMatchObject({ CanaryFailed: 0, CanaryMilliseconds: expect.any(Number) });
  expect(left).toEqual([]);
  // Every five minutes it runs again: what it leaves for ever is there once.
  expect(added).toEqual([]);
});

test('each line of a log names the invocation that wrote it, and each line about an article the article', () => {
  const lines = account
    .logs()
    .split('\n')
    .filter((line) => line.startsWith('{"level"'))
    .map((line) => JSON.parse(line) as Readonly<Record<string, string>>);
  expect(lines.length).toBeGreaterThan(20);
  expect(lines.filter(({ invocation }) => !/^request-\d+$/.test(invocation ?? ''))).toEqual([]);
  const ofArticles = lines.filter(({ message }) => message?.startsWith('article.'));
  expect(ofArticles.filter(({ article }) => !article)).toEqual([]);
  const failed = lines.filter(({ path }) => path !== undefined);
  expect(failed.filter(({ requestId }) => !requestId)).toEqual([]);
});

test('logs name articles, and hold neither their texts nor any key, token or secret', () => {
  const logs = account.logs();
  expect(logs).toMatch(/"message":"article\.read".*"article":"[0-9a-f]{32}"/);
  // Sentences of this journey, the signing secrets, keys, and the tokens of embeds, cursors and the console.
  expect(logs).not.toMatch(/was (?:built|launched|sold|closed|opened|repaired) on|burned down|secret of this test/);
  expect(logs).not.toMatch(/dl_[a-z0-9]{16}_|[?&]token=|Bearer |eyJ[\w-]{20}/);
});

test('every function was called', () => {
  expect([...account.processes.keys()].sort()).toEqual([...deployment.functions.keys()].sort());
});

test('no request of a function to AWS is denied', () => {
  const denied = account.aws.asked.filter(({ isAllowed }) => !isAllowed);
  const told = denied.map(
    ({ caller, action, resource, leadingKeys = [] }) => `${caller}: ${action} on ${resource} ${leadingKeys}`,
  );
  expect([...new Set(told)]).toEqual([]);
});

/** The builder's statement is the same in all functions that fold: each may have to finish any batch that another left. */
const isBuilders = (statement: Statement): boolean => leadingKeysOf(statement)?.includes(PARTITIONS.builders) === true;

/** Rights of a function's policy that no request used. */
function unusedBy(name: string): readonly string[] {
  const statements = deployment.functions.get(name)?.statements ?? [];
  const all = [...deployment.functions.values()];
  const builders = new Set(all.filter((one) => one.statements.some(isBuilders)).map((one) => one.name));
  const askedBy = (isCaller: (caller: string) => boolean) => account.aws.asked.filter(({ caller }) => isCaller(caller));
  const own = unused(
    statements.filter((one) => !isBuilders(one)),
    askedBy((caller) => caller === name),
  );
  const shared = unused(
    statements.filter(isBuilders),
    askedBy((caller) => builders.has(caller)),
  );
  return [...own, ...shared];
}

test('no role grants a right that no call uses', () => {
  const idle = [...deployment.functions.keys()].flatMap((name) => unusedBy(name).map((grant) => `${name}: ${grant}`));
  for (const { name, statements } of deployment.schedules) {
    const own = account.aws.asked.filter(({ caller }) => caller === `schedule ${name}`);
    idle.push(...unused(statements, own).map((grant) => `schedule ${name}: ${grant}`));
  }
  expect(idle).toEqual([]);
});

test.each(['accept-articles', 'process-articles', 'fetch-feed'])(
  '%s takes input from strangers and can write neither keys nor the audit',
  (name) => {
    const { statements = [] } = deployment.functions.get(name) ?? {};
    const resource = resourcesOf(
      statements.find((one) => actionsOf(one).some((action) => action.startsWith('dynamodb:'))) as Statement,
    )[0];
    const writes = WRITES.flatMap((action) =>
      KEYS_AND_AUDIT.map((key) => ({ action, resource: resource ?? '', leadingKeys: [key] })),
    );
    expect(writes.filter((write) => allowing(statements, write).length > 0)).toEqual([]);
    const own = { action: 'dynamodb:BatchWriteItem', resource: resource ?? '', leadingKeys: [keys.article('a').pk] };
    expect(allowing(statements, own)).toHaveLength(1);
  },
);

test('a role that names an action or a resource by wildcard gives the reason', () => {
  const all = [...deployment.functions.values()].flatMap(({ statements }) => statements);
  const wild = all.flatMap((statement) =>
    resourcesOf(statement)
      .filter((resource) => /[*?]/.test(resource) && !resource.includes(':log-group:'))
      .flatMap((resource) => actionsOf(statement).map((action) => `${action} on ${resource}`)),
  );
  expect([...new Set(wild)].sort()).toEqual(Object.keys(WILDCARDS).sort());
  expect(all.flatMap((statement) => actionsOf(statement)).filter((action) => action.includes('*'))).toEqual([]);
});

test('npm and npx find the Node that runs the project, not that of the Lambda runtime', () => {
  expect(existsSync(join(__dirname, '../../node_modules/.bin/node'))).toBe(false);
});
