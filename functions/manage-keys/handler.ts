import { openRecords } from '../../shared/store/open-records.ts';
import { environmentOf } from '../runtime/environment.ts';
import { lambda } from '../runtime/lambda.ts';
import { httpServices } from '../runtime/services.ts';
import { manageKeys } from './manage-keys.ts';
import { spec } from './spec.ts';

const env = environmentOf(spec, process.env);

export const handler = lambda(manageKeys(httpServices(env, openRecords)));
