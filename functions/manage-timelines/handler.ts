import { openRecords } from '../../shared/store/open-records.ts';
import { environmentOf } from '../runtime/environment.ts';
import { lambda } from '../runtime/lambda.ts';
import { signingServices } from '../runtime/services.ts';
import { manageTimelines } from './manage-timelines.ts';
import { spec } from './spec.ts';

const env = environmentOf(spec, process.env);

export const handler = lambda(manageTimelines({ ...signingServices(env, openRecords), baseUrl: env.PUBLIC_BASE_URL }));
