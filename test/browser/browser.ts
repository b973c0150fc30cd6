import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import chromium from '@sparticuz/chromium';
import { type Browser, chromium as driver } from 'playwright-core';

/** What Chromium is started with: no window, nothing that calls home. `--no-sandbox` since containers seldom allow its own sandbox. */
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--hide-scrollbars',
];

/** Where screenshots go to be looked at; ignored by git. */
export const ARTEFACTS = join(process.cwd(), 'test/browser/artefacts');

/** Starts the Chromium that comes inside the npm package; close it when done. */
export async function startBrowser(): Promise<Browser> {
  if (!existsSync(ARTEFACTS)) mkdirSync(ARTEFACTS, { recursive: true });
  return driver.launch({ executablePath: await chromium.executablePath(), args: FLAGS, headless: true });
}
