import { environmentOf } from '../runtime/environment.ts';
import { lambda } from '../runtime/lambda.ts';
import { httpServices } from '../runtime/services.ts';
import { exportTimeline } from './export-timeline.ts';
import { spec } from './spec.ts';

const env = environmentOf(spec, process.env);

export const handler = lambda(exportTimeline({ ...httpServices(env), baseUrl: env.PUBLIC_BASE_URL }));
