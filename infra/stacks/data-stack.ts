import { CfnOutput, RemovalPolicy, Stack } from 'aws-cdk-lib';
import {
  type Attribute,
  AttributeType,
  BillingMode,
  type ITable,
  ProjectionType,
  StreamViewType,
  Table,
} from 'aws-cdk-lib/aws-dynamodb';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import { TABLE } from '../../shared/store/table.ts';
import { argue } from '../constructs/argued.ts';
import type { Stage } from '../stages.ts';

/** Resources that cannot be recreated: the table, and the secret that signs embed links. */
export class DataStack extends Stack {
  /** The table that functions use: the stack's own, or a restored one that the stage has adopted. */
  readonly table: Table | ITable;
  readonly signingSecret: Secret;

  constructor(scope: Construct, stage: Stage) {
    const keep = stage.whenRemoved === 'keep';
    super(scope, `dateline-${stage.name}-data`, {
      description: 'Dateline: the table and the signing secret, which cannot be recreated.',
      terminationProtection: keep,
    });
    argue(this, [
      {
        id: 'AwsSolutions-SMG4',
        reason:
          'Published embed tokens are signed with it: the second automatic rotation would invalidate them. An operator rotates it (docs/deploy.md).',
      },
    ]);
    // Retained when the stack is deleted, but not when its first deploy fails: a table left by that would block the
    // next attempt.
    const removalPolicy = keep ? RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE : RemovalPolicy.DESTROY;
    const own = new Table(this, 'table', {
      tableName: `dateline-${stage.name}`,
      partitionKey: text(TABLE.partitionKey),
      sortKey: text(TABLE.sortKey),
      billingMode: BillingMode.PAY_PER_REQUEST,
      stream: StreamViewType[TABLE.stream],
      timeToLiveAttribute: TABLE.timeToLiveAttribute,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: keep,
      removalPolicy,
    });
    for (const { name, partitionKey, sortKey, projection } of TABLE.indexes) {
      own.addGlobalSecondaryIndex({
        indexName: name,
        partitionKey: text(partitionKey),
        sortKey: text(sortKey),
        projectionType: ProjectionType[projection],
      });
    }
    this.signingSecret = new Secret(this, 'signing-secret', {
      secretName: `dateline-${stage.name}-signing`,
      description: 'Signs page cursors and embed tokens. The version before a rotation stays valid.',
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
      removalPolicy,
    });
    // Created last: with deletion protection on the table, the rollback of a failed first deploy could not remove it.
    own.node.addDependency(this.signingSecret);
    this.table = stage.table === undefined ? own : adopt(this, stage.table, own);
    new CfnOutput(this, 'TableName', {
      value: this.table.tableName,
      description: 'For `dateline key create --table`.',
    });
  }
}

/**
 * Uses a restored table in place of the stack's own, which stays unchanged: stacks deployed later still import its
 * name, ARN and stream, and CloudFormation refuses to remove exports in use.
 */
function adopt(stack: Stack, { name, streamArn }: NonNullable<Stage['table']>, own: Table): ITable {
  for (const value of [own.tableName, own.tableArn, own.tableStreamArn]) stack.exportValue(value);
  return Table.fromTableAttributes(stack, 'adopted', { tableName: name, tableStreamArn: streamArn });
}

const text = (name: string): Attribute => ({ name, type: AttributeType.STRING });
