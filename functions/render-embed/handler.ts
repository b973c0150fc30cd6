import { openRepositories } from '../../shared/store/open-repositories.ts';
import { clients } from '../runtime/clients.ts';
import { environmentOf } from '../runtime/environment.ts';
import { lambda } from '../runtime/lambda.ts';
import { signingServices } from '../runtime/services.ts';
import { renderEmbedApi } from './render-embed.ts';
import { spec } from './spec.ts';

const env = environmentOf(spec, process.env);
const { asset } = clients();

export const handler = lambda(
  renderEmbedApi({ ...signingServices(env, openRepositories), baseUrl: env.PUBLIC_BASE_URL, asset }),
);
