import { clients } from '../clients.ts';
import { environmentOf } from '../environment.ts';
import { extractFrom } from '../extraction.ts';
import { lambda } from '../lambda.ts';
import { httpServices } from '../services.ts';
import { extractArticleApi } from './extract-article.ts';
import { spec } from './spec.ts';

const env = environmentOf(spec, process.env);

const { extract = extractFrom } = clients();

export const handler = lambda(extractArticleApi({ ...httpServices(env), extract }));
