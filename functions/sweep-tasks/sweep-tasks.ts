import type { Maintenance } from '../../shared/store/maintenance/maintenance.ts';

/** No batch is begun after this. */
const BEGIN_WITHIN_SECONDS = 80;

/** One bounded step of the sweep; what is left over is the next run's. */
export const sweepTasks = (
  maintenance: Pick<Maintenance, 'sweep'>,
): Promise<{ readonly removals: number; readonly tasks: number }> =>
  maintenance.sweep({ beginWithinSeconds: BEGIN_WITHIN_SECONDS });
