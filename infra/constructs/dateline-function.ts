import { fileURLToPath } from 'node:url';
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, LoggingFormat, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda';
import {
  type ICommandHooks,
  LogLevel,
  NodejsFunction,
  OutputFormat,
  SourceMapMode,
} from 'aws-cdk-lib/aws-lambda-nodejs';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { EnvOf, FunctionSpec } from '../../shared/kernel/function-spec.ts';
import type { Stage } from '../stages.ts';
import { BUNDLE } from './bundle.ts';
import { ReaderAlarm, type Severity } from './reader-alarm.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The function's spec and the values known only to the stack. */
export interface DatelineFunctionProps<Spec extends FunctionSpec> {
  readonly stage: Stage;
  readonly spec: Spec;
  /** More variables than the spec names may be passed; the function gets those of its spec. A missing one does not compile. */
  readonly env: EnvOf<Spec>;
  /** One sentence: the impact on readers while it fails. */
  readonly ifItFails: string;
  /** Severity of the alarm on its errors. Default: `soon`. */
  readonly severity?: Severity;
  /** Files and folders of the project to put beside its code, by their names there. */
  readonly carries?: Readonly<Record<string, string>>;
}

/**
 * A Lambda function with the project's defaults. It grants no permission but writing its own log: stacks grant the
 * others, beside the resource. Architecture, bundling, log retention, tracing and the error alarm are set here only.
 */
export class DatelineFunction<Spec extends FunctionSpec = FunctionSpec> extends NodejsFunction {
  readonly spec: Spec;

  constructor(
    scope: Construct,
    { stage, spec, env, ifItFails, severity = 'soon', carries = {} }: DatelineFunctionProps<Spec>,
  ) {
    const functionName = `dateline-${stage.name}-${spec.name}`;
    const offered: Readonly<Record<string, string>> = env;
    const logGroup = new LogGroup(scope, `${spec.name}-log`, {
      logGroupName: `/dateline/${stage.name}/${spec.name}`,
      retention: stage.logRetentionDays as RetentionDays,
      // If it outlived its function, the log group would block a later function of the same name.
      removalPolicy: RemovalPolicy.DESTROY,
    });
    // AWS's managed role for functions may write every log of the account; this one only its own.
    const role = new Role(scope, `${spec.name}-role`, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    logGroup.grantWrite(role);
    super(scope, spec.name, {
      functionName,
      description: spec.purpose,
      entry: `${root}functions/${spec.name}/handler.ts`,
      projectRoot: root,
      depsLockFilePath: `${root}package-lock.json`,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: spec.memoryMb,
      timeout: Duration.seconds(spec.timeoutSeconds),
      environment: {
        ...Object.fromEntries(spec.env.map((name) => [name, offered[name] ?? missing(spec.name, name)])),
        POWERTOOLS_SERVICE_NAME: `dateline-${stage.name}`,
        POWERTOOLS_METRICS_NAMESPACE: 'Dateline',
      },
      tracing: Tracing.ACTIVE,
      loggingFormat: LoggingFormat.JSON,
      role,
      logGroup,
      bundling: {
        format: OutputFormat.CJS,
        mainFields: [...BUNDLE.mainFields],
        target: BUNDLE.target,
        minify: BUNDLE.minify,
        keepNames: BUNDLE.keepNames,
        sourceMap: true,
        sourceMapMode: SourceMapMode.EXTERNAL,
        esbuildArgs: Object.fromEntries(Object.entries(BUNDLE.alias).map(([name, path]) => [`--alias:${name}`, path])),
        sourcesContent: BUNDLE.sourcesContent,
        logLevel: LogLevel.WARNING,
        define: BUNDLE.define,
        banner: BUNDLE.banner.js,
        commandHooks: carrying(carries),
        bundleAwsSDK: true,
        externalModules: [...BUNDLE.external],
      },
    });
    this.spec = spec;
    new ReaderAlarm(this, 'errors', {
      stage,
      about: spec.name,
      severity,
      metric: this.metricErrors({ period: Duration.minutes(5), statistic: 'Sum' }),
      atLeast: 1,
      periods: [2, 3],
      ifItFails,
    });
  }
}

function missing(functionName: string, variable: string): never {
  throw new RangeError(`${functionName} reads ${variable}, which its stack does not offer.`);
}

/** Browser code, as built by `npm ci`. */
export const BROWSER_CODE = { embed: 'dist/embed' } as const;
/** Files for functions that parse texts: the parser's weights. */
export const READS_TEXTS = { 'weights.br': 'shared/syntax/weights.br' } as const;

/** `cp` fails, and the deploy with it, if nothing was built: better than an embed without its script. */
function carrying(carried: Readonly<Record<string, string>>): ICommandHooks {
  return {
    beforeBundling: () => [],
    beforeInstall: () => [],
    afterBundling: (inputDir, outputDir) =>
      Object.entries(carried).map(([name, from]) => `cp -R "${inputDir}/${from}" "${outputDir}/${name}"`),
  };
}
