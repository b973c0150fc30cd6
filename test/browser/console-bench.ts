import type { Browser, BrowserContext, Page } from 'playwright-core';
import { startBrowser } from './browser.ts';
import { type LiveService, startLiveService } from './live-service.ts';

/** The real service and an editor’s browser in front of its console. */
export interface ConsoleBench {
  browser: Browser;
  service: LiveService;
  context: BrowserContext;
  page: Page;
  see(path: string): Promise<void>;
}

/** Starts both for a test file; not signed in yet. */
export function consoleBench(): ConsoleBench {
  const bench = {
    see: async (path: string) => {
      await bench.page.goto(bench.service.url + path);
    },
  } as ConsoleBench;
  beforeAll(async () => {
    [bench.browser, bench.service] = await Promise.all([startBrowser(), startLiveService()]);
    bench.context = await bench.browser.newContext({
      viewport: { width: 1200, height: 900 },
      reducedMotion: 'reduce',
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    bench.page = await bench.context.newPage();
  }, 90_000);
  afterAll(async () => {
    await bench.browser?.close();
    await bench.service?.stop();
  });
  return bench;
}
