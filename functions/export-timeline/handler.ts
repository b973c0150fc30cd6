import { environmentOf } from '../environment.ts';
import { lambda } from '../lambda.ts';
import { httpServices } from '../services.ts';
import { exportTimeline } from './export-timeline.ts';
import { spec } from './spec.ts';

const env = environmentOf(spec, process.env);

export const handler = lambda(exportTimeline({ ...httpServices(env), baseUrl: env.PUBLIC_BASE_URL }));
