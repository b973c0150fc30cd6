import type { EmbedView } from '../../shared/formats/embed/view.ts';
import { viewParams } from '../../shared/formats/embed/view.ts';

const OURS = [
  'from',
  'to',
  'entity',
  'keyword',
  'source',
  'tag',
  'modality',
  'minImportance',
  'cursor',
  'event',
] as const;

/** The filters of a view as the API takes them: window, page, card and looks aside. */
export function filtersOf(view: EmbedView): string {
  const params = new URLSearchParams(viewParams(view));
  for (const name of ['from', 'to', 'cursor', 'event', 'theme', 'heading', 'token']) params.delete(name);
  return params.toString();
}

/** Writes a view into the page's own address without a new entry in its history; whatever else stands there is kept. */
export function writeAddress(view: EmbedView): void {
  const url = new URL(location.href);
  for (const name of OURS) url.searchParams.delete(name);
  for (const [name, value] of new URLSearchParams(viewParams(view)))
    if ((OURS as readonly string[]).includes(name)) url.searchParams.append(name, value);
  try {
    history.replaceState(history.state, '', url);
  } catch {
    // A page that may not change its address (a sandbox, about:srcdoc) still has a timeline.
  }
}
