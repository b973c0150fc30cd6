import type { Template } from 'aws-cdk-lib/assertions';
import { resources } from './synthesis.ts';

/** A statement of an identity policy, as the template has it. */
export interface Statement {
  readonly Action: string | readonly string[];
  readonly Resource: unknown;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}

/** One call to the table, as IAM sees it. */
export interface TableCall {
  /** `dynamodb:UpdateItem` */
  readonly action: string;
  readonly partitionKey: string;
}

const listed = (value: string | readonly string[]): readonly string[] => (typeof value === 'string' ? [value] : value);

/** The actions of a statement. */
export const actionsOf = ({ Action }: Statement): readonly string[] => listed(Action);

/** Rights of each function of a stack, by the function's name without its stage. */
export function permissionsOf(template: Template): ReadonlyMap<string, readonly Statement[]> {
  const policies = resources(template, 'AWS::IAM::Policy').map(([, { Properties }]) => Properties);
  return new Map(
    resources(template, 'AWS::Lambda::Function').map(([, { Properties }]) => {
      const role = (Properties.Role as { 'Fn::GetAtt': [string] })['Fn::GetAtt'][0];
      const statements = policies
        .filter(({ Roles }) => JSON.stringify(Roles).includes(`"${role}"`))
        .flatMap(({ PolicyDocument }) => (PolicyDocument as { Statement: Statement[] }).Statement);
      return [String(Properties.FunctionName).replace('dateline-prod-', ''), statements];
    }),
  );
}

/**
 * `StringLike` and `ArnLike` of IAM: `*` is any text, also across slashes; `?` is one character.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
export function isLike(pattern: string, text: string): boolean {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, 's').test(text);
}

/**
 * Whether the statements allow a call by key to the service's one table. Knows the one condition that the stacks use.
 *
 * @throws RangeError for any other condition: a test must not take it for granted.
 */
export function allowsTableCall(statements: readonly Statement[], { action, partitionKey }: TableCall): boolean {
  return statements.some(
    (statement) => actionsOf(statement).includes(action) && holds(statement.Condition, partitionKey),
  );
}

function holds(condition: Statement['Condition'], partitionKey: string): boolean {
  if (condition === undefined) return true;
  const { 'ForAllValues:StringLike': like, ...others } = condition;
  const patterns = like?.['dynamodb:LeadingKeys'];
  if (patterns === undefined || Object.keys(others).length > 0 || Object.keys(like ?? {}).length > 1) {
    throw new RangeError(`A condition that this evaluation does not know: ${JSON.stringify(condition)}`);
  }
  return listed(patterns).some((pattern) => isLike(pattern, partitionKey));
}
