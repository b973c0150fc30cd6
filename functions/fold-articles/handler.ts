import type { DynamoDBStreamHandler } from 'aws-lambda';
import { openMaintenance } from '../../shared/store/maintenance/maintenance.ts';
import { clients } from '../runtime/clients.ts';
import { environmentOf } from '../runtime/environment.ts';
import { foldArticles } from './fold-articles.ts';
import { spec } from './spec.ts';

const env = environmentOf(spec, process.env);

export const handler: DynamoDBStreamHandler = () => {
  const { table, now } = clients();
  return foldArticles(openMaintenance({ client: table, tableName: env.TABLE_NAME, now }));
};
