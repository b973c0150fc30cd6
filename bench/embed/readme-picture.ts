import { startBrowser } from '../../test/browser/browser.ts';
import { startLiveService } from '../../test/browser/live-service.ts';

// npx tsx bench/embed/readme-picture.ts [URL of a running service] → docs/screenshot.png: the sample timeline as a reader of `npm start`
// sees it.

const running = process.argv[2];
const service = running === undefined ? await startLiveService() : { url: running, stop: async () => undefined };
const browser = await startBrowser();
const page = await browser.newPage({
  viewport: { width: 1080, height: 860 },
  deviceScaleFactor: 1.5,
  reducedMotion: 'reduce',
});
await page.goto(`${service.url}/embed/sample`);
await page.locator('dateline-timeline button[data-event]').first().waitFor();
await page.waitForTimeout(600);
await page.screenshot({ path: 'docs/screenshot.png' });
await browser.close();
await service.stop();
