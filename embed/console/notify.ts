import { el } from '../dom.ts';

let timer: ReturnType<typeof setTimeout> | undefined;

/** Shows a short message at the foot of the page and announces it to screen readers, with an Undo button if `undo` is given. */
export function notify(words: string, undo?: () => void): void {
  const place = document.getElementById('said');
  if (!place) return;
  clearTimeout(timer);
  place.replaceChildren(el('p', {}, words, undo && el('button', { type: 'button', click: undo }, 'Undo')));
  timer = setTimeout(() => place.replaceChildren(), undo ? 12_000 : 6000);
}

/** Runs a button's action: the button is busy meanwhile, runs it once at a time, and an error is shown. */
export async function whileBusy(button: HTMLElement, work: () => Promise<void>): Promise<void> {
  if (button.getAttribute('aria-busy') === 'true') return;
  button.setAttribute('aria-busy', 'true');
  try {
    await work();
  } catch (error) {
    notify(error instanceof Error ? error.message : String(error));
  } finally {
    button.removeAttribute('aria-busy');
  }
}
