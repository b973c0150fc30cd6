import { environmentOf } from '../environment.ts';
import { lambda } from '../lambda.ts';
import { httpServices } from '../services.ts';
import { editEvents } from './edit-events.ts';
import { spec } from './spec.ts';

const env = environmentOf(spec, process.env);

export const handler = lambda(editEvents(httpServices(env)));
