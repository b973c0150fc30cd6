import { Duration } from 'aws-cdk-lib';
import { Dashboard, GraphWidget, type IMetric, Metric, PeriodOverride, TextWidget } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import { type Stage, tableNameOf } from '../stages.ts';
import { RUNBOOK } from './reader-alarm.ts';

/** Resources shown on the dashboard. */
export interface Drawn {
  readonly stage: Stage;
  readonly apiId: string;
  /** Names of the functions that answer requests, and of those that run in the background. */
  readonly answering: readonly string[];
  readonly working: readonly string[];
  readonly queues: readonly string[];
  readonly feedsFailing: IMetric;
}

const period = Duration.minutes(5);

/**
 * One page, in the order of an article's way: requests of readers, work in progress, load on the table.
 *
 * Resources are referred to by name: a cross-stack reference would be an export, and a function imported by the
 * dashboard could not be removed from its own stack.
 */
export function drawDashboard(scope: Construct, drawn: Drawn): Dashboard {
  const { stage, answering, working, queues } = drawn;
  const named = (name: string): string => `dateline-${stage.name}-${name}`;
  const metric = (
    namespace: string,
    metricName: string,
    dimensionsMap: Record<string, string>,
    statistic: string,
    label?: string,
  ) =>
    new Metric({ namespace, metricName, dimensionsMap, statistic, period, ...(label === undefined ? {} : { label }) });
  const api = (metricName: string, statistic = 'Sum', label = metricName) =>
    metric('AWS/ApiGateway', metricName, { ApiId: drawn.apiId }, statistic, label);
  const errors = (name: string) => metric('AWS/Lambda', 'Errors', { FunctionName: named(name) }, 'Sum', name);
  const queue = (metricName: string) => (name: string) =>
    metric('AWS/SQS', metricName, { QueueName: named(name) }, 'Maximum', name);
  const table = (metricName: string, label: string) =>
    metric('AWS/DynamoDB', metricName, { TableName: tableNameOf(stage) }, 'Sum', label);
  const graph = (title: string, left: readonly IMetric[], right: readonly IMetric[] = []): GraphWidget =>
    new GraphWidget({
      title,
      left: [...left],
      right: [...right],
      width: 8,
      height: 6,
      leftYAxis: { min: 0 },
      rightYAxis: { min: 0 },
    });

  const dashboard = new Dashboard(scope, 'dashboard', {
    dashboardName: `dateline-${stage.name}`,
    periodOverride: PeriodOverride.AUTO,
  });
  const heading = `# Dateline ${stage.name}\nWhat to do when something here is wrong: ${RUNBOOK}`;
  dashboard.addWidgets(new TextWidget({ markdown: heading, width: 24, height: 2 }));
  dashboard.addWidgets(
    graph('Requests of readers, and errors', [api('Count')], [api('4xx'), api('5xx')]),
    graph(
      'Response time (ms)',
      ['p50', 'p95', 'p99'].map((at) => api('Latency', at, at)),
    ),
    graph('Errors by answering function', answering.map(errors)),
  );
  dashboard.addWidgets(
    graph('Waiting', queues.map(queue('ApproximateNumberOfMessagesVisible'))),
    graph('Age of the oldest waiting message (s)', queues.map(queue('ApproximateAgeOfOldestMessage'))),
    graph('Errors by working function', working.map(errors)),
  );
  dashboard.addWidgets(
    graph('Capacity consumed by the table', [
      table('ConsumedReadCapacityUnits', 'read'),
      table('ConsumedWriteCapacityUnits', 'write'),
    ]),
    graph('Throttled by the table', [table('ReadThrottleEvents', 'read'), table('WriteThrottleEvents', 'write')]),
    graph('Sources that failed for a day', [drawn.feedsFailing]),
  );
  return dashboard;
}
