import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { TableWrites } from '../../shared/kernel/function-spec.ts';
import { TABLE } from '../../shared/store/table.ts';
import type { DatelineFunction } from './dateline-function.ts';

/** Allows a function the requests to the table that its spec names, and no others: reads by key, and writes to items under its own partition keys. */
export function mayUseTable(user: DatelineFunction, table: { readonly tableArn: string }): void {
  const { reads = [], writes = [] } = user.spec.table ?? {};
  const direct = reads.filter((read) => read !== 'Query byTime');
  const allow = (actions: readonly string[], resource: string): void => {
    if (actions.length === 0) return;
    const named = actions.map((action) => `dynamodb:${action}`);
    user.addToRolePolicy(new PolicyStatement({ actions: named, resources: [resource] }));
  };
  allow(direct, table.tableArn);
  if (direct.length < reads.length) allow(['Query'], `${table.tableArn}/index/${TABLE.indexes[0].name}`);
  for (const one of writes) mayWrite(user, table, one);
}

/** Lets a function write items under some partition keys. */
function mayWrite(user: DatelineFunction, table: { readonly tableArn: string }, { actions, under }: TableWrites): void {
  user.addToRolePolicy(
    new PolicyStatement({
      actions: actions.map((action) => `dynamodb:${action}`),
      resources: [table.tableArn],
      conditions: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [...under] } },
    }),
  );
}
