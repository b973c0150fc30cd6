import { findings } from './axe.ts';
import { startBrowser } from './browser.ts';
import { startLiveService } from './live-service.ts';

test.each(['light', 'dark'] as const)(
  'the pages of the API have nothing wrong for axe, %s, and fit the narrowest phone',
  async (colorScheme) => {
    const [browser, service] = await Promise.all([startBrowser(), startLiveService()]);
    try {
      const page = await browser.newPage({ colorScheme, viewport: { width: 320, height: 700 } });
      await page.goto(`${service.url}/docs`);
      expect(await findings(page)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
    } finally {
      await browser.close();
      await service.stop();
    }
  },
);
