/** Settings that a stage needs before it may be deployed. */
import { completeStage, stages } from '../../../infra/stages.ts';
import { synthesise, theOnly } from './synthesis.ts';

const given = { alarmEmails: 'desk@paper.test, night@paper.test', feedContact: 'https://paper.test/contact' };

test('a stage that is kept does not synthesise without somebody to tell and a contact for publishers', () => {
  const nothing = { alarmEmails: undefined, feedContact: undefined };
  expect(() => completeStage(stages.prod, nothing)).toThrow(/alarmEmails.*feedContact/);
  expect(() => completeStage(stages.prod, { ...given, feedContact: undefined })).toThrow(/lacks feedContact/);
  expect(completeStage(stages.prod, given).alarmEmails).toEqual(['desk@paper.test', 'night@paper.test']);
  expect(completeStage(stages.trial, nothing)).toEqual(stages.trial);
});

test('a restored table is adopted with its own stream, and refused without it', () => {
  const streamArn = 'arn:aws:dynamodb:eu-west-1:123456789012:table/restored/stream/2026-11-01T00:00:00.000';
  const adopting = (table?: string, tableStream?: string) =>
    completeStage(stages.trial, { ...given, table, tableStream });
  expect(adopting('restored', streamArn).table).toEqual({ name: 'restored', streamArn });
  expect(adopting().table).toBeUndefined();
  for (const [table, stream] of [['restored'], ['other', streamArn], [undefined, streamArn], ['restored', 'None']]) {
    expect(() => adopting(table, stream)).toThrow(/-c table=NAME -c tableStream=ARN/);
  }
});

test('a new account, which may run ten functions at once, can run a trial and still answer', () => {
  expect(stages.trial.articlesAtOnce + stages.trial.feedsAtOnce).toBeLessThanOrEqual(5);
});

test('people hear when the bill passes the budget', () => {
  const { watch } = synthesise(completeStage(stages.prod, given));
  const { NotificationsWithSubscribers } = theOnly(watch, 'AWS::Budgets::Budget') as {
    NotificationsWithSubscribers: { Subscribers: { Address: string }[] }[];
  };
  for (const { Subscribers } of NotificationsWithSubscribers) {
    expect(Subscribers.map(({ Address }) => Address)).toEqual(['desk@paper.test', 'night@paper.test']);
  }
});

test('CloudFront keeps no error longer than the answer says', () => {
  const { DistributionConfig } = theOnly(synthesise().embed, 'AWS::CloudFront::Distribution') as {
    DistributionConfig: { CustomErrorResponses: { ErrorCode: number; ErrorCachingMinTTL: number }[] };
  };
  const { CustomErrorResponses } = DistributionConfig;
  expect(CustomErrorResponses.map(({ ErrorCode }) => ErrorCode)).toEqual(
    expect.arrayContaining([400, 403, 404, 405, 500, 502, 503, 504]),
  );
  expect(CustomErrorResponses.filter(({ ErrorCachingMinTTL }) => ErrorCachingMinTTL !== 0)).toEqual([]);
});
