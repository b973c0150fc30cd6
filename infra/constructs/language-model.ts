import { ArnFormat, Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import type { Stage } from '../stages.ts';
import type { DatelineFunction } from './dateline-function.ts';

/** The value of LANGUAGE_MODEL: `none`, or settings as functions/runtime/language-model/settings.ts reads them. */
export function languageModelEnv(scope: Construct, { languageModel }: Stage): string {
  if (languageModel === undefined) return 'none';
  const { modelId, ...rest } = languageModel;
  const { region } = Stack.of(scope);
  return Stack.of(scope).toJsonString({ protocol: 'bedrock', model: modelId, region, ...rest });
}

/** Lets a function ask the stage's model, if it has one. */
export function mayAskModel(asker: DatelineFunction, { languageModel }: Stage): void {
  if (languageModel === undefined) return;
  const { modelId } = languageModel;
  const stack = Stack.of(asker);
  // An inference profile passes requests on to the model in any region of its geography, and its caller needs the right to the model there.
  const model = `arn:${stack.partition}:bedrock:*::foundation-model/${modelId.replace(/^(?:global|[a-z]{2,4})\.(?=\w+\.)/, '')}`;
  const profile = stack.formatArn({
    service: 'bedrock',
    resource: 'inference-profile',
    resourceName: modelId,
    arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
  });
  asker.addToRolePolicy(new PolicyStatement({ actions: ['bedrock:InvokeModel'], resources: [model, profile] }));
}
