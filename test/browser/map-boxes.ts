import type { Page } from 'playwright-core';

/** A drawn text with where it stands, in pixels of the page. */
interface Box {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The faults of the map on a page: overlaps, words outside the map, words cut without an ellipsis. */
export interface MapFaults {
  readonly labels: number;
  readonly ticks: number;
  readonly faults: readonly string[];
}

/** As much of the DOM as is measured; the tests are compiled without its types. */
interface Drawn {
  readonly textContent: string | null;
  readonly scrollWidth: number;
  readonly clientWidth: number;
  readonly shadowRoot: Drawn | null;
  readonly ownerDocument: {
    createRange(): { selectNodeContents(of: Drawn): void; getBoundingClientRect(): Omit<Box, 'text'> };
    readonly defaultView: {
      getComputedStyle(of: Drawn): {
        readonly visibility: string;
        readonly opacity: string;
        readonly textOverflow: string;
      };
    };
  };
  getBoundingClientRect(): Omit<Box, 'text'>;
  querySelectorAll(selector: string): Iterable<Drawn>;
}

/** Measures labels and ticks of the map that a reader sees: the printed one, or the widget's where it has started. */
export const faultsOfMap = (page: Page): Promise<MapFaults> =>
  page.locator('html').evaluate((html: Drawn) => {
    const all = (of: Drawn, selector: string): Drawn[] => [...of.querySelectorAll(selector)];
    const styleOf = (of: Drawn) => of.ownerDocument.defaultView.getComputedStyle(of);
    const boxOf = (of: Drawn): Box => {
      const { left, right, top, bottom } = of.getBoundingClientRect();
      return { text: of.textContent ?? '', left, right, top, bottom };
    };
    const joined = (boxes: readonly Box[]): Box => ({
      text: boxes.map(({ text }) => text).join(' | '),
      left: Math.min(...boxes.map(({ left }) => left)),
      right: Math.max(...boxes.map(({ right }) => right)),
      top: Math.min(...boxes.map(({ top }) => top)),
      bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
    });
    const isShown = (of: Drawn): boolean => {
      const { left, right } = of.getBoundingClientRect();
      const { visibility, opacity } = styleOf(of);
      return right > left && visibility !== 'hidden' && opacity !== '0';
    };
    const widget = all(html, 'dateline-timeline')[0]?.shadowRoot;
    const stage = widget ? all(widget, '.stage').find(isShown) : undefined;
    const map = stage ?? all(html, 'svg.map').find(isShown);
    if (!map) return { labels: 0, ticks: 0, faults: ['there is no map'] };
    const frame = boxOf(map);
    // The widget keeps what is just out of sight ready to be dragged in.
    const inSight = (box: Box): boolean => !stage || (box.right > frame.left && box.left < frame.right);
    const words = stage
      ? all(stage, '.event .words').map((of) => all(of, '.day, .name'))
      : all(map, 'a')
          .map((of) => all(of, 'text'))
          .filter(({ length }) => length > 0);
    const labels = words.map((parts) => joined(parts.map(boxOf))).filter(inSight);
    const ticks = all(map, stage ? '.axis span' : 'text.year')
      .filter(isShown)
      .map((tick): Box => {
        const range = tick.ownerDocument.createRange();
        range.selectNodeContents(tick);
        const { left, right, top, bottom } = range.getBoundingClientRect();
        return { text: tick.textContent ?? '', left, right, top, bottom };
      })
      .filter(inSight);
    const slack = 1.5;
    const faults: string[] = [];
    for (const boxes of [labels, ticks]) {
      boxes.forEach((a, i) => {
        if (a.left < frame.left - slack || a.right > frame.right + slack) {
          const [left, right, width] = [a.left, a.right, frame.right].map((x) => Math.round(x - frame.left));
          faults.push(`leaves the map: ${a.text} (${left} … ${right} of ${width})`);
        }
        for (const b of boxes.slice(i + 1)) {
          const isApart =
            a.right <= b.left + slack || b.right <= a.left + slack || a.bottom <= b.top + 4 || b.bottom <= a.top + 4;
          if (!isApart) faults.push(`overlaps: ${a.text} × ${b.text}`);
        }
      });
    }
    for (const part of stage ? all(stage, '.event .day, .event .name') : []) {
      if (part.scrollWidth > part.clientWidth + 1 && styleOf(part).textOverflow !== 'ellipsis')
        faults.push(`is cut without an ellipsis: ${part.textContent}`);
    }
    if (html.scrollWidth > html.clientWidth) faults.push(`the page scrolls sideways: ${html.scrollWidth}`);
    return { labels: labels.length, ticks: ticks.length, faults };
  });
