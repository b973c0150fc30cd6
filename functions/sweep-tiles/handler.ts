import type { ScheduledHandler } from 'aws-lambda';
import { openMaintenance } from '../../shared/store/maintenance.ts';
import { clients } from '../clients.ts';
import { environmentOf } from '../environment.ts';
import { spec } from './spec.ts';
import { sweepTiles } from './sweep-tiles.ts';

const env = environmentOf(spec, process.env);

export const handler: ScheduledHandler = async () => {
  const { table, now, log } = clients();
  const swept = await sweepTiles(openMaintenance({ client: table, tableName: env.TABLE_NAME, now }));
  log.info('tiles.swept', { ...swept });
};
