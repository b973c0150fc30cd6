import { EXTRACTOR_VERSION } from '../../shared/events/version.ts';
import type { Maintenance } from '../../shared/store/maintenance/maintenance.ts';

/** No step of the migration is begun after this. */
const MIGRATE_WITHIN_SECONDS = 30;
/** No batch is begun so long after the sweep has begun. */
const BEGIN_WITHIN_SECONDS = 50;

/** One bounded step of the migration and of the sweep; what is left over is the next run's. */
export async function sweepTasks(
  maintenance: Pick<Maintenance, 'sweep' | 'migrate'>,
): Promise<{ readonly removals: number; readonly tasks: number; readonly migrated: number }> {
  const { articles } = await maintenance.migrate({
    version: EXTRACTOR_VERSION,
    beginWithinSeconds: MIGRATE_WITHIN_SECONDS,
  });
  return { ...(await maintenance.sweep({ beginWithinSeconds: BEGIN_WITHIN_SECONDS })), migrated: articles };
}
