import { widgetBench } from './widget-bench.ts';

const bench = widgetBench();

const spanOf = async (): Promise<number> => {
  const { from, to } = await bench.windowOf();
  return Number.parseInt(to, 10) - Number.parseInt(from, 10);
};

test('the widget opens on the range that the service names', async () => {
  await bench.open('/sky');
  expect(await bench.windowOf()).toEqual({ from: '1950-01-01', to: '1989-12-31' });
});

test('dragging moves the time axis with the pointer', async () => {
  await bench.open('/sky');
  const before = await bench.windowOf();
  const { x, y } = await bench.middle();
  await bench.page.mouse.move(x, y);
  await bench.page.mouse.down();
  await bench.page.mouse.move(x + 200, y, { steps: 8 });
  await bench.page.waitForTimeout(120);
  await bench.page.mouse.up();
  await bench.settled();
  expect(Number.parseInt((await bench.windowOf()).from, 10)).toBeLessThan(Number.parseInt(before.from, 10) - 5);
});

test('the wheel scrolls the page until the map is used, and zooms with Ctrl', async () => {
  await bench.open('/sky');
  const before = await spanOf();
  const { x, y } = await bench.middle();
  await bench.page.mouse.move(x, y);
  await bench.page.mouse.wheel(0, -300);
  await bench.settled();
  expect(await spanOf()).toBe(before);
  await bench.page.keyboard.down('Control');
  await bench.page.mouse.wheel(0, -100);
  await bench.page.keyboard.up('Control');
  await bench.settled();
  expect(await spanOf()).toBeLessThan(before * 0.6);
});

test('two fingers zoom', async () => {
  const touch = await bench.browser.newContext({ viewport: { width: 390, height: 800 }, hasTouch: true });
  const phone = await touch.newPage();
  await phone.goto(`${bench.service.url}/sky`);
  await phone.locator('dateline-timeline button[data-event]').first().waitFor();
  await phone.waitForTimeout(500);
  const span = (): Promise<number> =>
    phone.locator('dateline-timeline').evaluate((el) => {
      const { from, to } = (el as unknown as { window: { from: string; to: string } }).window;
      return Number.parseInt(to, 10) - Number.parseInt(from, 10);
    });
  const before = await span();
  const box = await phone.locator('dateline-timeline .stage').boundingBox();
  const y = (box?.y ?? 0) + 100;
  const client = await touch.newCDPSession(phone);
  const fingers = (type: 'touchStart' | 'touchMove' | 'touchEnd', xs: number[]) =>
    client.send('Input.dispatchTouchEvent', { type, touchPoints: xs.map((x, id) => ({ x, y, id })) });
  await fingers('touchStart', [180]);
  await fingers('touchStart', [180, 210]);
  for (let step = 1; step <= 6; step += 1) await fingers('touchMove', [180 - step * 15, 210 + step * 15]);
  await fingers('touchEnd', []);
  await phone.waitForTimeout(500);
  expect(await span()).toBeLessThan(before * 0.5);
  await touch.close();
});

test('a view is fetched once: leaving it and coming back sends no request', async () => {
  await bench.open('/minutes');
  const step = async (name: string) => {
    await bench.map.getByRole('button', { name }).click();
    await bench.settled();
  };
  await step('Zoom in');
  await step('Zoom in');
  const asked = bench.service.asked.length;
  await step('Earlier');
  await step('Later');
  const later = bench.service.asked.length;
  await step('Earlier');
  await step('Later');
  expect(bench.service.asked.length).toBe(later);
  expect(later - asked).toBeLessThanOrEqual(3);
});

test('a timeline with few events is fetched once, and zooming sends no request', async () => {
  await bench.open('/sky');
  const asked = bench.service.asked.length;
  for (const name of ['Zoom in', 'Zoom in', 'Later']) {
    await bench.map.getByRole('button', { name }).click();
    await bench.settled();
  }
  expect(bench.service.asked.length).toBe(asked);
});

test('in a right-to-left page time runs from right to left', async () => {
  await bench.open('/rtl');
  // whichever events the map has room for: the earlier stands to the right of the later
  const shown = await bench.map.locator('button[data-event]').evaluateAll((buttons) =>
    buttons.map((button) => ({
      year: Number(/\d{4}/.exec(button.querySelector('.day')?.textContent ?? '')?.[0]),
      x: button.querySelector('svg')?.getBoundingClientRect().x ?? Number.NaN,
    })),
  );
  const inOrder = shown.sort((a, b) => a.year - b.year || b.x - a.x).map(({ x }) => x);
  expect(inOrder.length).toBeGreaterThan(2);
  expect(inOrder).toEqual([...inOrder].sort((a, b) => b - a));
  const before = await bench.windowOf();
  const { x, y } = await bench.middle();
  await bench.page.mouse.move(x, y);
  await bench.page.mouse.down();
  await bench.page.mouse.move(x + 200, y, { steps: 5 });
  await bench.page.waitForTimeout(120);
  await bench.page.mouse.up();
  await bench.settled();
  expect(Number.parseInt((await bench.windowOf()).from, 10)).toBeGreaterThan(Number.parseInt(before.from, 10));
});

test('each stretch of the map is requested once, and every request ends', async () => {
  await bench.page.goto('about:blank');
  bench.service.asked.length = 0;
  const open = new Set<unknown>();
  bench.page.on('request', (request) => open.add(request));
  bench.page.on('requestfinished', (request) => open.delete(request));
  const failed: string[] = [];
  bench.page.on('requestfailed', (request) => failed.push(request.url()));
  await bench.open('/minutes');
  for (const name of ['Zoom in', 'Zoom in', 'Later', 'Earlier', 'Zoom out', 'Zoom in', 'Whole timeline', 'Zoom in']) {
    await bench.map.getByRole('button', { name, exact: true }).click();
    await bench.settled();
  }
  await bench.page.waitForTimeout(400);
  const asked = bench.service.asked.filter((path) => path.startsWith('/v1/'));
  expect(asked.length).toBeGreaterThan(2);
  expect(asked.filter((path, i) => asked.indexOf(path) !== i)).toEqual([]);
  expect([open.size, failed]).toEqual([0, []]);
});
