import { ALL, EARLIER, IN, LATER, OUT, type Step } from './controls.ts';
import type { Stage } from './stage.ts';

/**
 * Keyboard control of the map: one stop for Tab, arrows from event to event in chronological order (the window
 * follows), Home and End to the first and last visible event, + and − to zoom, Page Up and Page Down to pan, 0 for the
 * whole.
 */
export function listenToKeys(stage: Stage, isRtl: () => boolean, step: (to: Step) => void): void {
  const walk = (by: 1 | -1): void => {
    const buttons = stage.reachable();
    const at = buttons.indexOf((stage.element.getRootNode() as ShadowRoot).activeElement as HTMLButtonElement);
    const next = at < 0 ? buttons[0] : buttons[at + by];
    if (next) next.focus({ preventScroll: true });
    else step(by > 0 ? LATER : EARLIER);
  };
  const moves: Readonly<Record<string, () => void>> = {
    ArrowRight: () => walk(isRtl() ? -1 : 1),
    ArrowLeft: () => walk(isRtl() ? 1 : -1),
    ArrowDown: () => walk(1),
    ArrowUp: () => walk(-1),
    Home: () => stage.reachable()[0]?.focus({ preventScroll: true }),
    End: () => stage.reachable().at(-1)?.focus({ preventScroll: true }),
    '+': () => step(IN),
    '=': () => step(IN),
    '-': () => step(OUT),
    PageDown: () => step(LATER),
    PageUp: () => step(EARLIER),
    '0': () => step(ALL),
  };
  stage.element.addEventListener('keydown', (event) => {
    const move = moves[event.key];
    if (!move || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    move();
  });
  stage.list.addEventListener('focusin', ({ target }) => {
    for (const button of stage.buttons()) button.tabIndex = button === target ? 0 : -1;
  });
}
