import { type SmokeOptions, type SmokeStep, smokeCheck } from '../../shared/http/client/smoke-check.ts';
import type { Log } from '../../shared/kernel/log.ts';

/** Dependencies of a check, and the metric that takes its outcome. */
export interface CheckServices extends Omit<SmokeOptions, 'address' | 'patienceMs'> {
  readonly log: Log;
  readonly metric: (name: CheckMetric, value: number) => void;
}

/** `CanaryFailed` is 0 or 1. `CanaryMilliseconds` is the time from sending an article to finding its event, reported only by checks that succeed. */
export type CheckMetric = 'CanaryFailed' | 'CanaryMilliseconds';

/** Every check sends its article under this URL, so that it replaces an article left by an interrupted check. */
const ADDRESS = 'https://canary.invalid/check-service';
/** Twice this time, for reading and for finding, is less than the function's timeout. */
const PATIENCE_MS = 60_000;

/** Steps whose time a reader of a new article waits. */
const WAITED_FOR: readonly SmokeStep['name'][] = ['send', 'read', 'find'];

/** Runs one check of the service. A failed step is reported by the metric; the promise rejects only if the check could not start. */
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
