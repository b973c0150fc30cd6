import { readFileSync } from 'node:fs';
import { consoleBench } from './console-bench.ts';

// An editor's morning with the real service: read, keep, search, curate.

const bench = consoleBench();
const article = readFileSync('local/samples/race-that-might-have-been.txt', 'utf8');

test('without signing in, the console shows only how to sign in', async () => {
  await bench.see('/events');
  expect(await bench.page.locator('main').innerText()).toContain('one-time link');
  expect(await bench.page.locator('nav').count()).toBe(0);
});

test('the one-time link signs this browser in, and works once', async () => {
  await bench.page.goto(bench.service.consoleLink);
  expect(await bench.page.locator('h1').innerText()).toBe('Read an article');
  const other = await bench.browser.newContext();
  const second = await other.newPage();
  await second.goto(bench.service.consoleLink);
  expect(await second.locator('main').innerText()).toContain('used already');
  await other.close();
});

test('a pasted article shows its events beside the text that proves them, and is not stored', async () => {
  await bench.see('/');
  await bench.page.getByLabel('Article', { exact: true }).fill(article);
  await bench.page.getByLabel('Published', { exact: true }).fill('2009-07-16');
  await bench.page.getByRole('button', { name: 'Find its events' }).click();
  await bench.page.locator('#reading .found li').first().waitFor();
  expect(await bench.page.locator('#reading .text').innerText()).toContain(
    'His giant rocket, the N1, failed four times.',
  );
  expect(await bench.page.locator('#reading .found').innerText()).toContain('HYPOTHETICAL');
  const item = bench.page.locator('#reading .found li', { hasText: 'July 21, 1969' });
  await item.getByRole('link').focus();
  expect(await bench.page.locator('#reading .said.on').allInnerTexts()).toEqual(
    expect.arrayContaining([expect.stringContaining('crashed')]),
  );
  await bench.see('/events');
  expect(await bench.page.locator('main').innerText()).toContain('No events in this collection yet');
});

