/** Child of load.ts: the whole service on a data folder of its own, reported to its parent, until the parent ends. */
import { keepHeapSmall } from '../../local/service/heap-growth.ts';
import { startService } from '../../local/service/start-service.ts';

keepHeapSmall();
const [data = ''] = process.argv.slice(2);
const log = { info() {}, warn() {}, error: (message: string, fields?: object) => console.error(message, fields) };
const service = await startService({ data, port: 0, feedContact: 'bench', feedHosts: [], log });
process.send?.({ address: service.address, key: service.adminKey });
process.on('message', () => process.send?.(process.cpuUsage()));
process.on('disconnect', () => {
  void service.stop().finally(() => process.exit(0));
});
