import type { Stack } from 'aws-cdk-lib';

/** A rule of cdk-nag's AwsSolutions that a stack breaks on purpose, with the reason. */
export interface Argued {
  /** `AwsSolutions-IAM5` */
  readonly id: string;
  readonly reason: string;
  /** The findings of the rule that are intended (`Resource::*`); all of them by default. */
  readonly appliesTo?: readonly string[];
}

/** Adds suppressions to the template, where cdk-nag looks for them (test/infra/stacks/nag.ts runs it). */
export function argue(stack: Stack, argued: readonly Argued[]): void {
  stack.templateOptions.metadata = {
    ...stack.templateOptions.metadata,
    cdk_nag: {
      rules_to_suppress: argued.map(({ id, reason, appliesTo }) => ({
        id,
        reason,
        ...(appliesTo && { applies_to: appliesTo }),
      })),
    },
  };
}

/** IAM has no resource type for traces or for listing streams; test/aws fails on any other wildcard. */
export const TRACES_AND_STREAMS: Argued = {
  id: 'AwsSolutions-IAM5',
  appliesTo: ['Resource::*'],
  reason: 'xray:PutTraceSegments, xray:PutTelemetryRecords and dynamodb:ListStreams have no resource type.',
};
