import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { context } from '../../cdk.json';
import { buildStacks } from '../../infra/stacks/build-stacks.ts';
import { type Stage, stages } from '../../infra/stages.ts';
import type { Statement } from '../infra/stacks/policy.ts';
import { REGION, type Resolve, resolvers, type TemplateJson } from './intrinsics.ts';

/** A function as its template deploys it, with every reference resolved. */
export interface DeployedFunction {
  readonly name: string;
  /** Where its bundle lies. */
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly timeoutSeconds: number;
  readonly arn: string;
  readonly logGroupArn: string;
  readonly isTraced: boolean;
  readonly statements: readonly Statement[];
}

/** An event source mapping. */
export interface DeployedSource {
  readonly functionName: string;
  readonly sourceArn: string;
  readonly filters: readonly string[];
  /** Where what was given up goes; only streams name it here. */
  readonly onFailureArn: string | undefined;
}

/** A schedule and the role it invokes with. */
export interface DeployedSchedule {
  readonly name: string;
  readonly targetArn: string;
  readonly statements: readonly Statement[];
}

/** The resources that the stacks of a stage deploy. */
export interface Deployment {
  readonly functions: ReadonlyMap<string, DeployedFunction>;
  readonly sources: readonly DeployedSource[];
  readonly schedules: readonly DeployedSchedule[];
  readonly tableName: string;
  readonly streamArn: string;
  readonly secretArn: string;
  /** Where readers reach it. */
  readonly publicBaseUrl: string;
}

/**
 * Synthesises a stage with its bundles, and reads what it deploys out of the templates.
 *
 * @param outdir An empty folder for the cloud assembly.
 */
export function synthesiseDeployment(outdir: string, stage: Stage = stages.prod): Deployment {
  const app = new App({ context, outdir });
  const stacks = Object.values(buildStacks(app, stage));
  app.synth();
  const json = (file: string) => JSON.parse(readFileSync(join(outdir, file), 'utf8'));
  const templates: Record<string, TemplateJson> = Object.fromEntries(
    stacks.map(({ stackName }) => [stackName, json(`${stackName}.template.json`)]),
  );
  const resolverOf = resolvers(templates);
  const all = Object.entries(templates).flatMap(([stack, { Resources }]) => {
    const resolve = resolverOf(stack);
    return Object.entries(Resources).map(([id, { Type, Properties = {} }]) => ({
      stack,
      id,
      Type,
      Properties,
      resolve,
    }));
  });
  const ofType = (type: string) => all.filter(({ Type }) => Type === type);
  const only = (type: string) => {
    const [one, ...more] = ofType(type);
    if (one === undefined || more.length > 0) throw new RangeError(`${more.length + 1} resources of type ${type}`);
    return {
      arn: (attribute: string) => String(one.resolve({ 'Fn::GetAtt': [one.id, attribute] })),
      ref: String(one.resolve({ Ref: one.id })),
    };
  };
  const statementsOf = (stack: string, role: unknown, resolve: Resolve): readonly Statement[] => {
    const [roleId] = (role as { 'Fn::GetAtt': [string] })['Fn::GetAtt'];
    return ofType('AWS::IAM::Policy')
      .filter(({ stack: its, Properties }) => its === stack && JSON.stringify(Properties.Roles).includes(`"${roleId}"`))
      .flatMap(({ Properties }) => (resolve(Properties.PolicyDocument) as { Statement: Statement[] }).Statement);
  };
  const functions = ofType('AWS::Lambda::Function').map(({ stack, id, Properties, resolve }): DeployedFunction => {
    const { S3Key } = Properties.Code as { S3Key: string };
    const { files } = json(`${stack}.assets.json`) as { files: Record<string, { source: { path: string } }> };
    const name = String(Properties.FunctionName).replace(`dateline-${stage.name}-`, '');
    const { LogGroup } = Properties.LoggingConfig as { LogGroup: { Ref: string } };
    const { Variables = {} } = (resolve(Properties.Environment) ?? {}) as { Variables?: Record<string, string> };
    return {
      name,
      folder: join(outdir, files[S3Key.replace(/\.zip$/, '')]?.source.path ?? ''),
      environment: { ...Variables, ...reserved(String(Properties.FunctionName)) },
      timeoutSeconds: Number(Properties.Timeout),
      arn: String(resolve({ 'Fn::GetAtt': [id, 'Arn'] })),
      logGroupArn: String(resolve({ 'Fn::GetAtt': [LogGroup.Ref, 'Arn'] })),
      isTraced: (Properties.TracingConfig as { Mode?: string } | undefined)?.Mode === 'Active',
      statements: statementsOf(stack, Properties.Role, resolve),
    };
  });
  return {
    functions: new Map(functions.map((one) => [one.name, one])),
    sources: ofType('AWS::Lambda::EventSourceMapping').map(({ Properties, resolve }) => {
      const { Filters = [] } = (Properties.FilterCriteria ?? {}) as { Filters?: { Pattern: string }[] };
      const { OnFailure } = (resolve(Properties.DestinationConfig) ?? {}) as { OnFailure?: { Destination: string } };
      return {
        functionName: String(resolve(Properties.FunctionName)).replace(`dateline-${stage.name}-`, ''),
        sourceArn: String(resolve(Properties.EventSourceArn)),
        filters: Filters.map(({ Pattern }) => Pattern),
        onFailureArn: OnFailure?.Destination,
      };
    }),
    schedules: ofType('AWS::Scheduler::Schedule').map(({ stack, Properties, resolve }) => {
      const target = Properties.Target as { Arn: unknown; RoleArn: unknown };
      return {
        name: String(Properties.Name).replace(`dateline-${stage.name}-`, ''),
        targetArn: String(resolve(target.Arn)),
        statements: statementsOf(stack, target.RoleArn, resolve),
      };
    }),
    tableName: only('AWS::DynamoDB::Table').ref,
    streamArn: only('AWS::DynamoDB::Table').arn('StreamArn'),
    secretArn: only('AWS::SecretsManager::Secret').ref,
    publicBaseUrl: functions.find(({ name }) => name === 'render-embed')?.environment.PUBLIC_BASE_URL ?? '',
  };
}

/** Variables that Lambda sets itself, without credentials. */
const reserved = (functionName: string): Readonly<Record<string, string>> => ({
  AWS_REGION: REGION,
  AWS_LAMBDA_FUNCTION_NAME: functionName,
  LAMBDA_TASK_ROOT: '/var/task',
});
