import type { TimelineEvent } from '../../shared/events/event.ts';
import { el } from '../dom.ts';
import { eventCard, pileCard } from './card.ts';
import type { Step } from './controls.ts';
import { barWords } from './items.ts';
import { isStill } from './motion.ts';
import type { Stage } from './stage.ts';

/** Callbacks of a panel to its timeline. */
export interface PanelOf {
  readonly level: number;
  readonly step: (to: Step) => void;
  readonly stage: Stage;
  readonly list: (from: number, to: number) => Promise<readonly TimelineEvent[]>;
  readonly full: (id: string) => Promise<TimelineEvent>;
  /** Asks whether an event may open; `false` keeps it closed. */
  readonly chosen: (event: TimelineEvent) => boolean;
  readonly closed: () => void;
  /** The event before (−1) or after (1) another in chronological order, among those loaded. */
  readonly beside: (event: TimelineEvent, by: 1 | -1) => TimelineEvent | undefined;
  readonly entity: (id: string, name: string) => void;
}

/** The area under the map that shows one event or the events of a bar. */
export interface Panel {
  readonly element: HTMLElement;
  readonly select: (event: TimelineEvent) => Promise<void>;
  /** Opens the event or bar that was clicked, if any. */
  readonly press: (target: Element, known: (id: string) => TimelineEvent | undefined) => Promise<void>;
}

/** Creates a panel that is empty until an item is clicked. */
export function makePanel({ level, step, stage, list, full, chosen, closed, beside, entity }: PanelOf): Panel {
  const element = el('div');
  let opener: string | undefined;
  let shown: string | undefined;

  const put = (card: HTMLElement): void => {
    element.replaceChildren(card);
    card.querySelector<HTMLElement>('[tabindex="-1"]')?.focus({ preventScroll: true });
    card.scrollIntoView({ block: 'nearest', behavior: isStill() ? 'auto' : 'smooth' });
  };

  const close = (): void => {
    element.replaceChildren();
    closed();
    const back = stage.buttons().find(({ dataset }) => dataset.event === opener || dataset.bar === opener);
    (back ?? stage.buttons()[0])?.focus({ preventScroll: true });
  };

  const select = async (event: TimelineEvent): Promise<void> => {
    if (!chosen(event)) return;
    shown = event.id;
    put(eventCard(event, level, actions));
    if (event.mentions ? event.mentions <= event.evidence.length : event.note) return;
    const whole = await full(event.id).catch(() => undefined);
    const proofs = whole && eventCard(whole, level, actions).querySelector('.proofs');
    if (proofs && shown === event.id) element.querySelector('.proofs')?.replaceWith(proofs);
  };

  const actions = { close, select, beside, entity };

  element.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close();
  });

  return {
    element,
    select,
    press: async (target, known) => {
      const { event: id, bar: key } = target.closest<HTMLElement>('[data-event], [data-bar]')?.dataset ?? {};
      opener = id ?? key;
      const event = known(id ?? '');
      if (event) return select(event);
      const bar = stage.bars().get(key ?? '');
      if (!bar) return;
      const events = await list(bar.start, bar.end).catch(() => []);
      const zoomIn = bar.end - bar.start > 3 ? () => step(() => ({ from: bar.start, to: bar.end })) : undefined;
      put(pileCard(barWords({ ...bar, hidden: 0 }), events, zoomIn, level, actions));
    },
  };
}
