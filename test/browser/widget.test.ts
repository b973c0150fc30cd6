import { SKY } from './sky-events.ts';
import { widgetBench } from './widget-bench.ts';

const bench = widgetBench();

test('events without room are counted on a bar, and the bar opens a list of them', async () => {
  await bench.open('/minutes');
  for (const name of ['Zoom in', 'Zoom in', 'Zoom in']) {
    await bench.map.getByRole('button', { name }).click();
    await bench.settled();
  }
  const bar = bench.map.locator('button[data-bar]', { hasText: 'more of' }).nth(3);
  const words = await bar.locator('.unseen').innerText();
  const total = Number(/of (\d+) events/.exec(words)?.[1]);
  await bar.click();
  await bench.map.locator('.card.many li').first().waitFor();
  expect(await bench.map.locator('.card.many li').count()).toBe(total);
  await bench.map.locator('.card.many li button').first().click();
  expect(await bench.map.locator('.card blockquote').innerText()).not.toBe('');
});

test('a card shows the date, the kind, the sentence with its words marked, and the source', async () => {
  await bench.open('/sky');
  await bench.map.getByRole('button', { name: /A crew reaches Mars/ }).click();
  const card = bench.map.locator('.card');
  expect(await card.locator('.when').innerText()).toContain('early 1980s');
  expect(await card.locator('.when').innerText()).toContain('1980 – 1983');
  expect(await card.innerText()).toContain('somebody expects it');
  expect(await card.locator('mark').allInnerTexts()).toEqual(['reach', 'the early 1980s']);
  expect(await card.locator('.from a').getAttribute('href')).toBe('https://pacific-ledger.example/story-16');
});

test('an entity on a card becomes a filter, in the address too where the page asks for it', async () => {
  await bench.open('/synced');
  await bench.map.getByRole('button', { name: /Sputnik/ }).click();
  await bench.map.locator('.card').getByRole('button', { name: 'Soviet Union' }).click();
  await bench.settled();
  expect(new URL(bench.page.url()).searchParams.getAll('entity')).toEqual(['soviet-union']);
  expect(await bench.map.locator('button[data-event]', { hasText: 'Neil Armstrong' }).count()).toBe(0);
  await bench.map.getByRole('button', { name: 'Remove the filter Soviet Union' }).click();
  await bench.settled();
  expect(new URL(bench.page.url()).search).toBe('');
});

test('an address with a window and filters opens there', async () => {
  await bench.open('/synced?from=1960-01-01&to=1969-12-31&modality=hypothetical&unrelated=1');
  expect(await bench.windowOf()).toEqual({ from: '1960-01-01', to: '1969-12-31' });
  expect(await bench.map.locator('button[data-event]').allInnerTexts()).toHaveLength(1);
  await bench.map.getByRole('button', { name: 'Zoom out' }).click();
  await bench.settled();
  expect(new URL(bench.page.url()).searchParams.get('unrelated')).toBe('1');
  expect(new URL(bench.page.url()).searchParams.get('from')).not.toBe('1960-01-01');
});

test('an address with an event opens its card', async () => {
  await bench.open('/synced?event=event-9');
  expect(await bench.map.locator('.card h3').innerText()).toBe('The Soviet Union launches Sputnik 1');
});

test('the host page receives an event for each selection, and may keep the card closed', async () => {
  await bench.open('/sky');
  await bench.page.evaluate(`document.addEventListener('dateline:select', (event) => {
    event.preventDefault();
    document.title = event.detail.event.title;
  })`);
  await bench.map.getByRole('button', { name: /Sputnik/ }).click();
  expect(await bench.page.title()).toBe('The Soviet Union launches Sputnik 1');
  expect(await bench.map.locator('.card').count()).toBe(0);
});

/** The computed style of what a selector finds inside the first element of the widget that has the words. */
const styleOf = (selector: string, words: string, inside: string): Promise<Record<string, string>> =>
  bench.map
    .locator(selector, { hasText: words })
    .first()
    .evaluate((item, wanted) => {
      const found = item.querySelector(wanted) ?? item;
      const { maskImage, display, fill, stroke, strokeDasharray } =
        item.ownerDocument.defaultView.getComputedStyle(found);
      const drawn = [...found.attributes].map(({ value }: { value: string }) => value).join(' ');
      return { maskImage, display, fill, stroke, strokeDasharray, drawn };
    }, inside);

