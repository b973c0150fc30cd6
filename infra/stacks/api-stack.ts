import { Duration, Stack } from 'aws-cdk-lib';
import { type HttpApi, HttpMethod, HttpRoute, HttpRouteKey } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import { specs } from '../../functions/specs.ts';
import { FALLBACK_FUNCTION, type HttpFunctionName, ROUTES } from '../../shared/http/routes.ts';
import { argue, TRACES_AND_STREAMS } from '../constructs/argued.ts';
import { BROWSER_CODE, DatelineFunction, READS_TEXTS } from '../constructs/dateline-function.ts';
import { arguedModel, languageModelEnv, mayAskModel } from '../constructs/language-model.ts';
import { maySend } from '../constructs/queue-permissions.ts';
import { ReaderAlarm } from '../constructs/reader-alarm.ts';
import { mayUseTable } from '../constructs/table-permissions.ts';
import type { Stage } from '../stages.ts';
import type { DataStack } from './data-stack.ts';
import type { EmbedStack } from './embed-stack.ts';
import { type IngestStack, NO_HOSTS } from './ingest-stack.ts';

/** Impact on readers while each function fails. A function of the route table without a line here does not compile. */
const IF_IT_FAILS: Readonly<Record<HttpFunctionName, string>> = {
  'accept-articles': 'Articles cannot be sent; accepted ones are not affected.',
  'serve-articles': 'Articles can be neither read nor taken down.',
  'extract-article': 'Extraction without storing fails; stored data is not affected.',
  'read-events': 'Programs and the console get no events, overviews or facets.',
  'edit-events': 'Editors cannot correct events; earlier corrections are not affected.',
  'manage-timelines': 'Timelines cannot be listed, saved or removed, and no embed token is made.',
  'export-timeline': 'Dashboards, calendars and feed readers get nothing from timelines.',
  'render-embed': 'Pages that embed a timeline show an empty frame.',
  'render-console': 'Editors cannot open the console; embeds and the API keep working.',
  'manage-keys': 'Keys can be neither created nor revoked.',
  'manage-feeds': 'Sources can be neither added nor removed; existing ones are still polled.',
  'manage-webhooks': 'Webhooks can be neither added nor removed; existing ones still receive messages.',
  'describe-service': 'Health checks, API pages and responses to wrong addresses are missing.',
};

/** Functions without which readers get nothing, articles cannot be sent or deleted, or a leaked key cannot be revoked. */
const URGENT: readonly string[] = [
  'accept-articles',
  'serve-articles',
  'read-events',
  'render-embed',
  'manage-keys',
] satisfies readonly HttpFunctionName[];

/** Files beside the code of the functions that need any. */
const CARRIES: Readonly<Partial<Record<HttpFunctionName, Readonly<Record<string, string>>>>> = {
  'render-embed': BROWSER_CODE,
  'render-console': BROWSER_CODE,
  'extract-article': READS_TEXTS,
};

/** After three seconds half of the visitors have left a page. */
const SLOW_MS = 3_000;

/** The HTTP functions, one for each name in the route table, and the routes to them. */
export class ApiStack extends Stack {
  readonly functions: Readonly<Record<HttpFunctionName, DatelineFunction>>;

