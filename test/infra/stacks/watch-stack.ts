import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { stages } from '../../../infra/stages.ts';
import { everywhere, resources, synthesise, withoutHashes } from './synthesis.ts';

const templates = synthesise({
  ...stages.prod,
  alarmEmails: ['desk@example.org'],
  urgentEmails: ['pager@example.org'],
});
const { watch } = templates;
const root = resolve(__dirname, '../../..');

interface Forwarding {
  readonly EventPattern: {
    readonly detail: {
      readonly alarmName: readonly { readonly prefix: string }[];
      readonly configuration: { readonly description: readonly { readonly prefix: string }[] };
      readonly $or: unknown;
    };
  };
  readonly Targets: readonly {
    readonly Arn: { readonly Ref: string };
    readonly InputTransformer: { readonly InputPathsMap: Record<string, string> };
  }[];
}
const rules = resources(watch, 'AWS::Events::Rule').map(([, { Properties }]) => Properties as unknown as Forwarding);
const alarms = everywhere(templates, 'AWS::CloudWatch::Alarm').map(([, { Properties }]) => ({
  name: String(Properties.AlarmName),
  description: String(Properties.AlarmDescription),
}));
/** The rules that forward an alarm, as EventBridge matches its name and description. */
const forwarding = ({ name, description }: (typeof alarms)[number]): readonly Forwarding[] =>
  rules.filter(({ EventPattern: { detail } }) => {
    const { alarmName, configuration } = detail;
    return (
      alarmName.some(({ prefix }) => name.startsWith(prefix)) &&
      configuration.description.some(({ prefix }) => description.startsWith(prefix))
    );
  });

test('every alarm of every stack reaches people of one severity', () => {
  expect(alarms.length).toBeGreaterThan(30);
  expect(alarms.filter((alarm) => forwarding(alarm).length !== 1)).toEqual([]);
  expect(new Set(alarms.map(({ name }) => name)).size).toBe(alarms.length);
});

test('what readers lose at once, and what was accepted and does not go on, is urgent; the rest waits for the morning', () => {
  const urgent = alarms.filter(({ description }) => description.startsWith('Urgent: ')).map(({ name }) => name);
  expect(urgent.map((name) => name.replace('dateline-prod-', '')).sort()).toEqual([
    'accept-articles',
    'api-5xx',
    'articles-dead',
    'canary-failed',
    'feeds-dead',
    'fold-articles-dead',
    'functions-throttled',
    'manage-keys',
    'read-events',
    'relay-articles-dead',
    'render-embed',
    'serve-articles',
    'table-refuses',
    'webhooks-dead',
  ]);
});

test('an alarm is told whatever it was before, its end only where there was one', () => {
  expect(rules).toHaveLength(2);
  for (const { EventPattern } of rules) {
    expect(EventPattern).toMatchObject({
      source: ['aws.cloudwatch'],
      'detail-type': ['CloudWatch Alarm State Change'],
    });
    expect(EventPattern.detail.$or).toEqual([
      { state: { value: ['ALARM'] } },
      { state: { value: ['OK'] }, previousState: { value: ['ALARM'] } },
    ]);
  }
});

test('the message says what a reader loses and where the runbook is: the alarm’s own description', () => {
  for (const { Targets } of rules) {
    const paths = Targets[0]?.InputTransformer.InputPathsMap ?? {};
    expect(Object.values(paths)).toContain('$.detail.configuration.description');
  }
});

test('the people of a severity are subscribed to its topic', () => {
  const subscriptions = resources(watch, 'AWS::SNS::Subscription').map(([, { Properties }]) => Properties);
  const told = (prefix: string) => {
    const rule = rules.find(({ EventPattern }) => EventPattern.detail.configuration.description[0]?.prefix === prefix);
    const topic = rule?.Targets[0]?.Arn.Ref;
    return subscriptions
      .filter(({ TopicArn }) => (TopicArn as { Ref: string }).Ref === topic)
      .map(({ Endpoint }) => Endpoint);
  };
  expect(told('Urgent: ')).toEqual(['pager@example.org']);
  expect(told('Soon: ')).toEqual(['desk@example.org']);
});

test('a source that has failed for a day raises an alarm, which reads the metric of poll-feeds', () => {
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
