import { stages } from '../../../infra/stages.ts';
import { everywhere, synthesise, theOnly, withoutHashes } from './synthesis.ts';

const templates = synthesise({ ...stages.prod, alarmEmails: ['desk@example.org'] });
const { watch } = templates;

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
  expect(rule.EventPattern).toMatchObject({
    source: ['aws.cloudwatch'],
    detail: {
      $or: [{ state: { value: ['ALARM'] } }, { state: { value: ['OK'] }, previousState: { value: ['ALARM'] } }],
    },
  });
});

test('the message says what a reader loses and where the runbook is: the alarm’s own description', () => {
  const rule = theOnly(watch, 'AWS::Events::Rule');
  const [target] = rule.Targets as { InputTransformer: { InputPathsMap: Record<string, string> } }[];
  expect(Object.values(target?.InputTransformer.InputPathsMap ?? {})).toContain('$.detail.configuration.description');
});

test('the people of the stage are subscribed', () => {
  watch.hasResourceProperties('AWS::SNS::Subscription', { Protocol: 'email', Endpoint: 'desk@example.org' });
});

test('a source that has brought nothing for a day rings, by the count that poll-feeds sends', () => {
  watch.hasResourceProperties('AWS::CloudWatch::Alarm', {
    Namespace: 'Dateline',
    MetricName: 'FeedsFailingForADay',
    Dimensions: [{ Name: 'service', Value: 'dateline-prod' }],
    Threshold: 1,
  });
});

test('the watch stack is as it was', () => {
  expect(withoutHashes(synthesise().watch)).toMatchSnapshot();
});
