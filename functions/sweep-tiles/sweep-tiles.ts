import type { Maintenance } from '../../shared/store/maintenance.ts';

/** Articles of one run: well within five minutes. */
const MOST_ARTICLES = 1500;

/** One bounded step of the sweep; what is left over is the next run's. */
export const sweepTiles = (
  maintenance: Pick<Maintenance, 'sweep'>,
): Promise<{ readonly articles: number; readonly removals: number }> => maintenance.sweep({ atMost: MOST_ARTICLES });
