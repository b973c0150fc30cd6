import { type Engine, startEngine } from '../../../local/aws-emulation/engine.ts';
import { openTable, TABLE_NAME } from '../../../local/aws-emulation/table.ts';
import { extractFrom } from '../../../shared/application/extraction.ts';
import { openMaintenance } from '../../../shared/store/maintenance/maintenance.ts';
import { type RunningService, serve, temporaryFolder } from '../local/dateline.ts';
import type { TestedService } from './fault-schedule.ts';
import { faultyEngine } from './faulty-engine.ts';
import { faultyRequests } from './faulty-requests.ts';

/** `dateline serve` in a process of its own, whose requests reach the engine through a proxy. A restart costs seconds. */
export async function serviceInOwnProcess(): Promise<TestedService> {
  const folder = temporaryFolder();
  const engine: Engine = await startEngine();
  const faults = faultyRequests();
  const proxy = await faultyEngine(engine.endpoint, faults);
  let service: RunningService | undefined;
  const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
    await service?.end(signal);
    service = undefined;
  };
  return {
    faults,
    extract: extractFrom,
    async call(method, path, body) {
      if (!service) throw new Error('the service is down');
      return service.call(method, path, body);
    },
    async start() {
      service = await serve(folder.path, ['--no-sample'], { DYNAMODB_ENDPOINT: proxy.endpoint });
    },
    end,
    async maintain(work) {
      const { client, close } = await openTable(engine.endpoint);
      const now = () => new Date(Date.now() + 3_600_000).toISOString();
      return work(openMaintenance({ client, tableName: TABLE_NAME, now })).finally(close);
    },
    async stop() {
      await end('SIGTERM');
      await proxy.stop();
      await engine.stop();
      folder.remove();
    },
  };
}
