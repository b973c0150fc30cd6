import { findings } from './axe.ts';
import { consoleBench } from './console-bench.ts';

// An editor adds a webhook, sends a test message, and reads in the console why it was not delivered.

const bench = consoleBench();
const REFUSED = 'There is no server by the name of receiver.invalid.|The name receiver.invalid could not be looked up';

test('a webhook is added, tried, understood from its log and removed in the console', async () => {
  const { page, see } = bench;
  await page.goto(bench.service.consoleLink);
  await see('/webhooks?collection=sample');
  await page.getByLabel('Address').fill('https://receiver.invalid/hook');
  await page.getByLabel('Events with these words').fill('comet');
  await page.getByLabel('withdrawn events').uncheck();
  await page.getByRole('button', { name: 'Add the webhook' }).click();
  expect(await page.locator('#new-secret code').innerText()).toMatch(/^whsec_[\w+/]{43}=$/);
  expect(await findings(page)).toEqual([]);

  const first = await page.locator('#new-secret code').innerText();
  await see('/webhooks?collection=sample');
  await page.getByText('Change the secret').click();
  await page.getByLabel('The old one goes on signing for').selectOption('a week');
  expect(await findings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Make a new secret' }).click();
  await page.locator('#new-secret code').waitFor();
  expect(await page.locator('#new-secret code').innerText()).not.toBe(first);

  await see('/webhooks?collection=sample');
  await page.getByText(/two secrets, the former one ends in [67] days/).waitFor();
  expect(await page.locator('[data-webhook] .facts').first().innerText()).toBe('new events, changed events of “comet”');
  expect(await page.locator('body').innerText()).not.toContain('whsec_');
  const reloaded = page.waitForEvent('load');
  await page.getByRole('button', { name: 'Send a ping' }).click();
  await reloaded;
  const log = page.locator('[data-delivery]');
  for (; (await log.locator('.why').count()) === 0; await see('/webhooks?collection=sample'))
    await page.waitForTimeout(300);
  expect(await log.locator('.why').innerText()).toMatch(new RegExp(REFUSED));
  expect(await log.innerText()).toContain('a ping');
  expect(await findings(page)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
  expect(await findings(page)).toEqual([]);

  await page.getByRole('button', { name: 'Remove' }).click();
  await page.getByRole('button', { name: /^Really remove/ }).click();
  await page.getByText('No webhooks yet.').waitFor();
});
