import { resolve } from 'node:path';
import { specs } from '../../../functions/specs.ts';
import type { FunctionSpec } from '../../../shared/kernel/function-spec.ts';
import { keys } from '../../../shared/store/keys.ts';
import { readSourceTree } from '../../architecture/source-tree.ts';
import { actionsOf, permissionsOf, type Statement } from './policy.ts';
import { resources, synthesise } from './synthesis.ts';

const root = resolve(__dirname, '../../..');
const templates = synthesise();

const permissions = new Map([...permissionsOf(templates.ingest), ...permissionsOf(templates.api)]);
const may = (name: string, action: RegExp): readonly Statement[] =>
  (permissions.get(name) ?? []).filter((statement) => actionsOf(statement).some((one) => action.test(one)));

const WRITES = /^dynamodb:(PutItem|UpdateItem|DeleteItem|BatchWriteItem)$/;

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

test.each(['read-events', 'export-timeline', 'render-embed', 'extract-article', 'describe-service'])(
  '%s answers readers: it writes nothing but short-lived records',
  (name) => {
    for (const { Condition } of may(name, WRITES)) {
      expect(Condition).toEqual({ 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['Z|*'] } });
    }
  },
);

/** What DynamoDB asks for, by the command that the store sends. */
const ASKED: Readonly<Record<string, readonly string[]>> = {
  GetCommand: ['GetItem'],
  BatchGetCommand: ['BatchGetItem'],
  QueryCommand: ['Query'],
  PutCommand: ['PutItem'],
  UpdateCommand: ['UpdateItem'],
  DeleteCommand: ['DeleteItem'],
  BatchWriteCommand: ['BatchWriteItem'],
  TransactGetCommand: ['GetItem'],
  TransactWriteCommand: ['PutItem', 'UpdateItem', 'DeleteItem', 'ConditionCheckItem'],
};

test('a function that writes may send every command that the store sends, and no other', () => {
  const store = readSourceTree(root).filter(({ path }) => path.startsWith('shared/store/'));
  const sent = new Set(store.flatMap(({ text }) => text.match(/\b[A-Z]\w+Command\b/g) ?? []));
  const asked = new Set([...sent].flatMap((command) => ASKED[command] ?? [`${command}, which is not in this table`]));
  const given = may('process-articles', /^dynamodb:/).flatMap((statement) => actionsOf(statement));
  expect(new Set(given)).toEqual(new Set([...asked].map((action) => `dynamodb:${action}`)));
});

test('short-lived records lie where that permission reaches, and nothing else does', () => {
  expect(keys.lease('any').pk).toMatch(/^Z\|/);
  const others = [
    keys.article('a').pk,
    keys.bucket('a'),
    keys.list('main'),
    keys.timeline('a').pk,
    keys.apiKey('a').pk,
  ];
  expect(others.filter((pk) => pk.startsWith('Z|'))).toEqual([]);
});

test.each([
  ['TABLE_NAME', /^dynamodb:(GetItem|Query)$/],
  ['SIGNING_SECRET_ARN', /^secretsmanager:GetSecretValue$/],
  ['ARTICLE_QUEUE_URL', /^sqs:SendMessage$/],
  ['FEED_QUEUE_URL', /^sqs:SendMessage$/],
])('who is told %s may use it, and nobody else', (variable, action) => {
  const told = Object.values(specs as Readonly<Record<string, FunctionSpec>>).filter(({ env }) =>
    env.includes(variable),
  );
  const resource = { ARTICLE_QUEUE_URL: /articlesqueue/, FEED_QUEUE_URL: /feedsqueue/ }[variable] ?? /./;
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
