import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';

/**
 * Reports a count to CloudWatch, as a line on stdout in its embedded metric format; namespace and service come from the environment that
 * the stack gives.
 */
export function countMetric(name: string, count: number): void {
  const metrics = new Metrics();
  metrics.addMetric(name, MetricUnit.Count, count);
  metrics.publishStoredMetrics();
}
