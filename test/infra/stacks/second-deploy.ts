/** Second operations: a deploy after a release, after a change of the stage, after a destroy, after a deploy that failed. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Stage, stages } from '../../../infra/stages.ts';
import { deploy, destroy, failedFirstDeploy, type Held, NOTHING } from '../upgrade/cloudformation.ts';
import { outlineOf, type StageOutline } from '../upgrade/stack-outline.ts';
import { languageModel } from './model-fixture.ts';
import { resources, synthesise } from './synthesis.ts';

/** The stacks of `prod` as last released; a release writes it anew (test/infra/upgrade/record-release.ts). */
const released: StageOutline = JSON.parse(readFileSync(join(__dirname, '../upgrade/released.json'), 'utf8'));

const outlined = (stage: Stage): StageOutline => outlineOf(synthesise(stage));
const prod = outlined(stages.prod);
const trial = outlined(stages.trial);
const withDomain = outlined({
  ...stages.prod,
  domain: { name: 'timelines.example.org', certificateArn: 'arn:aws:acm:us-east-1:123456789012:certificate/a' },
});
const withModel = outlined({
  ...stages.prod,
  languageModel,
});
const RESTORED = 'dateline-prod-restored';
const restoredStream = `arn:aws:dynamodb:eu-west-1:123456789012:table/${RESTORED}/stream/2026-11-01T00:00:00.000`;
const onRestored: Stage = { ...stages.prod, table: { name: RESTORED, streamArn: restoredStream } };

const standing = (stage: StageOutline): Held => deploy(NOTHING, stage).held;

test.each<[string, StageOutline, StageOutline]>([
  ['this release over the last', released, prod],
  ['a domain is set', prod, withDomain],
  ['a domain is taken out', withDomain, prod],
  ['a language model is switched on', prod, withModel],
  ['a restored table is adopted', prod, outlined(onRestored)],
  ['the first table is gone back to', outlined(onRestored), prod],
])('%s: CloudFormation can, and nothing that lasts is replaced', (_, before, after) => {
  expect(Object.keys(before)).toEqual(['data', 'embed', 'ingest', 'api', 'watch']);
  expect(deploy(standing(before), after).refusals).toEqual([]);
});

test('a trial can be destroyed and deployed again, and leaves nothing', () => {
  const after = destroy(standing(trial));
  expect(after.left).toEqual([]);
  expect(deploy(after, trial).refusals).toEqual([]);
});

test('a first deploy that failed can be repeated', () => {
  for (const stage of [trial, prod]) expect(deploy(failedFirstDeploy(stage), stage).refusals).toEqual([]);
});

test('of a destroyed prod the table and the secret stay, and bar the way by their names alone', () => {
  const after = destroy(standing(prod));
  expect(after.left.map(({ type, name, deletion }) => [type, name, deletion])).toEqual([
    ['AWS::DynamoDB::Table', '"dateline-prod"', 'RetainExceptOnCreate'],
    ['AWS::SecretsManager::Secret', '"dateline-prod-signing"', 'RetainExceptOnCreate'],
  ]);
  expect(deploy(after, prod).refusals).toHaveLength(2);
});

test('the protected table is made last: the rollback of a failed first deploy could not delete it', () => {
  const { data } = synthesise();
  const [[tableId, table] = []] = resources(data, 'AWS::DynamoDB::Table');
  const others = Object.keys(data.toJSON().Resources ?? {}).filter((id) => id !== tableId);
  expect([table?.DependsOn ?? []].flat().sort()).toEqual(others.sort());
});

