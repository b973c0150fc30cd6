import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';

/**
 * Reports a number to CloudWatch as a line on stdout in the embedded metric format; the stack sets namespace and
 * service in the environment. A name ending in `Milliseconds` is a duration, any other a count.
 */
export function recordMetric(name: string, value: number): void {
  const metrics = new Metrics();
  metrics.addMetric(name, name.endsWith('Milliseconds') ? MetricUnit.Milliseconds : MetricUnit.Count, value);
  metrics.publishStoredMetrics();
}
