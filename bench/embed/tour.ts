import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadSamples } from '../../local/service/samples.ts';
import { startService } from '../../local/service/start-service.ts';
import { issueConsoleToken } from '../../shared/http/console-session.ts';
import { startBrowser } from '../../test/browser/browser.ts';
import { cameraOn, SCREENS } from './tour-camera.ts';
import { startSites } from './tour-sites.ts';
import { addEvent, correct, embed, follow, makeTimeline, readArticles, type Tour } from './tour-tasks.ts';

// npx tsx bench/embed/tour.ts [folder] takes a picture of every step of an editor's and a reader's tasks, on a desk and on a phone, light and dark,
// with and without scripts. The folder defaults to test/browser/artefacts/tour.

const folder = process.argv[2] ?? 'test/browser/artefacts/tour';
const TASKS = [readArticles, makeTimeline, addEvent, embed, correct, follow];

const browser = await startBrowser();
const sites = await startSites();
const log = { info: () => undefined, warn: () => undefined, error: console.error };
const data = mkdtempSync(join(tmpdir(), 'dateline-tour-'));
const service = await startService({
  data: join(data, 'data'),
  port: 0,
  feedContact: 'tour@example.org',
  feedHosts: [sites.host],
  log,
});
await loadSamples({ url: service.address, key: service.adminKey }, () => undefined);
for (const screen of SCREENS) {
  const token = await issueConsoleToken(service.store.leases, new Date().toISOString());
  const camera = await cameraOn(browser, screen, folder);
  const consoleLink = `${service.url}/?token=${token}`;
  const tour: Tour = {
    camera,
    service,
    sites,
    consoleLink,
    collection: `ostby-${screen.name}`,
    slug: `harbour-${screen.name}`,
  };
  for (const task of TASKS) {
    await task(tour);
    console.log(`${screen.name}: ${task.name}`);
  }
  await camera.close();
}
await service.stop();
rmSync(data, { recursive: true, force: true });
await browser.close();
await sites.stop();
process.exit(0);