test('functions, alarms and the dashboard of a stage with a restored table are about that table', () => {
  const { ingest, api, watch } = synthesise(onRestored);
  for (const template of [ingest, api]) {
    const text = JSON.stringify(template.toJSON());
    expect(text).toContain(`"TABLE_NAME":"${RESTORED}"`);
    expect(text).not.toMatch(/dateline-prod-data:ExportsOutput\w*table/);
  }
  const readers = resources(ingest, 'AWS::Lambda::EventSourceMapping').map(([, { Properties }]) => Properties);
  expect(readers.filter(({ EventSourceArn }) => EventSourceArn === restoredStream)).toHaveLength(2);
  expect(JSON.stringify(watch.toJSON())).not.toMatch(/TableName\W+(?:Value\W+)?dateline-prod\W*"/);
});

/** The stage with some resources of a stack changed; `undefined` removes one. */
function edited(stage: StageOutline, stack: string, id: RegExp, change: (text: string) => string | undefined) {
  const { resources: all = {}, exports = {}, imports = [] } = stage[stack] ?? {};
  const changed = Object.entries(all).flatMap(([name, resource]) => {
    if (!id.test(name)) return [[name, resource] as const];
    const text = change(JSON.stringify(resource));
    return text === undefined ? [] : [[name, JSON.parse(text)] as const];
  });
  expect(changed).not.toEqual(Object.entries(all));
  return { ...stage, [stack]: { resources: Object.fromEntries(changed), exports, imports } };
}
const renamed = (from: string, to: string) => (text: string) => text.replaceAll(from, to);
const moved = (stage: StageOutline, from: string, id: RegExp) => {
  const [[name, resource] = ['', undefined]] = Object.entries(stage[from]?.resources ?? {}).filter(([one]) =>
    id.test(one),
  );
  const { resources: others = {}, ...rest } = stage[from] ?? { exports: {}, imports: [] };
  const { [name]: _gone, ...kept } = others;
  return { ...stage, [from]: { ...rest, resources: { ...kept, another: resource } } } as StageOutline;
};
const without = (stage: StageOutline, stack: string, exported: RegExp): StageOutline => {
  const { exports = {}, ...rest } = stage[stack] ?? { resources: {}, imports: [] };
  const kept = Object.fromEntries(Object.entries(exports).filter(([name]) => !exported.test(name)));
  return { ...stage, [stack]: { ...rest, exports: kept } };
};

test.each<[string, StageOutline, RegExp]>([
  [
    'renames the table',
    edited(prod, 'data', /^table/, renamed('dateline-prod', 'dateline-two')),
    /replaces.*TableName/,
  ],
  ['gives the table another key', edited(prod, 'data', /^table/, renamed('"pk', '"key')), /replaces.*KeySchema/],
  ['changes the keys of an index', edited(prod, 'data', /^table/, renamed('gpk', 'other')), /2 indexes .* at once/],
  ['drops the secret', edited(prod, 'data', /^signing/, () => undefined), /removes AWS::SecretsManager::Secret/],
  [
    'makes the queue of articles FIFO',
    edited(prod, 'ingest', /^articlesqueue\w{8}$/, renamed('"fixed":{', '"fixed":{"FifoQueue":"true",')),
    /replaces.*FifoQueue/,
  ],
  [
    'gives a queue another logical id',
    moved(prod, 'ingest', /^articlesqueue\w{8}$/),
    /makes AWS::SQS::Queue "dateline-prod-articles", which is there/,
  ],
  [
    'makes images of functions',
    edited(prod, 'api', /^accept/, renamed('"fixed":{', '"fixed":{"PackageType":"Image",')),
    /replaces AWS::Lambda::Function .*PackageType/,
  ],
  ['replaces the API', edited(prod, 'embed', /^api/, renamed('HTTP', 'WEBSOCKET')), /replaces.*ProtocolType/],
  [
    'exports the table’s stream no longer',
    without(prod, 'data', /StreamArn/),
    /removes .*StreamArn.*which ingest imports/,
  ],
])('a release that %s is refused', (_, after, refusal) => {
  expect(deploy(standing(prod), after).refusals.join('\n')).toMatch(refusal);
});

test('a trial whose schedule group stayed, as it once did, could not be deployed again', () => {
  const staying = edited(trial, 'ingest', /^schedules|group/i, renamed('"Delete"', '"Retain"'));
  for (const held of [destroy(standing(staying)), failedFirstDeploy(staying)]) {
    expect(deploy(held, trial).refusals.join('\n')).toMatch(/makes AWS::Scheduler::ScheduleGroup .* which is there/);
  }
});
