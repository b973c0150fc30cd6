import { Match } from 'aws-cdk-lib/assertions';
import { stages } from '../../../infra/stages.ts';
import { createTableInput } from '../../../shared/store/table.ts';
import { everywhere, synthesise, theOnly, withoutHashes } from './synthesis.ts';

const { data } = synthesise();
const trial = synthesise(stages.trial).data;

test('the table can be put back to any second of the last weeks, and neither a stack nor a slip deletes it', () => {
  data.hasResource('AWS::DynamoDB::Table', {
    DeletionPolicy: 'RetainExceptOnCreate',
    UpdateReplacePolicy: 'Retain',
    Properties: Match.objectLike({
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      DeletionProtectionEnabled: true,
      BillingMode: 'PAY_PER_REQUEST',
    }),
  });
});

test('a trial leaves nothing behind, and no stage leaves a log that bars the way of its successor', () => {
  for (const [, log] of everywhere(synthesise(), 'AWS::Logs::LogGroup')) expect(log.DeletionPolicy).toBe('Delete');
  trial.hasResource('AWS::DynamoDB::Table', { DeletionPolicy: 'Delete' });
  trial.hasResource('AWS::SecretsManager::Secret', { DeletionPolicy: 'Delete' });
});

test('the table on AWS has the keys, indexes and stream of the table on one machine', () => {
  const local = createTableInput('any');
  const table = theOnly(data, 'AWS::DynamoDB::Table');
  expect(table).toMatchObject({
    KeySchema: local.KeySchema,
    GlobalSecondaryIndexes: local.GlobalSecondaryIndexes,
    StreamSpecification: { StreamViewType: local.StreamSpecification.StreamViewType },
    TimeToLiveSpecification: { AttributeName: 'expires', Enabled: true },
  });
  expect(table.AttributeDefinitions).toEqual(expect.arrayContaining(local.AttributeDefinitions));
});

test('the signing secret is made at deploy and is nowhere in the template', () => {
  data.hasResourceProperties('AWS::SecretsManager::Secret', {
    GenerateSecretString: { PasswordLength: 64, ExcludePunctuation: true },
    SecretString: Match.absent(),
  });
});

test('the data stack is as it was', () => {
  expect(withoutHashes(data)).toMatchSnapshot();
});
