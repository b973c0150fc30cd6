import { specs } from '../../../functions/specs.ts';
import type { FunctionSpec } from '../../../shared/kernel/function-spec.ts';
import { keys } from '../../../shared/store/keys.ts';
import { PARTITIONS } from '../../../shared/store/table.ts';
import { actionsOf, isLike, permissionsOf, type Statement } from './policy.ts';
import { resources, synthesise } from './synthesis.ts';

const templates = synthesise();

const permissions = new Map([...permissionsOf(templates.ingest), ...permissionsOf(templates.api)]);
const may = (name: string, action: RegExp): readonly Statement[] =>
  (permissions.get(name) ?? []).filter((statement) => actionsOf(statement).some((one) => action.test(one)));

test.each([...permissions.keys()])('%s has no action by wildcard, and none on everything but tracing', (name) => {
  for (const statement of permissions.get(name) ?? []) {
    expect(actionsOf(statement).filter((action) => action.includes('*'))).toEqual([]);
    if (statement.Resource === '*') {
      expect(actionsOf(statement).filter((action) => !/^(xray:Put|dynamodb:ListStreams)/.test(action))).toEqual([]);
    }
  }
});

test('no function has one of AWS’s ready-made roles, and each writes its own log only', () => {
  for (const template of [templates.ingest, templates.api]) {
    const roles = resources(template, 'AWS::IAM::Role').map(([, { Properties }]) => Properties);
    expect(roles.filter(({ ManagedPolicyArns }) => ManagedPolicyArns !== undefined)).toEqual([]);
  }
  for (const [name, statements] of permissions) {
    const logs = statements.filter((statement) => actionsOf(statement).some((action) => action.startsWith('logs:')));
    expect([name, logs.map(({ Action }) => Action)]).toEqual([name, [['logs:CreateLogStream', 'logs:PutLogEvents']]]);
    expect(JSON.stringify(logs[0]?.Resource)).toContain(`${name.replaceAll('-', '')}log`);
  }
});

test.each([...permissions.keys()])('%s can neither change nor scan the table', (name) => {
  expect(
    may(name, /^dynamodb:(Scan|PartiQL\w*|\w*Table|TagResource|UpdateTimeToLive|\w*Backup\w*|Export\w*)$/),
  ).toEqual([]);
});

/** Keys that belong to each kind of item, one of each. */
const ONE_OF_EACH: Readonly<Partial<Record<keyof typeof PARTITIONS, string>>> = {
  articles: keys.article('a').pk,
  tasks: keys.tasks(3),
  builders: keys.builder(3).pk,
  buckets: keys.bucket('a'),
  editLogs: keys.editLog('a').pk,
  lists: keys.list('main'),
  tiles: keys.tiles('main'),
  indexes: keys.manifest('main').pk,
  timelines: keys.timeline('a').pk,
  feeds: keys.feed('a').pk,
  changes: keys.changes('main'),
  webhooks: keys.webhooks,
  deliveries: keys.deliveries('a'),
  apiKeys: keys.apiKey('a').pk,
  audit: keys.audit('2026-11'),
  auditOfSubjects: keys.auditOf('a'),
  versions: keys.versions,
  collections: keys.collections,
  progress: keys.progress('a').pk,
  leases: keys.lease('a').pk,
};

test('the patterns of permissions match the keys that the store makes, each kind its own and no other', () => {
  for (const [kind, key] of Object.entries(ONE_OF_EACH)) {
    const matching = Object.entries(PARTITIONS).filter(([, pattern]) => isLike(pattern, key));
    expect([key, matching.map(([name]) => name)]).toEqual([key, [kind]]);
  }
});

test.each([
  ['TABLE_NAME', /^dynamodb:(GetItem|Query)$/],
  ['SIGNING_SECRET_ARN', /^secretsmanager:GetSecretValue$/],
  ['SMOKE_KEY_SECRET', /^secretsmanager:GetSecretValue$/],
  ['ARTICLE_QUEUE_URL', /^sqs:SendMessage$/],
  ['FEED_QUEUE_URL', /^sqs:SendMessage$/],
  ['WEBHOOK_QUEUE_URL', /^sqs:SendMessage$/],
])('who is told %s may use it, and nobody else', (variable, action) => {
  const told = Object.values(specs as Readonly<Record<string, FunctionSpec>>).filter(({ env }) =>
    env.includes(variable),
  );
  const names: Readonly<Record<string, RegExp>> = {
    ARTICLE_QUEUE_URL: /articlesqueue/,
    FEED_QUEUE_URL: /feedsqueue/,
    WEBHOOK_QUEUE_URL: /webhooksqueue/,
    SIGNING_SECRET_ARN: /signingsecret/,
    SMOKE_KEY_SECRET: /smoke-key/,
  };
  const resource = names[variable] ?? /./;
  const able = [...permissions.keys()].filter((name) =>
    may(name, action).some(({ Resource }) => resource.test(JSON.stringify(Resource))),
  );
  expect(able.sort()).toEqual(told.map(({ name }) => name).sort());
});

test('dead letters are set aside by those who read the stream', () => {
  const able = [...permissions.keys()].filter((name) =>
    may(name, /^sqs:SendMessage$/).some(({ Resource }) => /dead/.test(JSON.stringify(Resource))),
  );
  expect(able.sort()).toEqual(['fold-articles', 'relay-articles']);
});
