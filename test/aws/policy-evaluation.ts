import { actionsOf, isLike, type Statement } from '../infra/stacks/policy.ts';

/** One request as IAM sees it. */
export interface Request {
  /** `dynamodb:PutItem` */
  readonly action: string;
  /** The ARN of what it touches, or `*` for actions that know no resource. */
  readonly resource: string;
  /** Partition keys of all items that it names; for requests to DynamoDB only. */
  readonly leadingKeys?: readonly string[];
}

const listed = (value: unknown): readonly string[] => (Array.isArray(value) ? value : [String(value)]);

/** The resources of a resolved statement. */
export const resourcesOf = ({ Resource }: Statement): readonly string[] => listed(Resource);

/** Patterns of the partition keys that a statement is limited to; `undefined` where it is not. @throws RangeError for other conditions. */
export function leadingKeysOf({ Condition }: Statement): readonly string[] | undefined {
  if (Condition === undefined) return undefined;
  const { 'ForAllValues:StringLike': like, ...others } = Condition;
  const { 'dynamodb:LeadingKeys': patterns, ...more } = like ?? {};
  if (patterns === undefined || Object.keys({ ...others, ...more }).length > 0) {
    throw new RangeError(`A condition that this evaluation does not know: ${JSON.stringify(Condition)}`);
  }
  return listed(patterns);
}

/** Statements of a policy that allow a request; none means that IAM denies it. */
export function allowing(statements: readonly Statement[], request: Request): readonly Statement[] {
  return statements.filter((statement) => {
    const keys = leadingKeysOf(statement);
    return (
      actionsOf(statement).includes(request.action) &&
      resourcesOf(statement).some((pattern) => isLike(pattern, request.resource)) &&
      // `ForAllValues` is true of a request that names no key, too: no request to a table by key does.
      (keys === undefined || (request.leadingKeys ?? []).every((key) => keys.some((pattern) => isLike(pattern, key))))
    );
  });
}

/** Parts of a policy that none of the requests needed: actions, resources and leading keys of each statement. */
export function unused(statements: readonly Statement[], requests: readonly Request[]): readonly string[] {
  return statements.flatMap((statement) => {
    const allowed = requests.filter((request) => allowing([statement], request).length > 0);
    const actions = actionsOf(statement).filter((action) => !allowed.some((request) => request.action === action));
    const resources = resourcesOf(statement).filter(
      (pattern) => !allowed.some(({ resource }) => isLike(pattern, resource)),
    );
    const keys = (leadingKeysOf(statement) ?? []).filter(
      (pattern) => !allowed.some(({ leadingKeys = [] }) => leadingKeys.some((key) => isLike(pattern, key))),
    );
    const of = actionsOf(statement).join(', ');
    return [
      ...actions,
      ...resources.map((resource) => `${of} on ${resource}`),
      ...keys.map((pattern) => `${of} under ${pattern}`),
    ];
  });
}

/** Actions of a policy, each on each of its resources: what the table of functions counts. */
export const grantsIn = (statements: readonly Statement[]): number =>
  statements.reduce((sum, statement) => sum + actionsOf(statement).length * resourcesOf(statement).length, 0);
