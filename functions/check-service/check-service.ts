import { type SmokeOptions, type SmokeStep, smokeCheck } from '../../shared/http/client/smoke-check.ts';
import type { Log } from '../runtime/log.ts';

/** Dependencies of a check, and the metric that takes its outcome. */
export interface CheckServices extends Omit<SmokeOptions, 'address' | 'patienceMs'> {
  readonly log: Log;
  readonly metric: (name: CheckMetric, value: number) => void;
}

/** `CanaryFailed` is 0 or 1; `CanaryMilliseconds` is the time from sending an article to finding its event, only of checks that went well. */
export type CheckMetric = 'CanaryFailed' | 'CanaryMilliseconds';

/** All checks send their article under one address: each replaces what a killed one left, and the table holds one item for all. */
const ADDRESS = 'https://canary.invalid/check-service';
/** Twice this, for reading and for finding, is less than the function may take. */
const PATIENCE_MS = 60_000;

/** Steps that a reader of a new article waits for. */
const WAITED_FOR: readonly SmokeStep['name'][] = ['send', 'read', 'find'];

/** Checks the service once. A failed step is an outcome, reported by the metric; the check rejects only when it could not begin. */
export async function checkService({ log, metric, ...options }: CheckServices): Promise<readonly SmokeStep[]> {
  const steps = await smokeCheck({ ...options, address: ADDRESS, patienceMs: PATIENCE_MS });
  const failed = steps.filter(({ problem }) => problem !== undefined);
  const took = Object.fromEntries(steps.map(({ name, milliseconds }) => [name, Math.round(milliseconds)]));
  for (const { name, problem } of failed) log.error('canary.failed', { step: name, problem, took });
  if (failed.length === 0) log.info('canary.passed', { took });
  metric('CanaryFailed', failed.length > 0 ? 1 : 0);
  if (failed.length === 0) {
    const waited = steps.filter(({ name }) => WAITED_FOR.includes(name));
    metric('CanaryMilliseconds', Math.round(waited.reduce((sum, { milliseconds }) => sum + milliseconds, 0)));
  }
  return steps;
}
