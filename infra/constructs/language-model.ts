import { ArnFormat, Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import type { Stage } from '../stages.ts';
import type { Argued } from './argued.ts';
import type { DatelineFunction } from './dateline-function.ts';

/** The value of LANGUAGE_MODEL: `none`, or settings as functions/runtime/language-model/settings.ts reads them. */
export function languageModelEnv(scope: Construct, { languageModel }: Stage): string {
  if (languageModel === undefined) return 'none';
  const { modelId, ...rest } = languageModel;
  const { region } = Stack.of(scope);
  return Stack.of(scope).toJsonString({ protocol: 'bedrock', model: modelId, region, ...rest });
}

/** The reason for the permission to call the model in any region; empty if the stage has no model. */
export function arguedModel({ languageModel }: Stage): readonly Argued[] {
  if (languageModel === undefined) return [];
  return [
    {
      id: 'AwsSolutions-IAM5',
      appliesTo: [`Resource::arn:<AWS::Partition>:bedrock:*::foundation-model/${modelBehind(languageModel.modelId)}`],
      reason:
        'An inference profile forwards a request to its model in any region of its geography, where the caller needs the permission for the model.',
    },
  ];
}

/** The model of an inference profile, whose id has a region prefix. */
const modelBehind = (modelId: string): string => modelId.replace(/^(?:global|[a-z]{2,4})\.(?=\w+\.)/, '');

/** Allows a function to call the stage's model, if there is one. */
export function mayAskModel(asker: DatelineFunction, { languageModel }: Stage): void {
  if (languageModel === undefined) return;
  const { modelId } = languageModel;
  const stack = Stack.of(asker);
  const model = `arn:${stack.partition}:bedrock:*::foundation-model/${modelBehind(modelId)}`;
  const profile = stack.formatArn({
    service: 'bedrock',
    resource: 'inference-profile',
    resourceName: modelId,
    arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
  });
  asker.addToRolePolicy(new PolicyStatement({ actions: ['bedrock:InvokeModel'], resources: [model, profile] }));
}
