import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { specs } from '../../../functions/specs.ts';
import { stages } from '../../../infra/stages.ts';
import type { FunctionSpec } from '../../../shared/kernel/function-spec.ts';
import { everywhere, synthesise } from './synthesis.ts';

const templates = synthesise();
const functions = new Map(
  everywhere(templates, 'AWS::Lambda::Function').map(([id, { Properties }]) => [
    String(Properties.FunctionName),
    { id, properties: Properties },
  ]),
);
const alarms = everywhere(templates, 'AWS::CloudWatch::Alarm').map(([, { Properties }]) => Properties);
const all: readonly FunctionSpec[] = Object.values(specs);

test('every function that has a spec is deployed, and none besides', () => {
  expect([...functions.keys()].sort()).toEqual(all.map(({ name }) => `dateline-prod-${name}`).sort());
});

test.each(all.map((spec) => [spec.name, spec] as const))('%s runs as its spec says', (name, spec) => {
  const { properties } = functions.get(`dateline-prod-${name}`) ?? {};
  expect(properties).toMatchObject({
    Runtime: 'nodejs24.x',
    Architectures: ['arm64'],
    MemorySize: spec.memoryMb,
    Timeout: spec.timeoutSeconds,
    Description: spec.purpose,
    TracingConfig: { Mode: 'Active' },
    LoggingConfig: { LogFormat: 'JSON' },
  });
  const { Variables } = (properties?.Environment ?? {}) as { Variables?: Record<string, unknown> };
  const own = Object.keys(Variables ?? {}).filter((variable) => !/^(NODE_OPTIONS|POWERTOOLS_)/.test(variable));
  expect(own.sort()).toEqual([...spec.env].sort());
  // Reserved concurrency would throttle queue workers, and throttled receives count towards the dead letters.
  expect(properties).not.toHaveProperty('ReservedConcurrentExecutions');
});

test.each(all.map(({ name }) => name))('an alarm rings when %s fails', (name) => {
  const { id } = functions.get(`dateline-prod-${name}`) ?? {};
  const errors = alarms.filter(
    (alarm) =>
      alarm.MetricName === 'Errors' &&
      JSON.stringify(alarm.Dimensions) === JSON.stringify([{ Name: 'FunctionName', Value: { Ref: id } }]),
  );
  expect(errors.map((alarm) => alarm.AlarmName)).toEqual([`dateline-prod-${name}`]);
});

test('logs end after the time the stage says', () => {
  const groups = everywhere(templates, 'AWS::Logs::LogGroup').map(([, { Properties }]) => Properties);
  expect(groups).toHaveLength(all.length + 1);
  for (const group of groups) expect(group.RetentionInDays).toBe(stages.prod.logRetentionDays);
});

describe('the runbook', () => {
  const runbook = readFileSync(resolve(__dirname, '../../../docs/runbook.md'), 'utf8');
  const headings = [...runbook.matchAll(/^#{2,3} (\S+)$/gm)].map(([, heading]) => heading);
  const about = alarms.map((alarm) => String(alarm.AlarmName).replace('dateline-prod-', ''));

  test.each(about)('knows what to do about %s', (alarm) => {
    expect(headings).toContain(alarm);
  });

  test('is where the alarm says, after what a reader loses', () => {
    for (const alarm of alarms) {
      const name = String(alarm.AlarmName).replace('dateline-prod-', '');
      expect(alarm.AlarmDescription).toMatch(
        new RegExp(`^(?:Urgent|Soon): [A-Z].{20,}\\. What to do: docs/runbook\\.md#${name}$`),
      );
    }
  });

  test('speaks of no alarm that is gone', () => {
    const subjects = headings.filter((heading) => heading !== undefined && /^[a-z0-9-]+$/.test(heading));
    expect(subjects.sort()).toEqual([...new Set(about)].sort());
  });
});
