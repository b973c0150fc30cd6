import { openRepositories } from '../../shared/store/open-repositories.ts';
import { environmentOf } from '../runtime/environment.ts';
import { lambda } from '../runtime/lambda.ts';
import { signingServices } from '../runtime/services.ts';
import { exportTimeline } from './export-timeline.ts';
import { spec } from './spec.ts';

const env = environmentOf(spec, process.env);

export const handler = lambda(
  exportTimeline({ ...signingServices(env, openRepositories), baseUrl: env.PUBLIC_BASE_URL }),
);