  constructor(
    scope: Construct,
    stage: Stage,
    { data, ingest, embed }: { data: DataStack; ingest: IngestStack; embed: EmbedStack },
  ) {
    super(scope, `dateline-${stage.name}-api`, {
      description: 'Dateline: the routes and the functions that answer them.',
      terminationProtection: stage.whenRemoved === 'keep',
    });
    argue(this, [
      TRACES_AND_STREAMS,
      ...arguedModel(stage),
      {
        id: 'AwsSolutions-APIG4',
        reason:
          'Functions check keys, scopes and collections themselves, as on one machine; public timelines need no key. test/integration/http asks every route without one.',
      },
    ]);
    const env = {
      TABLE_NAME: data.table.tableName,
      SIGNING_SECRET_ARN: data.signingSecret.secretArn,
      PUBLIC_BASE_URL: embed.publicBaseUrl,
      FEED_QUEUE_URL: ingest.feeds.queue.queueUrl,
      ARTICLE_QUEUE_URL: ingest.articles.queue.queueUrl,
      WEBHOOK_QUEUE_URL: ingest.webhooks.queue.queueUrl,
      FEED_ALLOWED_HOSTS: NO_HOSTS,
      LANGUAGE_MODEL: languageModelEnv(this, stage),
    };
    const answering = <Name extends HttpFunctionName>(name: Name): DatelineFunction =>
      new DatelineFunction(this, {
        stage,
        spec: specs[name],
        env,
        ifItFails: IF_IT_FAILS[name],
        severity: URGENT.includes(name) ? 'urgent' : 'soon',
        carries: CARRIES[name] ?? {},
      });

    const functions = {
      'accept-articles': answering('accept-articles'),
      'serve-articles': answering('serve-articles'),
      'extract-article': answering('extract-article'),
      'read-events': answering('read-events'),
      'edit-events': answering('edit-events'),
      'manage-timelines': answering('manage-timelines'),
      'export-timeline': answering('export-timeline'),
      'render-embed': answering('render-embed'),
      'render-console': answering('render-console'),
      'manage-keys': answering('manage-keys'),
      'manage-feeds': answering('manage-feeds'),
      'manage-webhooks': answering('manage-webhooks'),
      'describe-service': answering('describe-service'),
    };
    this.functions = functions;
    mayAskModel(functions['extract-article'], stage);

    for (const answerer of Object.values(functions)) {
      mayUseTable(answerer, data.table);
      // A function whose spec names a resource's variable gets the permission to use the resource.
      const told = (variable: string): boolean => answerer.spec.env.includes(variable);
      if (told('SIGNING_SECRET_ARN')) mayReadSecret(answerer, data.signingSecret);
      if (told('ARTICLE_QUEUE_URL')) maySend(answerer, ingest.articles.queue);
      if (told('FEED_QUEUE_URL')) maySend(answerer, ingest.feeds.queue);
      if (told('WEBHOOK_QUEUE_URL')) maySend(answerer, ingest.webhooks.queue);
    }

    addRoutes(this, embed.api, functions);
    addAlarms(this, stage, embed.api);
  }
}

/** A route to its function for each row of the route table, and one for every other path. */
function addRoutes(
  stack: ApiStack,
  httpApi: HttpApi,
  functions: Readonly<Record<HttpFunctionName, DatelineFunction>>,
): void {
  for (const [name, answerer] of Object.entries(functions)) {
    const integration = new HttpLambdaIntegration(`${name}-integration`, answerer, { scopePermissionToRoute: false });
    for (const route of ROUTES.filter((one) => one.function === name)) {
      // HEAD is GET without the body; HTTP APIs do not add it themselves.
      for (const method of route.method === 'GET' ? (['GET', 'HEAD'] as const) : [route.method]) {
        new HttpRoute(stack, method === 'HEAD' ? `${route.operationId}-head` : route.operationId, {
          httpApi,
          routeKey: HttpRouteKey.with(route.path, HttpMethod[method]),
          integration,
        });
      }
    }
    if (name === FALLBACK_FUNCTION) {
      // API Gateway calls from `<api>/<stage>/$default`, which the pattern of an unscoped permission, `<api>/*/*/*`,
      // does not match.
      const fallback = new HttpLambdaIntegration('no-route-integration', answerer);
      new HttpRoute(stack, 'no-route', {
        httpApi,
        routeKey: HttpRouteKey.DEFAULT,
        integration: fallback,
      });
    }
  }
}

/** Alarms on all answers of the API together; each function has its own on errors. */
function addAlarms(stack: ApiStack, stage: Stage, api: HttpApi): void {
  new ReaderAlarm(stack, 'api-slow', {
    stage,
    about: 'api-slow',
    metric: api.metricLatency({ period: Duration.minutes(5), statistic: 'p99' }),
    atLeast: SLOW_MS,
    periods: [3, 5],
    ifItFails: 'One request in a hundred takes three seconds or more.',
  });
  new ReaderAlarm(stack, 'api-5xx', {
    stage,
    about: 'api-5xx',
    severity: 'urgent',
    metric: api.metricServerError({ period: Duration.minutes(5), statistic: 'Sum' }),
    atLeast: 5,
    periods: [2, 3],
    ifItFails: 'Readers get error pages from the API or from embeds.',
  });
}

/** Allows reading both versions of the secret; CDK's own grant also allows describing it. */
const mayReadSecret = (reader: DatelineFunction, { secretArn }: Secret): void =>
  reader.addToRolePolicy(new PolicyStatement({ actions: ['secretsmanager:GetSecretValue'], resources: [secretArn] }));
