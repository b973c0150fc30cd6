import { timeline } from '../../shared/display/words/en.ts';
import { dayNumber, isoDay } from '../../shared/time/day.ts';
import { el } from '../dom.ts';
import { writeAddress } from './address.ts';
import { sourceOf } from './source.ts';
import { WIDGET_CSS } from './styles.ts';
import { startTimeline, type Timeline } from './timeline.ts';
import { viewOf } from './view.ts';

let sheet: CSSStyleSheet | undefined;

/** One stylesheet for all elements of a page: a constructed one, since a strict CSP forbids `<style>` in a shadow root. */
function theSheet(): CSSStyleSheet {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(WIDGET_CSS);
  }
  return sheet;
}

/**
 * `<dateline-timeline src="https://…/v1/timelines/{slug}">`: a timeline to pan and zoom.
 *
 * Attributes: `src`; `theme` (`auto`, `light`, `dark`); `heading-level` of its cards (2…6); `sync` writes window and
 * filters to the page's address. Events: `dateline:select` (cancelable, `detail.event`) before a card opens,
 * `dateline:view` (`detail.from`, `detail.to`) when the window has come to rest. Its content is shown until the data
 * arrives, and stays if loading fails.
 */
export class DatelineTimeline extends HTMLElement {
  static readonly observedAttributes = ['src'];

  readonly #section = el('section', { 'aria-label': timeline, hidden: true });
  readonly #slot = el('slot');
  #timeline: Timeline | undefined;

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [theSheet()];
    root.append(this.#slot, this.#section);
  }

  connectedCallback(): void {
    const src = this.getAttribute('src');
    if (src === null || this.#timeline) return;
    try {
      this.#start(src);
    } catch (error) {
      console.error(error);
    }
  }

  disconnectedCallback(): void {
    this.#timeline?.end();
    this.#timeline = undefined;
  }

  attributeChangedCallback(): void {
    if (!this.isConnected) return;
    this.disconnectedCallback();
    this.connectedCallback();
  }

  /** The visible window as ISO days, both inclusive; `undefined` before the first data. */
  get window(): { readonly from: string; readonly to: string } | undefined {
    const camera = this.#timeline?.window();
    return camera && { from: isoDay(Math.round(camera.from)), to: isoDay(Math.round(camera.to) - 1) };
  }

  /** Moves the window; both days are inclusive. @throws RangeError for an invalid ISO day. */
  show(from: string, to: string): void {
    this.#timeline?.show({ from: dayNumber(from), to: dayNumber(to) + 1 });
  }

  #start(src: string): void {
    const source = sourceOf(src, document.baseURI);
    const isSynced = this.hasAttribute('sync');
    const asked = isSynced ? viewOf(new URLSearchParams(location.search)) : new URLSearchParams();
    // The service's own page has parsed its address already: its `src` contains the bounds as days.
    const isOwn = this.matches('main.page > *');
    const view = asked.toString() && !isOwn ? asked : viewOf(new URL(src, document.baseURI).searchParams);
    // The service's own page has already rendered the card.
    if (document.getElementById('card')) view.delete('event');
    const tell = (name: string, detail: unknown): boolean =>
      this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true, cancelable: true }));
    this.#timeline = startTimeline(this.#section, source, view, Number(this.getAttribute('heading-level') ?? 3), {
      ready: () => {
        this.#slot.hidden = true;
        this.#section.hidden = false;
      },
      viewed: (seen, isMoved) => {
        if (isSynced) writeAddress(seen);
        if (isMoved) tell('dateline:view', this.window);
      },
      selected: (event) => tell('dateline:select', { event }),
      failed: (words) => {
        console.error(words);
        // The page's own content inside the element is better than an error; an error is shown only when the element is empty.
        if (this.childElementCount > 0 || !this.#section.hidden) return;
        this.#section.hidden = false;
        this.#section.replaceChildren(el('p', { class: 'failed', role: 'alert' }, words));
      },
    });
  }
}
