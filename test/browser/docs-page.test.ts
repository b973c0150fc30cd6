import { findings } from './axe.ts';
import { startBrowser } from './browser.ts';
import { startLiveService } from './live-service.ts';

test.each(['light', 'dark'] as const)(
  'the pages of the API have nothing wrong for axe, %s, and fit a phone',
  async (colorScheme) => {
    const [browser, service] = await Promise.all([startBrowser(), startLiveService()]);
    try {
      const page = await browser.newPage({ colorScheme, viewport: { width: 390, height: 844 } });
      await page.goto(`${service.url}/docs`);
      expect(await findings(page)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    } finally {
      await browser.close();
      await service.stop();
    }
  },
);
