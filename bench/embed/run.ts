import { cpus, loadavg } from 'node:os';
import type { Browser, Page } from 'playwright-core';
import { startBrowser } from '../../test/browser/browser.ts';
import { manyEvents } from '../../test/browser/timeline-fixtures.ts';
import { servePages, sizes } from './pages.ts';

// npx tsx bench/embed/run.ts [--counts 100,3000,30000] [--patience 20]  (about three minutes on a quiet machine)
// Every case is a fresh page of one browser process, on one machine, one after another.

/** Selectors of the first event, and of the element that is dragged. */
const CONTENDERS: Readonly<Record<string, { readonly event: string; readonly ground: string }>> = {
  dateline: { event: 'dateline-timeline button[data-event]', ground: 'dateline-timeline .stage' },
  timelinejs: { event: '.tl-timemarker-content', ground: '.tl-timenav' },
  vis: { event: '.vis-item', ground: '.vis-center' },
};

const argument = (name: string, usual: string): string =>
  process.argv[process.argv.indexOf(`--${name}`) + 1 || -1] ?? usual;
const patience = Number(process.argv.includes('--patience') ? argument('patience', '20') : 20) * 1000;
const counts = (process.argv.includes('--counts') ? argument('counts', '') : '100,3000,30000').split(',').map(Number);

interface Frames {
  /** Milliseconds between frames as reported by the browser. */
  readonly p50: number;
  readonly p95: number;
  readonly worst: number;
  /** Per cent of frames that came later than one vertical sync at 60 Hz (17.5 ms, to leave the clock its tenth). */
  readonly late: number;
  /** Milliseconds of main-thread work per frame, input to paint. */
  readonly workP95: number;
  readonly count: number;
}

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
const round = (n: number): number => Math.round(n * 10) / 10;

/** Records every frame until stopped: its distance from the last one, and how long it kept the main thread busy. */
const WATCH = `window.frames_ = []; window.work_ = []; window.watching_ = true;
  { let last = performance.now(); const { port1, port2 } = new MessageChannel(); let began = 0;
    port1.onmessage = () => window.work_.push(performance.now() - began);
    const tick = (now) => { began = performance.now(); window.frames_.push(now - last); last = now; port2.postMessage(0); if (window.watching_) requestAnimationFrame(tick); };
    requestAnimationFrame(tick); }`;

async function framesOf(page: Page, gesture: () => Promise<void>): Promise<Frames> {
  await page.evaluate(WATCH);
  await gesture();
  const [frames, work] = (await page.evaluate('window.watching_ = false; [window.frames_, window.work_]')) as [
    number[],
    number[],
  ];
  const sorted = frames.slice(2).sort((a, b) => a - b);
  return {
    p50: round(at(sorted, 0.5)),
    p95: round(at(sorted, 0.95)),
    worst: round(sorted.at(-1) ?? 0),
    late: round((sorted.filter((ms) => ms > 17.5).length / Math.max(1, sorted.length)) * 100),
    workP95: round(
      at(
        work.sort((a, b) => a - b),
        0.95,
      ),
    ),
    count: sorted.length,
  };
}

async function drag(page: Page, { x, y }: { x: number; y: number }): Promise<void> {
  for (const way of [-1, 1, -1]) {
    await page.mouse.move(x - way * 250, y);
    await page.mouse.down();
    for (let i = 0; i < 40; i += 1) {
      await page.mouse.move(x - way * 250 + way * i * 12, y);
      await page.waitForTimeout(10);
    }
    await page.mouse.up();
    await page.waitForTimeout(150);
  }
}

async function wheel(page: Page, { x, y }: { x: number; y: number }): Promise<void> {
  await page.mouse.move(x, y);
  await page.keyboard.down('Control');
  for (let i = 0; i < 80; i += 1) {
    await page.mouse.wheel(0, i < 50 ? -12 : 12);
    await page.waitForTimeout(14);
  }
  await page.keyboard.up('Control');
  await page.waitForTimeout(150);
}

/** Milliseconds from the start of the navigation to the frame in which the first event has a size. */
const firstEvent = (selector: string): string => `new Promise((resolve) => {
  const deep = (root) => { for (const part of ${JSON.stringify(selector.split(' '))}) { root = (root.shadowRoot ?? root).querySelector(part); if (!root) return null; } return root; };
  const look = () => { const found = deep(document); if (found && found.getBoundingClientRect().width > 0) resolve(performance.now()); else requestAnimationFrame(look); };
  look(); })`;

