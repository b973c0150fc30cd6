import { openStore } from '../../shared/store/open-store.ts';
import { environmentOf } from '../runtime/environment.ts';
import { lambda } from '../runtime/lambda.ts';
import { httpServices } from '../runtime/services.ts';
import { editEvents } from './edit-events.ts';
import { spec } from './spec.ts';

const env = environmentOf(spec, process.env);

export const handler = lambda(editEvents(httpServices(env, openStore)));
