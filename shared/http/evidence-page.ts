import type { TimelineEvent } from '../events/event.ts';
import type { Cursors } from './cursor.ts';

/** An event with one page of its evidence. The cursor is the index of the first piece of the next page. */
export async function pageOfEvidence<Event extends TimelineEvent>(
  event: Event,
  page: { readonly limit: number; readonly cursor?: string | undefined },
  cursors: Cursors,
): Promise<Event & { readonly next: string | null }> {
  const first = page.cursor === undefined ? 0 : Number(await cursors.open(page.cursor));
  const after = first + page.limit;
  const next = after < event.evidence.length ? String(after) : null;
  return { ...event, evidence: event.evidence.slice(first, after), next: await cursors.close(next) };
}
