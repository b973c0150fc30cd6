import type { SQSHandler } from 'aws-lambda';
import { extractFrom } from '../../shared/application/extraction.ts';
import { openArticles } from '../../shared/store/open-articles.ts';
import { clients } from '../runtime/clients.ts';
import { environmentOf } from '../runtime/environment.ts';
import { extractByModel } from '../runtime/language-model/reading.ts';
import { logged } from '../runtime/process-log.ts';
import { processArticles } from './process-articles.ts';
import { spec } from './spec.ts';

const env = environmentOf(spec, process.env);

export const handler = logged<SQSHandler>((event) => {
  const { table, now, log, extract: read = extractFrom } = clients();
  const { articles, leases } = openArticles({ client: table, tableName: env.TABLE_NAME, now });
  const rules: typeof read = (article) => read({ ...article, today: now().slice(0, 10) });
  const extract = extractByModel(env.LANGUAGE_MODEL, rules, { leases, now, log });
  return processArticles(event, { articles, log, extract });
});
