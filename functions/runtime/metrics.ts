import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';

/**
 * Reports a number to CloudWatch, as a line on stdout in its embedded metric format; namespace and service come from the environment that
 * the stack gives. A name that ends in `Milliseconds` is a time, any other a count.
 */
export function recordMetric(name: string, value: number): void {
  const metrics = new Metrics();
  metrics.addMetric(name, name.endsWith('Milliseconds') ? MetricUnit.Milliseconds : MetricUnit.Count, value);
  metrics.publishStoredMetrics();
}
