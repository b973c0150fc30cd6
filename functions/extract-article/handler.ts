import { extractFrom } from '../../shared/application/extraction.ts';
import { clients } from '../runtime/clients.ts';
import { environmentOf } from '../runtime/environment.ts';
import { lambda } from '../runtime/lambda.ts';
import { languageModel } from '../runtime/language-model/language-model.ts';
import { languageModelSettings } from '../runtime/language-model/settings.ts';
import { httpServices } from '../runtime/services.ts';
import { extractArticleApi } from './extract-article.ts';
import { spec } from './spec.ts';

const env = environmentOf(spec, process.env);
const { now, extract = extractFrom } = clients();
const services = httpServices(env);
const settings = languageModelSettings(env.LANGUAGE_MODEL);

export const handler = lambda(
  extractArticleApi({
    ...services,
    extract: (article) => extract({ ...article, today: now().slice(0, 10) }),
    model: settings && languageModel(settings, services),
  }),
);
