import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';

/** A reader's or an editor's screen. */
export interface Screen {
  readonly name: 'desk' | 'phone';
  readonly width: number;
  readonly height: number;
}

/** Screens of the tour: a laptop and a phone. */
export const SCREENS: readonly Screen[] = [
  { name: 'desk', width: 1280, height: 900 },
  { name: 'phone', width: 390, height: 844 },
];

/** Pictures of editors may be anywhere on the web; here all of them are this harbour. */
const HARBOUR = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 400"><rect width="600" height="400" fill="#9db7c4"/><circle cx="460" cy="110" r="46" fill="#f1d9a7"/><path d="M0 250h600v150H0z" fill="#3f6b7d"/><path d="M120 250h200l-30 46H150z" fill="#7a2f22"/><path d="M214 90v160M214 100l80 140h-80zM214 120l-66 120h66z" fill="#f6f0e2" stroke="#3a3028" stroke-width="5"/><path d="M0 320q75-18 150 0t150 0 150 0 150 0" fill="none" stroke="#8fb2bf" stroke-width="6"/></svg>`;

/** Takes each step's picture in light, in dark and, if the page works without scripts, without them. */
export interface Camera {
  readonly page: Page;
  readonly context: BrowserContext;
  /** @param more `plain` takes the page without scripts, too; `whole` the whole page instead of what is in sight. */
  shot(step: string, more?: { readonly plain?: boolean; readonly whole?: boolean }): Promise<void>;
  close(): Promise<void>;
}

/** A camera on a screen; pictures go to `folder` as `01-start-desk-light.png`. */
export async function cameraOn(browser: Browser, screen: Screen, folder: string): Promise<Camera> {
  mkdirSync(folder, { recursive: true });
  const options = {
    viewport: { width: screen.width, height: screen.height },
    reducedMotion: 'reduce',
  } as const;
  const context = await browser.newContext(options);
  const showHarbour = (of: BrowserContext): Promise<unknown> =>
    of.route('https://pictures.example/**', (route) => route.fulfill({ contentType: 'image/svg+xml', body: HARBOUR }));
  await showHarbour(context);
  const page = await context.newPage();
  let number = 0;

  const take = async (of: Page, name: string, fullPage: boolean): Promise<void> => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await of.emulateMedia({ colorScheme });
      await of.waitForTimeout(120);
      await of.screenshot({ path: join(folder, `${name}-${colorScheme}.png`), fullPage });
    }
    await of.emulateMedia({ colorScheme: 'light' });
  };

  const withoutScript = async (name: string, fullPage: boolean): Promise<void> => {
    const plain = await browser.newContext({
      ...options,
      javaScriptEnabled: false,
      storageState: await context.storageState(),
    });
    await showHarbour(plain);
    const other = await plain.newPage();
    await other.goto(page.url());
    await take(other, `${name}-plain`, fullPage);
    await plain.close();
  };

  return {
    page,
    context,
    shot: async (step, { plain = false, whole = false } = {}) => {
      number += 1;
      const name = `${String(number).padStart(2, '0')}-${step}-${screen.name}`;
      await take(page, name, whole);
      if (plain) await withoutScript(name, whole);
    },
    close: () => context.close(),
  };
}
