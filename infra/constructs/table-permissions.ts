import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { type IGrantable, PolicyStatement } from 'aws-cdk-lib/aws-iam';

/** No `Scan` and no `DescribeTable`: every access of this service is by key. */
const READS = ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query', 'dynamodb:ConditionCheckItem'];
const WRITES = ['dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:DeleteItem', 'dynamodb:BatchWriteItem'];

/** Lets a function read the table and its indexes by key. */
export function mayRead(reader: IGrantable, table: Table): void {
  reader.grantPrincipal.addToPrincipalPolicy(
    new PolicyStatement({ actions: READS, resources: [table.tableArn, `${table.tableArn}/index/*`] }),
  );
}

/** Lets a function read and write items: never the table itself. */
export function mayWrite(writer: IGrantable, table: Table): void {
  mayRead(writer, table);
  writer.grantPrincipal.addToPrincipalPolicy(new PolicyStatement({ actions: WRITES, resources: [table.tableArn] }));
}

/** Lets a function write only items whose partition key begins with one of the prefixes (`Z|`), and read nothing more. */
export function mayWriteOnly(writer: IGrantable, table: Table, prefixes: readonly string[]): void {
  grantUnder(writer, table, { actions: WRITES, prefixes });
}

/** Lets a function change single attributes of items whose partition key begins with one of the prefixes; it can neither replace nor delete them. */
export function mayUpdateOnly(writer: IGrantable, table: Table, prefixes: readonly string[]): void {
  grantUnder(writer, table, { actions: ['dynamodb:UpdateItem'], prefixes });
}

function grantUnder(
  writer: IGrantable,
  table: Table,
  { actions, prefixes }: { readonly actions: string[]; readonly prefixes: readonly string[] },
): void {
  writer.grantPrincipal.addToPrincipalPolicy(
    new PolicyStatement({
      actions,
      resources: [table.tableArn],
      conditions: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': prefixes.map((prefix) => `${prefix}*`) } },
    }),
  );
}
