import type { Template } from 'aws-cdk-lib/assertions';
import { replacingProperties } from './replacing-properties.ts';

/** What decides whether CloudFormation can bring a stack from one template to another. */
export interface StackOutline {
  readonly resources: Readonly<Record<string, OutlinedResource>>;
  /** Values as JSON, by the name of the export. */
  readonly exports: Readonly<Record<string, string>>;
  readonly imports: readonly string[];
}

/** A resource that outlives deploys, or has a name that no second one may have. */
export interface OutlinedResource {
  readonly type: string;
  /** As JSON: it may hold references. */
  readonly name?: string;
  /** What becomes of it with its stack, as in the template. */
  readonly deletion: 'Delete' | 'Retain' | 'RetainExceptOnCreate';
  /** Properties whose change replaces it, as JSON. */
  readonly fixed: Readonly<Record<string, string>>;
  /** Keys of the indexes of a table, as JSON. */
  readonly indexes?: Readonly<Record<string, string>>;
}

/** Stacks of a stage, by what they hold, in the order of their deploy. */
export type StageOutline = Readonly<Record<string, StackOutline>>;

/** Types whose loss or replacement loses data, messages or an address that others hold. */
export const LASTING: readonly string[] = [
  'AWS::DynamoDB::Table',
  'AWS::SecretsManager::Secret',
  'AWS::ApiGatewayV2::Api',
  'AWS::CloudFront::Distribution',
  'AWS::SQS::Queue',
];

/** Names that stand a level deeper than the other properties. */
const DEEPER_NAMES: Readonly<Record<string, readonly [string, string]>> = {
  'AWS::Budgets::Budget': ['Budget', 'BudgetName'],
  'AWS::CloudFront::CachePolicy': ['CachePolicyConfig', 'Name'],
};

interface TemplateResource {
  readonly Type: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
  readonly DeletionPolicy?: OutlinedResource['deletion'];
}

/** The outline of the stacks of a stage. */
export function outlineOf(templates: Readonly<Record<string, Template>>): StageOutline {
  return Object.fromEntries(Object.entries(templates).map(([stack, template]) => [stack, stackOutline(template)]));
}

function stackOutline(template: Template): StackOutline {
  const json = template.toJSON();
  const all = Object.entries((json.Resources ?? {}) as Record<string, TemplateResource>);
  const outputs = Object.values((json.Outputs ?? {}) as Record<string, { Export?: { Name: string }; Value: unknown }>);
  const imports = [...JSON.stringify(json).matchAll(/"Fn::ImportValue":"([^"]+)"/g)].map(([, name = '']) => name);
  return {
    resources: Object.fromEntries(
      all
        .map(([id, resource]) => [id, outlined(resource)] as const)
        .filter(([, { type, name }]) => name !== undefined || LASTING.includes(type)),
    ),
    exports: Object.fromEntries(
      outputs.flatMap(({ Export, Value }) => (Export ? [[Export.Name, JSON.stringify(Value)]] : [])),
    ),
    imports: [...new Set(imports)].sort(),
  };
}

function outlined({ Type: type, Properties = {}, DeletionPolicy = 'Delete' }: TemplateResource): OutlinedResource {
  const fixed = replacingProperties(type)
    .filter((property) => Properties[property] !== undefined)
    .map((property) => [property, JSON.stringify(Properties[property])] as const);
  const name = nameOf(type, Properties);
  const indexes = Properties.GlobalSecondaryIndexes as { IndexName: string; KeySchema: unknown }[] | undefined;
  return {
    type,
    ...(name !== undefined && { name: JSON.stringify(name) }),
    deletion: DeletionPolicy,
    fixed: Object.fromEntries(fixed),
    ...(indexes && {
      indexes: Object.fromEntries(indexes.map(({ IndexName, KeySchema }) => [IndexName, JSON.stringify(KeySchema)])),
    }),
  };
}

/** The name that no second resource of the type may have: that of a queue, not that of an API. */
function nameOf(type: string, properties: Readonly<Record<string, unknown>>): unknown {
  const [outer = '', inner = ''] = DEEPER_NAMES[type] ?? [];
  if (inner !== '') return (properties[outer] as Record<string, unknown> | undefined)?.[inner];
  const own = [`${type.split('::')[2]}Name`, 'Name'];
  const found = replacingProperties(type).find((property) => own.includes(property));
  return found && properties[found];
}