type Row = Readonly<Record<string, string | number>>;

async function measure(browser: Browser, url: string, name: string, n: number): Promise<Row> {
  const { event, ground } = CONTENDERS[name] as { event: string; ground: string };
  const context = await browser.newContext({ viewport: { width: 1000, height: 700 } });
  const page = await context.newPage();
  page.setDefaultTimeout(patience);
  const row: Record<string, string | number> = { timeline: name, events: n };
  const within = <T>(work: Promise<T>): Promise<T | undefined> =>
    Promise.race([work, new Promise<undefined>((resolve) => setTimeout(resolve, patience, undefined))]);
  try {
    await page.goto(`${url}/${name}/${n}`, { waitUntil: 'commit' });
    const shown = await within(page.evaluate(firstEvent(event)) as Promise<number>);
    if (shown === undefined) return { ...row, firstEventMs: `none in ${patience / 1000} s` };
    row.firstEventMs = Math.round(shown);
    await page.waitForTimeout(1200);
    const box = await within(page.locator(ground).first().boundingBox());
    if (!box) return { ...row, pan: `stuck for ${patience / 1000} s` };
    const middle = { x: box.x + box.width / 2, y: box.y + Math.min(box.height / 2, 60) };
    for (const [gesture, hand] of [
      ['pan', drag],
      ['zoom', wheel],
    ] as const) {
      const frames = await within(framesOf(page, () => hand(page, middle)));
      if (!frames) return { ...row, [gesture]: `stuck for ${patience / 1000} s` };
      row[`${gesture}P50`] = frames.p50;
      row[`${gesture}P95`] = frames.p95;
      row[`${gesture}Worst`] = frames.worst;
      row[`${gesture}Late%`] = frames.late;
      row[`${gesture}WorkP95`] = frames.workP95;
    }
    return row;
  } finally {
    // A page that hangs does not close by itself.
    await Promise.race([context.close(), new Promise((resolve) => setTimeout(resolve, 5000))]);
  }
}

/** The server's page without scripts: the baseline "static page" in "within twice a static page". */
async function measureStatic(browser: Browser, url: string, n: number): Promise<Row> {
  const context = await browser.newContext({ viewport: { width: 1000, height: 700 } });
  const page = await context.newPage();
  await page.route('**/embed.js', (route) => route.abort());
  await page.goto(`${url}/static/${n}`, { waitUntil: 'commit' });
  const shown = (await page.evaluate(firstEvent('#events .event'))) as number;
  await context.close();
  return { timeline: 'static page', events: n, firstEventMs: Math.round(shown) };
}

async function warm(browser: Browser, url: string, n: number): Promise<void> {
  const page = await browser.newPage();
  await page.goto(`${url}/dateline/${n}`);
  await page.waitForTimeout(4000);
  await page.close();
}

const sets = Object.fromEntries(counts.map((n) => [n, manyEvents(n)]));
console.log(`${cpus().length} × ${cpus()[0]?.model}, load ${loadavg()[0]?.toFixed(1)}`);
console.log('bytes (gzip):', JSON.stringify(await sizes()));
const pages = await servePages(sets);
const rows: Row[] = [];
for (const n of counts) {
  const browser = await startBrowser();
  // The browser's first page includes its start, so it is not measured.
  await measureStatic(browser, pages.url, n);
  // Nor does it include the responses that this benchmark's server computes once, as the service does its tiles.
  await warm(browser, pages.url, n);
  rows.push(await measureStatic(browser, pages.url, n));
  for (const name of Object.keys(CONTENDERS)) rows.push(await measure(browser, pages.url, name, n));
  await Promise.race([browser.close(), new Promise((resolve) => setTimeout(resolve, 5000))]);
}
const browser = await startBrowser();
await measureStatic(browser, pages.url, counts[0] ?? 100);
await warm(browser, pages.url, 1_000_000);
rows.push(await measure(browser, pages.url, 'dateline', 1_000_000));
await browser.close();
console.table(rows);
console.log(`load at the end ${loadavg()[0]?.toFixed(1)}`);
pages.stop();
process.exit(0);
