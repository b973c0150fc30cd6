import type { DynamoDBStreamHandler } from 'aws-lambda';
import { openMaintenance } from '../../shared/store/maintenance/maintenance.ts';
import { clients } from '../runtime/clients.ts';
import { environmentOf } from '../runtime/environment.ts';
import { logged } from '../runtime/process-log.ts';
import { foldArticles } from './fold-articles.ts';
import { spec } from './spec.ts';

const env = environmentOf(spec, process.env);

export const handler = logged<DynamoDBStreamHandler>(() => {
  const { table, now } = clients();
  return foldArticles(openMaintenance({ client: table, tableName: env.TABLE_NAME, now }));
});
