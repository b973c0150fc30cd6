import type { SQSHandler } from 'aws-lambda';
import { type AnyArticle, extractFrom } from '../../shared/application/extraction.ts';
import { openStore } from '../../shared/store/open-store.ts';
import { clients } from '../runtime/clients.ts';
import { environmentOf } from '../runtime/environment.ts';
import { languageModel } from '../runtime/language-model/language-model.ts';
import { readingOrRules } from '../runtime/language-model/reading.ts';
import { languageModelSettings } from '../runtime/language-model/settings.ts';
import { processArticles } from './process-articles.ts';
import { spec } from './spec.ts';

const env = environmentOf(spec, process.env);
const settings = languageModelSettings(env.LANGUAGE_MODEL);

export const handler: SQSHandler = (event) => {
  const { table, now, log, extract: read = extractFrom } = clients();
  const { articles, leases } = openStore({ client: table, tableName: env.TABLE_NAME, now });
  const model = settings?.readsArticles ? languageModel(settings, { leases, now }) : undefined;
  const extract = async (article: AnyArticle) => {
    const extracted = await read({ ...article, today: now().slice(0, 10) });
    return model === undefined ? extracted : readingOrRules(article, extracted, model, log);
  };
  return processArticles(event, { articles, log, extract });
};
