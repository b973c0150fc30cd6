import { el } from '../dom.ts';

let timer: ReturnType<typeof setTimeout> | undefined;

/** Says something short at the foot of the page, for eyes and screen readers, perhaps with a way to take it back. */
export function say(words: string, undo?: () => void): void {
  const place = document.getElementById('said');
  if (!place) return;
  clearTimeout(timer);
  place.replaceChildren(el('p', {}, words, undo && el('button', { type: 'button', click: undo }, 'Undo')));
  timer = setTimeout(() => place.replaceChildren(), undo ? 12_000 : 6000);
}

/** Runs what a button asks for: busy meanwhile, never twice at once, and whatever goes wrong is said. */
export async function doing(button: HTMLElement, work: () => Promise<void>): Promise<void> {
  if (button.getAttribute('aria-busy') === 'true') return;
  button.setAttribute('aria-busy', 'true');
  try {
    await work();
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
  } finally {
    button.removeAttribute('aria-busy');
  }
}
