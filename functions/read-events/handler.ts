import { openRepositories } from '../../shared/store/open-repositories.ts';
import { environmentOf } from '../runtime/environment.ts';
import { lambda } from '../runtime/lambda.ts';
import { signingServices } from '../runtime/services.ts';
import { readEvents } from './read-events.ts';
import { spec } from './spec.ts';

const env = environmentOf(spec, process.env);

export const handler = lambda(readEvents(signingServices(env, openRepositories)));
