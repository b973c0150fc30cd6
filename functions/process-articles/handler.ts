import type { SQSHandler } from 'aws-lambda';
import { extractFrom } from '../../shared/application/extraction.ts';
import { openStore } from '../../shared/store/open-store.ts';
import { clients } from '../runtime/clients.ts';
import { environmentOf } from '../runtime/environment.ts';
import { processArticles } from './process-articles.ts';
import { spec } from './spec.ts';

const env = environmentOf(spec, process.env);

export const handler: SQSHandler = (event) => {
  const { table, now, log, extract = extractFrom } = clients();
  const { articles } = openStore({ client: table, tableName: env.TABLE_NAME, now });
  const today = now().slice(0, 10);
  return processArticles(event, { articles, log, extract: (article) => extract({ ...article, today }) });
};
