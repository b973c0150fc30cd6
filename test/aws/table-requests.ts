import { ACCOUNT, REGION } from './intrinsics.ts';
import type { Request } from './policy-evaluation.ts';

type Marshalled = Readonly<Record<string, { readonly S?: string }>>;

interface Body {
  readonly TableName?: string;
  readonly IndexName?: string;
  readonly Key?: Marshalled;
  readonly Item?: Marshalled;
  readonly KeyConditionExpression?: string;
  readonly ExpressionAttributeValues?: Marshalled;
  readonly RequestItems?: Readonly<Record<string, { readonly Keys?: readonly Marshalled[] } & readonly BatchWrite[]>>;
  readonly TransactItems?: readonly Readonly<Record<string, Body>>[];
}

interface BatchWrite {
  readonly PutRequest?: { readonly Item: Marshalled };
  readonly DeleteRequest?: { readonly Key: Marshalled };
}

/** The actions of a transaction's parts. */
const PARTS: Readonly<Record<string, string>> = {
  Put: 'PutItem',
  Update: 'UpdateItem',
  Delete: 'DeleteItem',
  ConditionCheck: 'ConditionCheckItem',
  Get: 'GetItem',
};

/**
 * The parts of a DynamoDB request that IAM checks: an action, the ARN of the table or index, and the partition keys of its items. A transaction is as
 * many requests as it has parts.
 *
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis-iam.html
 */
export function tableRequests(operation: string, body: unknown): readonly Request[] {
  const request = body as Body;
  if (operation.startsWith('Transact')) {
    return (request.TransactItems ?? []).flatMap((part) =>
      Object.entries(part).map(([kind, inner]) => one(PARTS[kind] ?? kind, inner)),
    );
  }
  if (operation.startsWith('Batch')) {
    return Object.entries(request.RequestItems ?? {}).map(([table, items]) => ({
      action: `dynamodb:${operation}`,
      resource: arnOf(table),
      leadingKeys: [
        ...new Set(
          operation === 'BatchGetItem'
            ? (items.Keys ?? []).map(partitionKey)
            : items.map(({ PutRequest, DeleteRequest }) => partitionKey(PutRequest?.Item ?? DeleteRequest?.Key)),
        ),
      ],
    }));
  }
  return [one(operation, request)];
}

function one(operation: string, body: Body): Request {
  const { TableName = '', IndexName, Key, Item } = body;
  return {
    action: `dynamodb:${operation}`,
    resource: IndexName === undefined ? arnOf(TableName) : `${arnOf(TableName)}/index/${IndexName}`,
    leadingKeys: [operation === 'Query' ? queriedKey(body) : partitionKey(Item ?? Key)],
  };
}

const arnOf = (table: string): string => `arn:aws:dynamodb:${REGION}:${ACCOUNT}:table/${table}`;

const partitionKey = (item: Marshalled | undefined): string => item?.pk?.S ?? '';

/** The value that a query's condition gives the partition key: the first that is compared by `=`. */
function queriedKey({ KeyConditionExpression = '', ExpressionAttributeValues = {} }: Body): string {
  const [, name = ''] = KeyConditionExpression.match(/=\s*(:\w+)/) ?? [];
  return ExpressionAttributeValues[name]?.S ?? '';
}
