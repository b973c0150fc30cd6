import { App, Tags } from 'aws-cdk-lib';
import { buildStacks } from './stacks/build-stacks.ts';
import { completeStage, stageNamed } from './stages.ts';

const app = new App();
const context = (name: string): string | undefined => app.node.tryGetContext(name);
// A deploy without `-c stage=` goes to the trial stage, so that prod never changes by omission.
const stage = completeStage(stageNamed(context('stage') ?? 'trial'), {
  alarmEmails: context('alarmEmails'),
  feedContact: context('feedContact'),
  table: context('table'),
  tableStream: context('tableStream'),
});
buildStacks(app, stage);
// CloudFormation does not accept tags on a dashboard.
Tags.of(app).add('dateline:stage', stage.name, { excludeResourceTypes: ['AWS::CloudWatch::Dashboard'] });
