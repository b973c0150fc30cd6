import { consoleBench } from './console-bench.ts';

// Pages stand still: an editor who types must never lose the page under the hands.

const bench = consoleBench();

test('no page of the console navigates by itself', async () => {
  await bench.page.goto(bench.service.consoleLink);
  const answer = await bench.context.request.get(`${bench.service.url}/v1/events?collection=sample&limit=200`);
  const { events } = (await answer.json()) as {
    events: readonly { id: string; mentions: number; evidence: readonly { articleId: string }[] }[];
  };
  const proved = events.find(({ mentions }) => mentions > 1);
  const article = events[0]?.evidence[0]?.articleId;
  const paths = [
    `/events/${proved?.id}`,
    `/articles/${article}?collection=sample`,
    '/',
    '/events?collection=sample',
    '/timelines',
    '/timelines/sample',
    '/feeds',
    '/keys',
  ];
  const moved: string[] = [];
  const pages = await Promise.all(
    paths.map(async (path) => {
      const page = await bench.context.newPage();
      await page.goto(bench.service.url + path);
      page.on('framenavigated', (frame) => frame === page.mainFrame() && moved.push(path));
      return page;
    }),
  );
  expect(await pages[0]?.getByRole('button', { name: 'not the same event' }).count()).toBeGreaterThan(1);
  await bench.page.waitForTimeout(10_000);
  expect(moved).toEqual([]);
  await Promise.all(pages.map((page) => page.close()));
}, 60_000);
