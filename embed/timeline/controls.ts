import type { Modality } from '../../shared/events/event.ts';
import type { EmbedView } from '../../shared/formats/embed/view.ts';
import { MODALITY_MEANINGS, MODALITY_WORDS } from '../../shared/formats/embed/words.ts';
import { el } from '../dom.ts';
import { sign } from '../signs.ts';
import { type Camera, isAbout, nearer, shifted } from './camera.ts';

const MODALITIES: readonly Modality[] = ['asserted', 'planned', 'predicted', 'hypothetical', 'negated'];
const LISTS = ['entities', 'keywords', 'sources', 'tags'] as const;

/** The steps that buttons and keys share: from a window and the whole to the next window. */
export const STEPS = {
  earlier: (camera: Camera) => shifted(camera, -0.5),
  out: (camera: Camera) => nearer(camera, 0.5),
  in: (camera: Camera) => nearer(camera, 2),
  later: (camera: Camera) => shifted(camera, 0.5),
  whole: (_: Camera, whole: Camera) => whole,
} as const;

const BUTTONS: readonly (readonly [keyof typeof STEPS, string, string])[] = [
  ['earlier', '← Earlier', 'Earlier'],
  ['out', '−', 'Zoom out'],
  ['in', '+', 'Zoom in'],
  ['later', 'Later →', 'Later'],
  ['whole', 'Whole', 'Whole timeline'],
];

/** The buttons that move the window. */
export const stepButtons = (step: (to: (typeof STEPS)[keyof typeof STEPS]) => void): HTMLElement =>
  el(
    'div',
    { class: 'steps', role: 'group', 'aria-label': 'Move in time' },
    ...BUTTONS.map(([name, text, label]) =>
      el('button', { type: 'button', 'aria-label': label, title: label, click: () => step(STEPS[name]) }, text),
    ),
  );

/** Says of each step whether it leads anywhere. */
export function markSteps(steps: HTMLElement, camera: Camera, whole: Camera): void {
  const off = [camera.from <= whole.from, false, false, camera.to >= whole.to, isAbout(camera, whole)];
  off.forEach((isOff, i) => {
    steps.children[i]?.setAttribute('aria-disabled', String(isOff));
  });
}

/** The key to the signs, each a filter, and the filters in force, each taken out by its button. */
export function filterButtons(
  view: EmbedView,
  nameOf: (id: string) => string,
  filter: (change: Partial<EmbedView>) => void,
): HTMLElement[] {
  const { modalities } = view;
  const toggles = MODALITIES.map((modality) => {
    const isOn = modalities.includes(modality);
    const next = isOn ? modalities.filter((other) => other !== modality) : [...modalities, modality];
    return el(
      'button',
      {
        type: 'button',
        'aria-pressed': String(isOn),
        title: MODALITY_MEANINGS[modality],
        'data-modality': modality,
        click: () => filter({ modalities: next }),
      },
      sign(modality),
      MODALITY_WORDS[modality],
    );
  });
  const chips = LISTS.flatMap((field) =>
    view[field].map((value) =>
      el(
        'button',
        {
          type: 'button',
          class: 'chip',
          'aria-label': `Remove the filter ${nameOf(value)}`,
          click: () => filter({ [field]: view[field].filter((other) => other !== value) }),
        },
        el('bdi', {}, nameOf(value)),
        ' ×',
      ),
    ),
  );
  return [...toggles, ...chips];
}
