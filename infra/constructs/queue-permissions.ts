import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { DatelineFunction } from './dateline-function.ts';

/** Allows a function, or its event source, to send to a queue. CDK's own grant allows two more actions that no caller needs. */
export const maySend = (sender: DatelineFunction, queue: IQueue): void => allow(sender, ['sqs:SendMessage'], queue);

/** Allows a function to read the length of a queue. */
export const mayMeasure = (asker: DatelineFunction, queue: IQueue): void =>
  allow(asker, ['sqs:GetQueueAttributes'], queue);

/** Allows a function's event source to receive messages from a queue. */
export const mayWork = (worker: DatelineFunction, queue: IQueue): void =>
  allow(worker, ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'], queue);

const allow = (user: DatelineFunction, actions: string[], { queueArn }: IQueue): void =>
  user.addToRolePolicy(new PolicyStatement({ actions, resources: [queueArn] }));
