import type { DynamoDBStreamHandler } from 'aws-lambda';
import { openMaintenance } from '../../shared/store/maintenance.ts';
import { clients } from '../clients.ts';
import { environmentOf } from '../environment.ts';
import { rebuildTiles } from './rebuild-tiles.ts';
import { spec } from './spec.ts';

const env = environmentOf(spec, process.env);

export const handler: DynamoDBStreamHandler = (event) => {
  const { table, now } = clients();
  return rebuildTiles(event, openMaintenance({ client: table, tableName: env.TABLE_NAME, now }));
};