test('a stored article is processed and shown beside its events', async () => {
  await bench.see('/');
  await bench.page.getByLabel('Article', { exact: true }).fill(article);
  await bench.page.getByLabel('Title', { exact: true }).fill('The race that might have been');
  await bench.page.getByLabel('Published', { exact: true }).fill('2009-07-16');
  await bench.page.getByLabel('Tags', { exact: true }).fill('moon, race');
  await bench.page.getByRole('button', { name: 'Find its events' }).click();
  await bench.page.getByRole('button', { name: 'Keep this article' }).click();
  await bench.page.waitForURL(/\/articles\//);
  await bench.page.locator('.found li').first().waitFor({ timeout: 20_000 });
  expect(await bench.page.locator('h1').innerText()).toBe('The race that might have been');
  expect(await bench.page.locator('.facts').first().innerText()).toContain('Tags: moon, race');
  expect(await bench.page.locator('.text mark').count()).toBeGreaterThan(10);
});

test('an HTML file is read without navigation and other page furniture', async () => {
  await bench.see('/');
  await bench.page.locator('input[type=file]').setInputFiles('local/samples/hubble-thirty.html');
  await bench.page.getByRole('button', { name: 'Find its events' }).click();
  await bench.page.locator('#reading .found li').first().waitFor();
  expect(await bench.page.locator('#reading .text').innerText()).not.toContain('Subscribe');
  expect(await bench.page.locator('#reading .found').innerText()).toContain('April 25, 1990');
});

test('an invalid date is explained in words', async () => {
  await bench.see('/');
  await bench.page.getByLabel('Article', { exact: true }).fill('The bridge was opened on 12 May 1937.');
  await bench.page.getByLabel('Published', { exact: true }).fill('2009-13-45');
  await bench.page.getByRole('button', { name: 'Find its events' }).click();
  await bench.page.locator('#reading .bad').waitFor();
  expect(await bench.page.locator('#reading .bad').innerText()).toMatch(/publishedAt|date/i);
});

test('events are searched by word, window and kind', async () => {
  await bench.see('/events?collection=sample');
  const all = await bench.page.locator('.results .count').innerText();
  await bench.page.getByLabel('Words', { exact: true }).fill('launched');
  await bench.page.getByLabel('From', { exact: true }).fill('1957-01-01');
  await bench.page.getByLabel('To', { exact: true }).fill('1999-12-31');
  await bench.page.getByRole('button', { name: 'Search' }).click();
  const found = await bench.page.locator('.results .count').innerText();
  expect(Number.parseInt(found, 10)).toBeLessThan(Number.parseInt(all, 10));
  expect(await bench.page.locator('.results').innerText()).toContain('Sputnik');
  await bench.page.locator('.facets').getByRole('link', { name: 'Planned' }).click();
  expect(new URL(bench.page.url()).searchParams.get('modality')).toBe('planned');
  expect(new URL(bench.page.url()).searchParams.get('collection')).toBe('sample');
});

test('events are listed with the most important first, also after a filter', async () => {
  const shown = async () => bench.page.locator('.results .events h3').allInnerTexts();
  const ranked = async (filter = '') => {
    const path = `/v1/events?collection=sample&order=importance&limit=5${filter}`;
    const { events } = await (await bench.page.request.get(bench.service.url + path)).json();
    return events.map(({ title }: { title: string }) => title);
  };
  await bench.see('/events?collection=sample');
  const byDate = await shown();
  await bench.page.getByRole('link', { name: 'Most important first' }).click();
  expect((await shown()).slice(0, 5)).toEqual(await ranked());
  expect(await shown()).not.toEqual(byDate);
  await bench.page.locator('.facets').getByRole('link', { name: 'Reported' }).click();
  expect((await shown()).slice(0, 5)).toEqual(await ranked('&modality=asserted'));
  await bench.page.getByRole('link', { name: 'By date' }).click();
  expect(new URL(bench.page.url()).searchParams.get('order')).toBeNull();
});

test('a title is changed, and changed back by undo', async () => {
  await bench.see('/events');
  await bench.page.locator('.periods .event h3 a').first().click();
  // A form that is submitted before the page's script has run would only ask for the page again.
  await bench.page.waitForURL(/\/events\/.+/, { waitUntil: 'load' });
  const before = await bench.page.locator('h1').innerText();
  await bench.page.getByLabel('Title', { exact: true }).fill('An editor’s better title');
  await bench.page.getByRole('button', { name: 'Change title' }).click();
  await bench.page.locator('h1', { hasText: 'An editor’s better title' }).waitFor();
  await bench.page.getByRole('button', { name: 'Undo' }).first().click();
  await bench.page.locator('h1', { hasText: before }).waitFor();
});

test('an event is hidden from lists, and shown again', async () => {
  await bench.see('/events');
  const title = await bench.page.locator('.periods .event h3 a').first().innerText();
  await bench.page.locator('.periods .event h3 a').first().click();
  const at = bench.page.url();
  await bench.page.getByRole('button', { name: 'Hide' }).click();
  await bench.page.getByText('no timeline shows this event').waitFor();
  await bench.see('/events');
  expect(await bench.page.locator('.event h3').allInnerTexts()).not.toContain(title);
  await bench.page.goto(at);
  await bench.page.getByRole('button', { name: 'Show again' }).click();
  await bench.page.getByRole('button', { name: 'Hide' }).waitFor();
});

test('two entries for one event are merged, and taken apart by undo', async () => {
  await bench.see('/events?from=1969-07-20&to=1969-07-21&collection=sample');
  await bench.page.locator('.periods .event h3 a').first().click();
  const choice = bench.page.locator('[data-near] input').first();
  await choice.waitFor();
  const mentions = await bench.page.locator('#proof').innerText();
  await choice.check();
  await bench.page.getByRole('button', { name: 'Merge into this one' }).click();
  await bench.page.locator('.history', { hasText: 'Merged' }).waitFor();
  expect(Number.parseInt(await bench.page.locator('#proof').innerText(), 10)).toBeGreaterThan(
    Number.parseInt(mentions, 10),
  );
  await bench.page.getByRole('button', { name: 'Undo' }).first().click();
  await bench.page.locator('#proof', { hasText: mentions }).waitFor();
});
