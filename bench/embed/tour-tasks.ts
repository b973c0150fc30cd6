import type { Page } from 'playwright-core';
import type { Service } from '../../local/service/start-service.ts';
import type { Camera } from './tour-camera.ts';
import type { Sites } from './tour-sites.ts';

/** Input of the tasks of one screen; each screen has its own collection and timeline. */
export interface Tour {
  readonly camera: Camera;
  readonly service: Pick<Service, 'url' | 'store'>;
  readonly sites: Sites;
  readonly consoleLink: string;
  readonly collection: string;
  readonly slug: string;
}

const ARTICLE = `The harbour of Ostby was opened on 4 May 1931, when the king cut a ribbon on the northern quay. A storm destroyed the lighthouse on 2 March 1962.
It was rebuilt in the spring of 1964. The ferry to Vester sank on 9 June 1947 with sixty people on board, and the ferry company was closed the next year.
The city plans to move the fish market in 2027. Engineers expect that the old lock will fail by 2030. The council did not sell the quay in 1998, as was reported then.
Had the bridge been built in 1955, the ferries would have stopped. A new museum was founded in the 1980s in the customs house.`;

const SECOND = `The lighthouse of Ostby was destroyed by a storm on 3 March 1962, its keeper wrote. The ferry to Vester sank on 9 June 1947; forty-one people drowned.`;

const path = ({ service, collection }: Tour, at: string, query = ''): string =>
  `${service.url}${at}?collection=${collection}${query}`;

const submit = async (page: Page, name: string): Promise<void> => {
  await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name, exact: true }).click()]);
};

async function readAndKeep(page: Page, text: string, title: string): Promise<void> {
  await page.getByLabel('Article', { exact: true }).fill(text);
  await page.getByLabel('Title', { exact: true }).fill(title);
  await page.getByLabel('Published', { exact: true }).fill('2026-03-02');
  await page.getByRole('button', { name: 'Find its events' }).click();
  await page.locator('#reading .found li').first().waitFor();
}

