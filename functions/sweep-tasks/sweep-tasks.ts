import { EXTRACTOR_VERSION } from '../../shared/events/version.ts';
import type { Maintenance } from '../../shared/store/maintenance/maintenance.ts';

/** No step of the migration starts after this. */
const MIGRATE_WITHIN_SECONDS = 30;
/** No batch starts later than this after the start of the sweep. */
const BEGIN_WITHIN_SECONDS = 50;

/** Runs one bounded step of the migration and of the sweep. The next run continues. */
export async function sweepTasks(
  maintenance: Pick<Maintenance, 'sweep' | 'migrate'>,
): Promise<{ readonly removals: number; readonly tasks: number; readonly migrated: number }> {
  const { articles } = await maintenance.migrate({
    version: EXTRACTOR_VERSION,
    beginWithinSeconds: MIGRATE_WITHIN_SECONDS,
  });
  return { ...(await maintenance.sweep({ beginWithinSeconds: BEGIN_WITHIN_SECONDS })), migrated: articles };
}
