/** The account and region that a template is resolved for. */
export const ACCOUNT = '123456789012';
export const REGION = 'eu-west-1';

/** A resource as a template has it. */
export interface TemplateResource {
  readonly Type: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
}

/** A template, as far as this resolves it. */
export interface TemplateJson {
  readonly Resources: Readonly<Record<string, TemplateResource>>;
  readonly Outputs?: Readonly<
    Record<string, { readonly Value: unknown; readonly Export?: { readonly Name: unknown } }>
  >;
}

/** Resolves a value of a template to what CloudFormation would make of it. */
export type Resolve = (value: unknown) => unknown;

/**
 * A resolver for each template of a stage: `Ref`, `Fn::GetAtt`, `Fn::Join`, `Fn::ImportValue` and the pseudo parameters.
 *
 * @throws RangeError (from the resolver) for an intrinsic function or attribute that it does not know.
 */
export function resolvers(templates: Readonly<Record<string, TemplateJson>>): (stack: string) => Resolve {
  const exported = (name: string): unknown => {
    for (const [stack, { Outputs = {} }] of Object.entries(templates)) {
      for (const { Value, Export } of Object.values(Outputs)) {
        if (Export?.Name === name) return resolver(stack)(Value);
      }
    }
    throw new RangeError(`No stack exports ${name}.`);
  };
  function resolver(stack: string): Resolve {
    const { Resources = {} } = templates[stack] ?? {};
    const resolve: Resolve = (value) => {
      if (Array.isArray(value)) return value.map(resolve);
      if (typeof value !== 'object' || value === null) return value;
      const [[name = '', argument] = []] = Object.entries(value);
      if (name === 'Ref') return pseudo(String(argument)) ?? reference(String(argument), Resources, resolve);
      if (name === 'Fn::GetAtt') {
        const [id = '', attribute = ''] = argument as string[];
        return attributeOf(id, attribute, Resources, resolve);
      }
      if (name === 'Fn::Join') {
        const [separator, parts] = argument as [string, unknown[]];
        return parts.map(resolve).join(separator);
      }
      if (name === 'Fn::ImportValue') return exported(String(resolve(argument)));
      if (name.startsWith('Fn::')) throw new RangeError(`An intrinsic function that is not known here: ${name}`);
      return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, resolve(inner)]));
    };
    return resolve;
  }
  return resolver;
}

const PSEUDO: Readonly<Record<string, string>> = {
  'AWS::AccountId': ACCOUNT,
  'AWS::Region': REGION,
  'AWS::Partition': 'aws',
  'AWS::URLSuffix': 'amazonaws.com',
};
const pseudo = (name: string): string | undefined => PSEUDO[name];

type Resources = TemplateJson['Resources'];

function named(id: string, resources: Resources): TemplateResource & { readonly Properties: Record<string, unknown> } {
  const found = resources[id];
  if (found === undefined) throw new RangeError(`The template has no resource ${id}.`);
  return { ...found, Properties: found.Properties ?? {} };
}

/** Values of `Ref`, by type. */
function reference(id: string, resources: Resources, resolve: Resolve): string {
  const { Type, Properties } = named(id, resources);
  const name = (property: string): string => String(resolve(Properties[property] ?? id));
  switch (Type) {
    case 'AWS::SQS::Queue':
      return `https://sqs.${REGION}.amazonaws.com/${ACCOUNT}/${name('QueueName')}`;
    case 'AWS::DynamoDB::Table':
      return name('TableName');
    case 'AWS::Lambda::Function':
      return name('FunctionName');
    case 'AWS::Logs::LogGroup':
      return name('LogGroupName');
    case 'AWS::SecretsManager::Secret':
      return `arn:aws:secretsmanager:${REGION}:${ACCOUNT}:secret:${name('Name')}-AbCdEf`;
    case 'AWS::SNS::Topic':
      return `arn:aws:sns:${REGION}:${ACCOUNT}:${name('TopicName')}`;
    default:
      return id;
  }
}

/** Values of `Fn::GetAtt`, by type and attribute. */
function attributeOf(id: string, attribute: string, resources: Resources, resolve: Resolve): string {
  const { Type } = named(id, resources);
  const own = reference(id, resources, resolve);
  const arn = (service: string, rest: string): string => `arn:aws:${service}:${REGION}:${ACCOUNT}:${rest}`;
  switch (`${Type} ${attribute}`) {
    case 'AWS::SQS::Queue Arn':
      return arn('sqs', own.split('/').at(-1) ?? '');
    case 'AWS::SQS::Queue QueueName':
      return own.split('/').at(-1) ?? '';
    case 'AWS::DynamoDB::Table Arn':
      return arn('dynamodb', `table/${own}`);
    case 'AWS::DynamoDB::Table StreamArn':
      return arn('dynamodb', `table/${own}/stream/2026-01-01T00:00:00.000`);
    case 'AWS::Lambda::Function Arn':
      return arn('lambda', `function:${own}`);
    case 'AWS::Logs::LogGroup Arn':
      return arn('logs', `log-group:${own}:*`);
    case 'AWS::IAM::Role Arn':
      return `arn:aws:iam::${ACCOUNT}:role/${id}`;
    case 'AWS::CloudFront::Distribution DomainName':
      return 'd111111abcdef8.cloudfront.net';
    default:
      throw new RangeError(`An attribute that is not known here: ${Type} ${attribute}`);
  }
}
