import type { ScheduledHandler } from 'aws-lambda';
import { openMaintenance } from '../../shared/store/maintenance/maintenance.ts';
import { clients } from '../runtime/clients.ts';
import { environmentOf } from '../runtime/environment.ts';
import { logged } from '../runtime/process-log.ts';
import { spec } from './spec.ts';
import { sweepTasks } from './sweep-tasks.ts';

const env = environmentOf(spec, process.env);

export const handler = logged<ScheduledHandler>(async () => {
  const { table, now, log } = clients();
  const swept = await sweepTasks(openMaintenance({ client: table, tableName: env.TABLE_NAME, now }));
  log.info('tasks.swept', { ...swept });
});
