import { Duration, Stack } from 'aws-cdk-lib';
import { CfnBudget } from 'aws-cdk-lib/aws-budgets';
import { MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { EventField, Rule, RuleTargetInput } from 'aws-cdk-lib/aws-events';
import { SnsTopic } from 'aws-cdk-lib/aws-events-targets';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';
import { drawDashboard } from '../constructs/dashboard.ts';
import { alarmPrefix, ReaderAlarm, SEVERITY_WORD, type Severity } from '../constructs/reader-alarm.ts';
import { type Stage, tableNameOf } from '../stages.ts';
import type { ApiStack } from './api-stack.ts';
import type { DataStack } from './data-stack.ts';
import type { EmbedStack } from './embed-stack.ts';
import type { IngestStack } from './ingest-stack.ts';

/** The stacks that are monitored. */
export interface Watched {
  readonly data: DataStack;
  readonly ingest: IngestStack;
  readonly embed: EmbedStack;
  readonly api: ApiStack;
}

/** The alarm topic and its subscribers, alarms that belong to no single function, and the dashboard. */
export class WatchStack extends Stack {
  constructor(scope: Construct, stage: Stage, watched: Watched) {
    super(scope, `dateline-${stage.name}-watch`, {
      description: 'Dateline: notifications of alarms, and the dashboard.',
    });
    tellPeople(this, stage, 'soon', stage.alarmEmails);
    tellPeople(this, stage, 'urgent', stage.urgentEmails ?? stage.alarmEmails);
    new ReaderAlarm(this, 'feeds-failing', {
      stage,
      about: 'feeds-failing',
      metric: feedsFailing(stage),
      atLeast: 1,
      ifItFails: 'At least one source has failed for a day: its new articles are missing.',
    });
    new ReaderAlarm(this, 'table-refuses', {
      stage,
      about: 'table-refuses',
      severity: 'urgent',
      metric: refusedByTable(stage),
      atLeast: 10,
      periods: [3, 3],
      ifItFails: 'Responses are slow and new articles wait: the table throttles requests.',
    });
    new ReaderAlarm(this, 'functions-throttled', {
      stage,
      about: 'functions-throttled',
      severity: 'urgent',
      // Without a function's name the metric covers the account and region, like the limit.
      metric: new Metric({
        namespace: 'AWS/Lambda',
        metricName: 'Throttles',
        statistic: 'Sum',
        period: Duration.minutes(5),
      }),
      atLeast: 10,
      periods: [3, 3],
      ifItFails: 'The account has reached its limit of concurrent functions: readers get errors and new articles wait.',
    });
    watchSpending(this, stage);
    drawDashboard(this, {
      stage,
      apiId: watched.embed.api.apiId,
      answering: Object.keys(watched.api.functions),
      working: watched.ingest.functions.map(({ spec }) => spec.name),
      queues: [
        ...['articles', 'feeds', 'webhooks'].flatMap((name) => [name, `${name}-dead`]),
        ...['relay-articles-dead', 'fold-articles-dead'],
      ],
      feedsFailing: feedsFailing(stage),
    });
  }
}

/** Reads and writes that DynamoDB throttled because a partition was at its limit. */
const refusedByTable = (stage: Stage): MathExpression => {
  const refused = (metricName: string): Metric =>
    new Metric({
      namespace: 'AWS/DynamoDB',
      metricName,
      dimensionsMap: { TableName: tableNameOf(stage) },
      statistic: 'Sum',
    });
  return new MathExpression({
    expression: 'FILL(reads, 0) + FILL(writes, 0)',
    label: 'refused',
    usingMetrics: { reads: refused('ReadThrottleEvents'), writes: refused('WriteThrottleEvents') },
    period: Duration.minutes(5),
  });
};

/** Mails when the account's forecast passes the stage's budget. A forecast needs five weeks of bills. */
function watchSpending(scope: Construct, stage: Stage): void {
  if (stage.monthlyBudgetUsd === undefined || stage.alarmEmails.length === 0) return;
  const subscribers = stage.alarmEmails.map((address) => ({ subscriptionType: 'EMAIL', address }));
  new CfnBudget(scope, 'budget', {
    budget: {
      budgetName: `dateline-${stage.name}-${Stack.of(scope).region}`,
      budgetType: 'COST',
      timeUnit: 'MONTHLY',
      budgetLimit: { amount: stage.monthlyBudgetUsd, unit: 'USD' },
    },
    notificationsWithSubscribers: ['ACTUAL', 'FORECASTED'].map((notificationType) => ({
      notification: {
        notificationType,
        comparisonOperator: 'GREATER_THAN',
        threshold: 100,
        thresholdType: 'PERCENTAGE',
      },
      subscribers,
    })),
  });
}

/** Reported by poll-feeds four times an hour. */
const feedsFailing = (stage: Stage): Metric =>
  new Metric({
    namespace: 'Dateline',
    metricName: 'FeedsFailingForADay',
    dimensionsMap: { service: `dateline-${stage.name}` },
    statistic: 'Maximum',
    period: Duration.hours(1),
  });

/**
 * Forwards every present and future alarm of the stage with a severity, by the prefix of its name and description. No
 * other stack has to know this one.
 */
function tellPeople(scope: Construct, stage: Stage, severity: Severity, addresses: readonly string[]): void {
  // The rule for `soon` keeps the id of the former single rule.
  const name = severity === 'soon' ? 'alarms' : 'urgent-alarms';
  const topic = new Topic(scope, name, { topicName: `dateline-${stage.name}-${name}`, enforceSSL: true });
  for (const address of addresses) topic.addSubscription(new EmailSubscription(address));
  const detail = (path: string): string => EventField.fromPath(`$.detail.${path}`);
  new Rule(scope, `forward-${name}`, {
    ruleName: `dateline-${stage.name}-forward-${name}`,
    description: 'Sends each alarm to the operators, and again when it is over.',
    eventPattern: {
      source: ['aws.cloudwatch'],
      detailType: ['CloudWatch Alarm State Change'],
      detail: {
        alarmName: [{ prefix: alarmPrefix(stage) }],
        configuration: { description: [{ prefix: `${SEVERITY_WORD[severity]}: ` }] },
        // Recovery of an alarm is reported; a new alarm that starts in OK is not.
        $or: [{ state: { value: ['ALARM'] } }, { state: { value: ['OK'] }, previousState: { value: ['ALARM'] } }],
      },
    },
    targets: [
      new SnsTopic(topic, {
        message: RuleTargetInput.fromText(
          `${detail('state.value')}: ${detail('alarmName')}\n${detail('configuration.description')}\n\n${detail('state.reason')}`,
        ),
      }),
    ],
  });
}
