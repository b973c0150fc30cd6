import { VIEW_NAMES, type View } from './view.ts';

/** Writes a view into the page's own address, without a new entry in its history. */
export function writeAddress(view: View): void {
  const url = new URL(location.href);
  for (const name of [...VIEW_NAMES, 'cursor']) url.searchParams.delete(name);
  for (const [name, value] of view) url.searchParams.append(name, value);
  try {
    history.replaceState(history.state, '', url);
  } catch {
    // A page that may not change its address (about:srcdoc) still has a timeline.
  }
}
