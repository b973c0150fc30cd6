import {
  earlier,
  later,
  modalityMeanings,
  modalityWords,
  moveInTime,
  removeFilter,
  whole,
  wholeTimeline,
  zoomIn,
  zoomOut,
} from '../../shared/display/words/en.ts';
import type { Modality } from '../../shared/events/event.ts';
import { el } from '../dom.ts';
import { sign } from '../signs.ts';
import { type Camera, isAbout, nearer, shifted } from './camera.ts';
import { having, type View, without } from './view.ts';

const LISTS = ['entity', 'keyword', 'source', 'tag'] as const;

/** A step of a button or a key: from a window and the whole to the next window. */
export type Step = (camera: Camera, whole: Camera) => Camera;

/** Half a window back in time. */
export const EARLIER: Step = (camera) => shifted(camera, -0.5);
/** Half a window on. */
export const LATER: Step = (camera) => shifted(camera, 0.5);
/** Twice the time. */
export const OUT: Step = (camera) => nearer(camera, 0.5);
/** Half the time. */
export const IN: Step = (camera) => nearer(camera, 2);
/** From the first event to the last. */
export const ALL: Step = (_, whole) => whole;

// The browser mirrors these characters on right-to-left pages; it would not mirror arrows.
const BUTTONS: readonly (readonly [Step, string, string])[] = [
  [EARLIER, `‹ ${earlier}`, earlier],
  [OUT, '−', zoomOut],
  [IN, '+', zoomIn],
  [LATER, `${later} ›`, later],
  [ALL, whole, wholeTimeline],
];

/** The buttons that move the window. */
export const stepButtons = (step: (to: Step) => void): HTMLElement =>
  el(
    'div',
    { class: 'steps', role: 'group', 'aria-label': moveInTime },
    ...BUTTONS.map(([to, text, label]) => el('button', { 'aria-label': label, click: () => step(to) }, text)),
  );

/** Disables steps that would not move the window. */
export function markSteps(steps: HTMLElement, camera: Camera, whole: Camera): void {
  const off = [camera.from <= whole.from, false, false, camera.to >= whole.to, isAbout(camera, whole)];
  off.forEach((isOff, i) => {
    steps.children[i]?.setAttribute('aria-disabled', String(isOff));
  });
}

/** The legend of signs, each a filter, and the active filters, each with a button that removes it. */
export function filterButtons(view: View, nameOf: (id: string) => string, filter: (view: View) => void): HTMLElement[] {
  const on = view.getAll('modality');
  const toggles = (Object.keys(modalityWords) as Modality[]).map((modality) => {
    const isOn = on.includes(modality);
    const click = (): void => filter((isOn ? without : having)(view, 'modality', modality));
    const made = { 'aria-pressed': String(isOn), title: modalityMeanings[modality], click };
    return el('button', { ...made, 'data-modality': modality }, sign(modality), modalityWords[modality]);
  });
  const chips = LISTS.flatMap((name) =>
    view.getAll(name).map((value) => {
      const click = (): void => filter(without(view, name, value));
      const made = { class: 'chip', 'aria-label': removeFilter(nameOf(value)), click };
      return el('button', made, el('bdi', {}, nameOf(value)), ' ×');
    }),
  );
  return [...toggles, ...chips];
}
