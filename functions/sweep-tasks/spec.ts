import type { FunctionSpec } from '../../shared/kernel/function-spec.ts';
import { PARTITIONS } from '../../shared/store/table.ts';
import { BUILDS_VIEWS } from '../runtime/table-rights.ts';

export const spec = {
  name: 'sweep-tasks',
  purpose:
    'Finishes takedowns and batches that a stopped process left, and folds what a lost stream record left waiting.',
  env: ['TABLE_NAME'],
  memoryMb: 1769,
  timeoutSeconds: 120,
  table: {
    reads: ['GetItem', 'BatchGetItem', 'Query', 'Query byTime'],
    writes: [
      BUILDS_VIEWS,
      // The marks of takedowns that ended a minute ago are taken away.
      { actions: ['UpdateItem'], under: [PARTITIONS.articles] },
      {
        actions: ['BatchWriteItem'],
        under: [
          PARTITIONS.progress,
          PARTITIONS.editLogs,
          PARTITIONS.formerCells,
          PARTITIONS.formerFacets,
          PARTITIONS.formerFacetRanks,
          PARTITIONS.formerEntries,
          PARTITIONS.formerWideEntries,
          PARTITIONS.formerWidths,
          PARTITIONS.formerTiles,
        ],
      },
    ],
  },
} as const satisfies FunctionSpec;
