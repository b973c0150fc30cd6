import { extractFrom } from '../../shared/application/extraction.ts';
import { openRecords } from '../../shared/store/open-records.ts';
import { clients } from '../runtime/clients.ts';
import { environmentOf } from '../runtime/environment.ts';
import { lambda } from '../runtime/lambda.ts';
import { languageModelOf } from '../runtime/language-model/language-model.ts';
import { httpServices } from '../runtime/services.ts';
import { extractArticleApi } from './extract-article.ts';
import { spec } from './spec.ts';

const env = environmentOf(spec, process.env);
const { now, extract: read = extractFrom } = clients();
const services = httpServices(env, openRecords);
const extract: typeof read = (article) => read({ ...article, today: now().slice(0, 10) });
const model = languageModelOf(env.LANGUAGE_MODEL, services);

export const handler = lambda(extractArticleApi({ ...services, extract, model }));
