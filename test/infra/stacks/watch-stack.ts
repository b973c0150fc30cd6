import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { stages } from '../../../infra/stages.ts';
import { everywhere, resources, synthesise, theOnly, withoutHashes } from './synthesis.ts';

const templates = synthesise({ ...stages.prod, alarmEmails: ['desk@example.org'] });
const { watch } = templates;
const root = resolve(__dirname, '../../..');

test('every alarm of every stack reaches people: its name begins with what is forwarded', () => {
  const rule = theOnly(watch, 'AWS::Events::Rule');
  const { detail } = rule.EventPattern as { detail: { alarmName: { prefix: string }[] } };
  const prefix = detail.alarmName[0]?.prefix ?? '';
  const names = everywhere(templates, 'AWS::CloudWatch::Alarm').map(([, { Properties }]) =>
    String(Properties.AlarmName),
  );
  expect(names.length).toBeGreaterThan(0);
  expect(names.filter((name) => !name.startsWith(prefix))).toEqual([]);
  expect(new Set(names).size).toBe(names.length);
});

test('an alarm is told whatever it was before, its end only where there was one', () => {
  const rule = theOnly(watch, 'AWS::Events::Rule');
  const { detail } = rule.EventPattern as { detail: { $or: unknown } };
  expect(rule.EventPattern).toMatchObject({
    source: ['aws.cloudwatch'],
    'detail-type': ['CloudWatch Alarm State Change'],
  });
  expect(detail.$or).toEqual([
    { state: { value: ['ALARM'] } },
    { state: { value: ['OK'] }, previousState: { value: ['ALARM'] } },
  ]);
});

test('the message says what a reader loses and where the runbook is: the alarm’s own description', () => {
  const rule = theOnly(watch, 'AWS::Events::Rule');
  const [target] = rule.Targets as { InputTransformer: { InputPathsMap: Record<string, string> } }[];
  expect(Object.values(target?.InputTransformer.InputPathsMap ?? {})).toContain('$.detail.configuration.description');
});

test('the people of the stage are subscribed', () => {
  watch.hasResourceProperties('AWS::SNS::Subscription', { Protocol: 'email', Endpoint: 'desk@example.org' });
});

test('a source that has brought nothing for a day rings: the alarm reads what poll-feeds sends', () => {
  const pollFeeds = resources(templates.ingest, 'AWS::Lambda::Function').find(
    ([, { Properties }]) => Properties.FunctionName === 'dateline-prod-poll-feeds',
  );
  const { Variables } = (pollFeeds?.[1].Properties.Environment ?? {}) as { Variables: Record<string, string> };
  const script =
    "import { recordMetric } from './functions/runtime/metrics.ts'; recordMetric('FeedsFailingForADay', 2);";
  const sent = execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
    env: {
      PATH: process.env.PATH ?? '',
      POWERTOOLS_SERVICE_NAME: Variables.POWERTOOLS_SERVICE_NAME,
      POWERTOOLS_METRICS_NAMESPACE: Variables.POWERTOOLS_METRICS_NAMESPACE,
    },
    cwd: root,
    encoding: 'utf8',
  });
  const { _aws, ...values } = JSON.parse(sent);
  const [{ Namespace, Dimensions, Metrics }] = _aws.CloudWatchMetrics;
  expect(readFileSync(`${root}/functions/poll-feeds/handler.ts`, 'utf8')).toContain("'FeedsFailingForADay'");
  watch.hasResourceProperties('AWS::CloudWatch::Alarm', {
    Namespace,
    MetricName: Metrics[0].Name,
    Dimensions: Dimensions[0].map((name: string) => ({ Name: name, Value: values[name] })),
    Threshold: 1,
  });
});

test('the watch stack is as it was', () => {
  expect(withoutHashes(synthesise().watch)).toMatchSnapshot();
});
