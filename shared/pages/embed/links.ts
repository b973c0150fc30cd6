import type { TimelineView } from '../../timeline/view.ts';
import { viewParams } from '../../timeline/view.ts';

/**
 * A link to another view of the same page: relative (`?from=…`), so that it works wherever the page is mounted and
 * inside any frame. A changed view starts at its first page with no card open, unless the change sets them.
 */
export function viewHref(
  view: TimelineView,
  change: { readonly [K in keyof TimelineView]?: TimelineView[K] | undefined },
  anchor = '',
): string {
  const next: Record<string, unknown> = { ...view, cursor: undefined, event: undefined, ...change };
  for (const key of Object.keys(next)) if (next[key] === undefined) delete next[key];
  return `?${viewParams(next as unknown as TimelineView)}${anchor}`;
}