test('vague dates are bars over their days, approximate ones fade, and stated days have none', async () => {
  await bench.open('/synced?from=1965-01-01&to=2045-12-31&modality=predicted');
  const mars = await styleOf('li.event', 'A crew reaches Mars', '.reach');
  const hubble = await styleOf('li.event', 'Hubble falls back to Earth', '.reach');
  expect(mars).toMatchObject({ display: 'block', maskImage: expect.stringContaining('gradient') });
  expect(hubble.maskImage).toContain('rgba(0, 0, 0, 0)');
  expect(mars.maskImage).not.toContain('rgba(0, 0, 0, 0)');
  await bench.open('/synced?from=1965-01-01&to=2045-12-31&modality=asserted');
  expect((await styleOf('li.event', 'Challenger', '.reach')).display).toBe('none');
});

test('kinds of events differ in shape and in words, not in colour alone', async () => {
  await bench.open('/sky');
  const words = ['Reported', 'Planned', 'Predicted', 'Hypothetical', 'Denied'];
  expect(await bench.map.locator('.key button').allInnerTexts()).toEqual(words);
  const shapes = await Promise.all(words.map((word) => styleOf('.key button', word, 'g > *')));
  const withoutColour = shapes.map(
    ({ drawn, stroke, strokeDasharray }) => `${drawn} ${stroke === 'none'} ${strokeDasharray}`,
  );
  expect(new Set(withoutColour).size).toBe(5);
});

test('rules of the host page for every element change nothing in the widget', async () => {
  const looks = async (path: string): Promise<unknown> => {
    await bench.open(path);
    await bench.map.locator('button[data-event]').nth(3).click();
    return bench.map.evaluate((map) =>
      ['.window', '.axis span', '.card h3', '.card blockquote', '.card .from'].map((name) => {
        const style = map.ownerDocument.defaultView.getComputedStyle(map.shadowRoot.querySelector(name));
        const names = [
          'letterSpacing',
          'lineHeight',
          'textTransform',
          'fontStyle',
          'fontWeight',
          'fontSize',
          'wordSpacing',
        ];
        return [name, ...[...names, 'textAlign', 'whiteSpace', 'color'].map((one) => style[one])];
      }),
    );
  };
  expect(await looks('/hostile')).toEqual(await looks('/sky'));
});

test('the host page sets colours and height', async () => {
  await bench.open('/themed');
  const style = (await styleOf('li.event', '', '.glyph.asserted')).fill;
  expect(style).toBe('rgb(0, 90, 0)');
  expect((await bench.map.locator('.stage').boundingBox())?.height).toBe(200);
});

test('when the timeline cannot be loaded, the content inside the element stays visible', async () => {
  await bench.page.goto(`${bench.service.url}/missing`);
  await bench.page.waitForTimeout(600);
  expect(await bench.page.getByRole('link', { name: 'The timeline' }).isVisible()).toBe(true);
});

test('a timeline without events draws its axis and says so', async () => {
  await bench.page.goto(`${bench.service.url}/empty`);
  await bench.map.getByText('This timeline has no events yet.').waitFor();
  expect(await bench.map.locator('.axis span:visible').count()).toBeGreaterThan(3);
});

test('on the service’s own page the list follows the map', async () => {
  await bench.page.goto(`${bench.service.url}/embed/sky`);
  await bench.map.locator('button[data-event]').first().waitFor();
  await bench.settled();
  await bench.map.getByRole('button', { name: 'Zoom in' }).click();
  const listed = bench.page.locator('#events li.event');
  for (let waited = 0; (await listed.count()) === SKY.length && waited < 40; waited += 1)
    await bench.page.waitForTimeout(100);
  expect(await listed.count()).toBeLessThan(SKY.length);
  const { from } = await bench.windowOf();
  expect(new URL(bench.page.url()).searchParams.get('from')).toBe(from);
});