async function kept(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Keep this article' }).click();
  await page.waitForURL(/\/articles\//);
  await page.locator('.found li').first().waitFor({ timeout: 30_000 });
}

/** Start, read an article, keep it. */
export async function readArticles(tour: Tour): Promise<void> {
  const { page, shot } = tour.camera;
  await page.goto(tour.consoleLink);
  await page.goto(path(tour, '/'));
  await shot('start', { plain: true });
  await readAndKeep(page, ARTICLE, 'Ninety years of a harbour');
  await page.locator('#reading .found a').nth(3).focus();
  await shot('read');
  await kept(page);
  await shot('kept', { plain: true });
  await page.goto(path(tour, '/'));
  await readAndKeep(page, SECOND, 'A keeper’s diary');
  await kept(page);
}

/** Make a timeline, edit it, choose key moments. */
export async function makeTimeline(tour: Tour): Promise<void> {
  const { page, shot } = tour.camera;
  await page.goto(path(tour, '/events'));
  await page.getByText('Make a timeline of this search').click();
  await page.getByLabel('Title', { exact: true }).fill('The harbour of Ostby');
  await page.getByLabel('Name in the address').fill(tour.slug);
  await page.getByText('Make a timeline of this search').scrollIntoViewIfNeeded();
  await shot('make');
  await page.getByRole('button', { name: 'Make the timeline' }).click();
  await page.waitForURL(`**/timelines/${tour.slug}*`);
  await page.frameLocator('iframe.preview').locator('dateline-timeline button[data-event]').first().waitFor();
  await shot('timeline', { plain: true });
  await page.getByText('Edit this timeline').click();
  await page.getByLabel('Standfirst').fill('What two articles tell of it, and what its editors add.');
  await page.locator('.rows tbody tr').nth(1).locator('input').last().check();
  await page.locator('.rows').scrollIntoViewIfNeeded();
  await shot('key-moments');
  await submit(page, 'Save the timeline');
}

/** Add an event by hand with a picture. */
export async function addEvent(tour: Tour): Promise<void> {
  const { page, shot } = tour.camera;
  await page.goto(path(tour, '/events'));
  await page.getByText('Add an event by hand').click();
  const form = page.locator('form[data-form=event]');
  await form.getByLabel('What happened').fill('The last sailing ship unloads in Ostby');
  await form.getByLabel('Date').fill('1949-09');
  await form.getByText('30 days').waitFor();
  await form.getByLabel('Text').fill('She brought salt, and took the harbour master’s daughter along.');
  await form.getByLabel('Link').fill('https://archive.example/ships');
  await form.getByLabel('Address').fill('https://pictures.example/ship.svg');
  await form.getByLabel('What it shows').fill('A sailing ship at anchor under a low sun');
  await form.getByLabel('Credit').fill('Town archive');
  await form.getByLabel('What happened').scrollIntoViewIfNeeded();
  await shot('add');
  await form.getByRole('button', { name: 'Add the event' }).click();
  await page.waitForURL(/\/events\/[\w-]{22}/);
  await shot('added', { plain: true });
}

/** The page of the timeline, and a page whose CSS disturbs the widget. */
export async function embed(tour: Tour): Promise<void> {
  const { page, shot } = tour.camera;
  for (const lang of ['', '?lang=de']) {
    await page.goto(`${tour.service.url}/embed/${tour.slug}${lang}`);
    await page.locator('dateline-timeline button[data-event]').first().waitFor();
    await page.waitForTimeout(300);
    await shot(lang ? 'embed-de' : 'embed', { plain: true, whole: true });
  }
  await page.locator('dateline-timeline button[data-event]').nth(2).click();
  await page.locator('dateline-timeline .card').waitFor();
  await shot('card-de');
  await page.goto(`${tour.sites.url}/hostile?service=${encodeURIComponent(tour.service.url)}&slug=${tour.slug}`);
  await page.locator('dateline-timeline button[data-event]').first().waitFor();
  await page.waitForTimeout(500);
  await shot('hostile');
  await page.locator('.tiny').scrollIntoViewIfNeeded();
  await shot('hostile-narrow');
  await page.locator('iframe').scrollIntoViewIfNeeded();
  await page.frameLocator('iframe').locator('dateline-timeline button[data-event]').first().waitFor();
  await shot('hostile-frame');
}

/** An editor's entry for an event that an article reports, too. */
const addDouble = ({ camera, service, collection }: Tour): Promise<unknown> =>
  camera.context.request.post(`${service.url}/v1/events`, {
    data: { title: 'The ferry to Vester sinks', date: '1947-06-09', collection },
    headers: { origin: service.url },
  });

/** Search, correct a date, merge doubles, undo. */
export async function correct(tour: Tour): Promise<void> {
  const { page, shot } = tour.camera;
  await addDouble(tour);
  await page.goto(path(tour, '/events', '&q=ferries'));
  await shot('search', { plain: true });
  await page.locator('.periods .event h3 a').first().click();
  await page.locator('[data-near] input').first().waitFor();
  await page.getByLabel('Date', { exact: true }).fill('1947-06');
  await page.locator('.bounds figcaption', { hasText: '30 days' }).waitFor();
  await shot('correct-date');
  await submit(page, 'Change date');
  await page.locator('[data-near] input').first().check();
  await page.locator('[data-near]').scrollIntoViewIfNeeded();
  await shot('doubles');
  await submit(page, 'Merge into this one');
  await shot('merged', { plain: true });
  await page.locator('.history button').first().scrollIntoViewIfNeeded();
  await submit(page, 'Undo').catch(async () => page.locator('.history button').first().click());
  await page.waitForTimeout(600);
  await shot('undone');
}

/** Follow a feed, and see why an article failed. */
export async function follow(tour: Tour): Promise<void> {
  const { page, shot } = tour.camera;
  await page.goto(path(tour, '/feeds'));
  await page.getByLabel('Address of the feed').fill(`${tour.sites.url}/feed.xml`);
  await page.getByRole('button', { name: 'Add the feed' }).click();
  await page.locator('[data-feed]').waitFor();
  await page.getByRole('button', { name: 'Read it now' }).click();
  await page.locator('[data-feed] .state.good').waitFor({ timeout: 30_000 });
  await shot('feed', { plain: true });
  await failOne(tour);
  await page.goto(path(tour, '/articles', '&status=failed'));
  await shot('failed', { plain: true });
  await page.locator('.feeds h2 a').first().click();
  await page.getByText('could not be read').waitFor();
  await shot('failed-article', { plain: true });
  for (const place of ['/articles', '/timelines', '/webhooks', '/keys']) {
    await page.goto(path(tour, place));
    await shot(place.slice(1), { plain: true });
  }
}

/** An article in the state `failed`, like one whose text takes too long: accepted, and failed before a worker processes it. */
async function failOne({ camera, service, collection }: Tour): Promise<void> {
  const send = (text: string) =>
    camera.context.request.post(`${service.url}/v1/articles`, {
      data: { text, collection, title: 'Minutes of the council, complete', publishedAt: '2026-03-01' },
      headers: { origin: service.url },
    });
  for (let n = 1; n < 30; n += 1) {
    const { id } = await (
      await send(`The council of Ostby met on ${n} January 1990. ${'It spoke of the quay at length. '.repeat(9000)}`)
    ).json();
    const { contentHash = '' } = (await service.store.articles.find(id)) ?? {};
    await service.store.articles.fail(id, contentHash, 'Reading the text takes more than 30 seconds.');
    if ((await service.store.articles.find(id))?.status === 'failed') return;
  }
  throw new Error('no article failed');
}
