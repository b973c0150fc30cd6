import type { IncomingMessage, ServerResponse } from 'node:http';
import { BRIDGE, converse } from '../integration/language-model/endpoint.ts';
import { type AwsEndpoint, callerOf } from './aws-endpoint.ts';
import { ACCOUNT, REGION } from './intrinsics.ts';

/** Whether a request is one to Amazon Bedrock's runtime. */
export const isForBedrock = ({ headers }: IncomingMessage): boolean =>
  headers.host === `bedrock-runtime.${REGION}.amazonaws.com`;

/**
 * Answers as Bedrock does that is asked for an inference profile: the caller needs the right to the profile, and to the model in each region that the
 * profile may go to. The answer is the event of the article that tests send.
 */
export function answerAsBedrock(aws: AwsEndpoint, request: IncomingMessage, response: ServerResponse): void {
  const [, model = '', operation] = decodeURIComponent(request.url ?? '').match(/^\/model\/([^/]+)\/(\w+)$/) ?? [];
  const resources = [
    `arn:aws:bedrock:${REGION}:${ACCOUNT}:inference-profile/${model}`,
    ...[REGION, 'eu-north-1'].map(
      (region) => `arn:aws:bedrock:${region}::foundation-model/${model.replace(/^eu\./, '')}`,
    ),
  ];
  const asked = resources.map((resource) => aws.note(callerOf(request), { action: 'bedrock:InvokeModel', resource }));
  const isAllowed = operation === 'converse' && asked.every((one) => one);
  const { status, body } = isAllowed ? converse([BRIDGE]) : { status: 403, body: { message: 'AccessDeniedException' } };
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
