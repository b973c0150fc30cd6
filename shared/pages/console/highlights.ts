import type { TimelineEvent } from '../../events/event.ts';

/** A part of an article's text with one highlighting. */
export interface TextPart {
  readonly text: string;
  /** Events whose evidence sentence this is part of, in the order of the article; empty for plain text. */
  readonly events: readonly string[];
  /** Words of an event or of its date; a date that is also a trigger counts as a date. */
  readonly role?: 'trigger' | 'timex';
  /** Events whose sentence begins here. */
  readonly begins: readonly string[];
}

/**
 * Splits an article's text where its evidence begins and ends, so that text and events can be linked to each other.
 *
 * The joined parts equal the text for any offsets; evidence whose offsets are out of range is ignored.
 */
export function textParts(
  text: string,
  events: readonly Pick<TimelineEvent, 'id' | 'evidence'>[],
): readonly TextPart[] {
  const fits = (span: { start: number; end: number }): boolean =>
    Number.isInteger(span.start) &&
    Number.isInteger(span.end) &&
    span.start >= 0 &&
    span.start < span.end &&
    span.end <= text.length;
  const pieces = events.flatMap(({ id, evidence }) => evidence.filter(fits).map((one) => ({ id, ...one })));
  const cuts = new Set([0, text.length]);
  for (const piece of pieces)
    for (const span of [piece, piece.trigger, piece.timex])
      if (fits(span)) for (const cut of [span.start, span.end]) cuts.add(cut);
  const at = [...cuts].sort((a, b) => a - b);
  const covers = (span: { start: number; end: number }, start: number, end: number): boolean =>
    fits(span) && span.start <= start && span.end >= end;
  const begun = new Set<string>();
  return at.slice(0, -1).map((start, i): TextPart => {
    const end = at[i + 1] as number;
    const here = pieces.filter((piece) => covers(piece, start, end));
    const role = here.some((p) => covers(p.timex, start, end))
      ? 'timex'
      : here.some((p) => covers(p.trigger, start, end))
        ? 'trigger'
        : undefined;
    const ids = [...new Set(here.map((piece) => piece.id))];
    const begins = ids.filter((id) => !begun.has(id));
    for (const id of begins) begun.add(id);
    return { text: text.slice(start, end), events: ids, begins, ...(role !== undefined && { role }) };
  });
}
