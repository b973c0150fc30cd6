import { clients } from '../runtime/clients.ts';
import { environmentOf } from '../runtime/environment.ts';
import { lambda } from '../runtime/lambda.ts';
import { httpServices } from '../runtime/services.ts';
import { renderConsole } from './render-console.ts';
import { spec } from './spec.ts';

const env = environmentOf(spec, process.env);
const { asset } = clients();

export const handler = lambda(renderConsole({ ...httpServices(env), baseUrl: env.PUBLIC_BASE_URL, asset }));
