/** Changes that CloudFormation refuses on the second operation: a deploy after a change, after a destroy, or after a deploy that failed. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Template } from 'aws-cdk-lib/assertions';
import { stages } from '../../../infra/stages.ts';
import { resources, synthesise, type Templates } from './synthesis.ts';

const plain = synthesise();
const withDomain = synthesise({
  ...stages.prod,
  domain: { name: 'timelines.example.org', certificateArn: 'arn:aws:acm:us-east-1:123456789012:certificate/a' },
});
const trial = synthesise(stages.trial);

/** Exports of a stack, by name. */
function exportsOf(template: Template): ReadonlyMap<string, unknown> {
  const outputs = Object.values(template.findOutputs('*')) as { Export?: { Name: string }; Value: unknown }[];
  return new Map(outputs.flatMap(({ Export, Value }) => (Export === undefined ? [] : [[Export.Name, Value] as const])));
}

/** Exports that a stack of the stage imports from another, with their values. */
function importedBy(templates: Templates): readonly (readonly [name: string, value: unknown])[] {
  const text = Object.values(templates)
    .map((template) => JSON.stringify(template.toJSON()))
    .join();
  const names = new Set([...text.matchAll(/"Fn::ImportValue":"([^"]+)"/g)].map(([, name = '']) => name));
  const exported = new Map(Object.values(templates).flatMap((template) => [...exportsOf(template)]));
  return [...names].map((name) => [name, exported.get(name)]);
}

test.each([
  ['set', plain, withDomain],
  ['removed', withDomain, plain],
])('a domain can be %s on a deployed stage: exports that other stacks import stay as they are', (_, before, after) => {
  const kept = new Map(Object.values(after).flatMap((template) => [...exportsOf(template)]));
  const imported = importedBy(before);
  expect(imported.length).toBeGreaterThan(0);
  expect(imported.filter(([name, value]) => JSON.stringify(kept.get(name)) !== JSON.stringify(value))).toEqual([]);
});

/** Properties that give a resource a name of its own, which no second resource of the account and region may have. */
const NAMED = /^(\w*Name|Name)$/;

const staysBehind = ({ DeletionPolicy = 'Delete' }: { DeletionPolicy?: string }): boolean =>
  DeletionPolicy !== 'Delete';

test('destroying a trial leaves nothing that bars the next deploy by its name', () => {
  const types = Object.values(trial).flatMap((template) => Object.values(template.toJSON().Resources ?? {}));
  expect(types.length).toBeGreaterThan(50);
  expect(types.filter((resource) => staysBehind(resource as { DeletionPolicy?: string }))).toEqual([]);
});

test('what a stage keeps is the table and the secret alone, and a first deploy that fails keeps not even those', () => {
  const kept = Object.values(plain)
    .flatMap((template) => Object.values(template.toJSON().Resources ?? {}))
    .map((resource) => resource as { Type: string; DeletionPolicy?: string; Properties?: object })
    .filter(
      (resource) => staysBehind(resource) && Object.keys(resource.Properties ?? {}).some((key) => NAMED.test(key)),
    )
    .map(({ Type, DeletionPolicy }) => [Type, DeletionPolicy]);
  expect(kept.sort()).toEqual([
    ['AWS::DynamoDB::Table', 'RetainExceptOnCreate'],
    ['AWS::SecretsManager::Secret', 'RetainExceptOnCreate'],
  ]);
});

test('the protected table is made last: the rollback of a failed first deploy could not delete it', () => {
  const [[tableId, table] = []] = resources(plain.data, 'AWS::DynamoDB::Table');
  const others = Object.keys(plain.data.toJSON().Resources ?? {}).filter((id) => id !== tableId);
  expect([table?.DependsOn ?? []].flat().sort()).toEqual(others.sort());
});

/** Resources that a deploy must not replace or rename: CloudFormation would make a second one, and delete or forget the first. */
const LASTING = [
  'AWS::DynamoDB::Table',
  'AWS::SecretsManager::Secret',
  'AWS::ApiGatewayV2::Api',
  'AWS::CloudFront::Distribution',
  'AWS::SQS::Queue',
];

/** As released: exports that stacks import from each other, and resources that outlive a deploy, by stack, logical id and name. */
const released = JSON.parse(readFileSync(join(__dirname, '../released-contract.json'), 'utf8')) as {
  readonly exports: readonly string[];
  readonly resources: readonly string[];
};

test('exports that other stacks import stay from release to release: CloudFormation refuses to remove one in use', () => {
  const names = importedBy(plain).map(([name]) => name);
  expect(released.exports.length).toBeGreaterThan(0);
  // A new one is added to the list with the release that makes it.
  expect(names.sort()).toEqual([...released.exports].sort());
});

test('resources that hold data, messages or an address keep their logical ids and names', () => {
  const lasting = Object.entries(plain).flatMap(([stack, template]) =>
    LASTING.flatMap((type) =>
      resources(template, type).map(([id, { Properties }]) => {
        const name = Properties.TableName ?? Properties.QueueName ?? Properties.Name ?? '';
        return `${stack} ${id} ${type} ${name}`.trim();
      }),
    ),
  );
  expect(lasting.sort()).toEqual([...released.resources].sort());
});
