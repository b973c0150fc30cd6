import { findings } from './axe.ts';
import { consoleBench } from './console-bench.ts';

// An editor changes a timeline, and an event's date, without leaving the console.

const bench = consoleBench();
const publicPage = async (slug: string): Promise<string> =>
  (await bench.context.request.get(`${bench.service.url}/embed/${slug}`)).text();

beforeAll(async () => {
  await bench.page.goto(bench.service.consoleLink);
  await bench.see('/events?collection=sample&from=1957&to=1972');
  await bench.page.getByText('Make a timeline of this search').click();
  await bench.page.getByLabel('Title', { exact: true }).fill('The race');
  await bench.page.getByLabel('Name in the address').fill('race');
  await bench.page.getByRole('button', { name: 'Make the timeline' }).click();
  await bench.page.waitForURL(/\/timelines\/race/);
});

async function edit(): Promise<void> {
  await bench.see('/timelines/race');
  await bench.page.getByText('Edit this timeline').click();
}

async function save(): Promise<void> {
  await Promise.all([
    bench.page.waitForEvent('load'),
    bench.page.getByRole('button', { name: 'Save the timeline' }).click(),
  ]);
}

test('title, opening view and theme are changed in one form, which stays open', async () => {
  await edit();
  await bench.page.getByLabel('Title', { exact: true }).fill('The race to the Moon');
  await bench.page.getByLabel('Standfirst').fill('Twelve years, as nine articles tell them.');
  await bench.page.getByLabel('The map opens on, from').fill('1968');
  await bench.page.getByRole('textbox', { name: 'to', exact: true }).last().fill('1969');
  await bench.page.getByLabel('The list begins with').selectOption('Newest first');
  await bench.page.getByLabel('Theme').selectOption('Paper');
  await save();
  expect(await bench.page.locator('h1').first().innerText()).toBe('The race to the Moon');
  expect(await bench.page.locator('details.editor').getAttribute('open')).not.toBeNull();
  const page = await publicPage('race');
  expect(page).toContain('data-theme="paper"');
  expect(page).toContain('The map opens on 1968 – 1969.');
  expect(page).toContain('Twelve years, as nine articles tell them.');
});

test('the filters show the number of matching events while they are typed, before anything is saved', async () => {
  await edit();
  const count = bench.page.locator('[data-live-count]');
  await count.filter({ hasText: /\d/ }).waitFor();
  const before = Number.parseInt(await count.innerText(), 10);
  await bench.page.locator('.editor').getByLabel('To', { exact: true }).fill('1961');
  await count.filter({ hasNotText: new RegExp(`^${before} `) }).waitFor();
  expect(Number.parseInt(await count.innerText(), 10)).toBeLessThan(before);
  await bench.page.locator('.editor').getByLabel('To', { exact: true }).fill('1961-77');
  await count.filter({ hasText: 'must be' }).waitFor();
  expect((await publicPage('race')).match(/1972|1969/)).not.toBeNull();
});

test('an event is left out, one is given another title, and one from outside is always shown', async () => {
  const answer = await bench.context.request.get(`${bench.service.url}/v1/events?collection=sample&to=1700&limit=1`);
  const [outside] = (await answer.json()).events;
  await edit();
  const rows = bench.page.locator('.rows tbody tr');
  const first = (await rows.nth(0).locator('input').first().getAttribute('placeholder')) ?? '';
  const second = (await rows.nth(1).locator('input').first().getAttribute('placeholder')) ?? '';
  await bench.page.getByLabel(`Leave out “${first}”`).check();
  await bench.page.getByLabel(`Another title for “${second}”`).fill('A title for this page alone');
  await bench.page.getByLabel('Also show').fill(`${bench.service.url}/events/${outside.id}?collection=sample`);
  await save();
  const page = await publicPage('race');
  expect(page).not.toContain(first);
  expect(page).toContain('A title for this page alone');
  expect(page).toContain(outside.title);
  // What was chosen is there to be taken back.
  expect(await bench.page.getByLabel(`Leave out “${first}”`).isChecked()).toBe(true);
  await bench.page.getByLabel(`Leave out “${first}”`).uncheck();
  await save();
  expect(await publicPage('race')).toContain(first);
});

test('the preview can be as wide as a phone or as an article column', async () => {
  await bench.see('/timelines/race');
  const frame = bench.page.locator('iframe.preview');
  const width = async (): Promise<number> => Math.round((await frame.boundingBox())?.width ?? 0);
  const whole = await width();
  await bench.page.getByRole('button', { name: 'Phone' }).click();
  expect(await width()).toBe(390);
  await bench.page.getByRole('button', { name: 'Article' }).click();
  expect(await width()).toBe(720);
  await bench.page.getByRole('button', { name: 'Page', exact: true }).click();
  expect(await width()).toBe(whole);
});

test('an editor corrects a date in a form that shows the days it covers', async () => {
  await bench.see('/events?collection=sample&from=1957-10-04&to=1957-10-04');
  await bench.page.locator('.periods .event h3 a').first().click();
  const date = bench.page.getByLabel('Date', { exact: true });
  expect(await date.inputValue()).toBe('1957-10-04');
  await bench.page.locator('.bounds figcaption', { hasText: '4 Oct 1957: 1 day' }).waitFor();
  await date.fill('1957-13');
  expect(await bench.page.locator('[data-bounds]').innerText()).toContain('Write a day, month');
  await date.fill('1957-10');
  expect(await bench.page.locator('.bounds figcaption').innerText()).toBe('Oct 1957: 31 days');
  await Promise.all([bench.page.waitForEvent('load'), bench.page.getByRole('button', { name: 'Change date' }).click()]);
  expect(await bench.page.locator('article.one .when').first().innerText()).toMatch(/October 1957|Oct 1957/);
  await bench.page.getByRole('button', { name: 'Undo' }).first().click();
  await bench.page.locator('article.one .when', { hasText: 'October 4, 1957' }).waitFor();
});

test('axe finds nothing wrong with the open editor, on a desk and on a phone', async () => {
  await edit();
  expect(await findings(bench.page)).toEqual([]);
  await bench.page.setViewportSize({ width: 390, height: 844 });
  expect(await findings(bench.page)).toEqual([]);
  await bench.page.setViewportSize({ width: 1200, height: 900 });
});
