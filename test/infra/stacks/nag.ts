/** cdk-nag's AwsSolutions: nothing that it finds is left without an argument in the code. */
import { App, Aspects, Stack } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { AwsSolutionsChecks } from 'cdk-nag';
import { context } from '../../../cdk.json';
import { buildStacks } from '../../../infra/stacks/build-stacks.ts';
import { type Stage, stages } from '../../../infra/stages.ts';
import { languageModel } from './model-fixture.ts';

function findingsIn(stacks: readonly Stack[]): readonly string[] {
  return stacks.flatMap((stack) => {
    const found = Annotations.fromStack(stack);
    const all = [...found.findError('*', Match.anyValue()), ...found.findWarning('*', Match.anyValue())];
    return all.map(({ id, entry }) => `${id}: ${String(entry.data)}`);
  });
}

const domain = { name: 'timelines.example.org', certificateArn: 'arn:aws:acm:us-east-1:123456789012:certificate/a' };

test.each<[string, Stage]>([
  ['prod', stages.prod],
  ['prod with a domain', { ...stages.prod, domain }],
  ['prod with a language model', { ...stages.prod, languageModel }],
  ['trial', stages.trial],
])('cdk-nag finds nothing in %s that is not argued', (_, stage) => {
  const app = new App({ context: { ...context, 'aws:cdk:bundling-stacks': [] } });
  const stacks = Object.values(buildStacks(app, stage));
  Aspects.of(app).add(new AwsSolutionsChecks());
  app.synth();
  expect(findingsIn(stacks)).toEqual([]);
});

test('cdk-nag would find a queue that takes what was not encrypted on its way', () => {
  const app = new App();
  const stack = new Stack(app, 'stack');
  new Queue(stack, 'queue');
  Aspects.of(app).add(new AwsSolutionsChecks());
  app.synth();
  expect(findingsIn([stack]).join('\n')).toMatch(/AwsSolutions-SQS4/);
});
