import { App, Tags } from 'aws-cdk-lib';
import { buildStacks } from './stacks/build-stacks.ts';
import { stageNamed } from './stages.ts';

const app = new App();
const stage = stageNamed(app.node.tryGetContext('stage') ?? 'prod');
buildStacks(app, stage);
// CloudFormation takes no tags on a dashboard.
Tags.of(app).add('dateline:stage', stage.name, { excludeResourceTypes: ['AWS::CloudWatch::Dashboard'] });
