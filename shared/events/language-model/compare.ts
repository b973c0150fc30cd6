import type { TimelineEvent } from '../event.ts';

/** One event by the rules and by the model; either may be missing. */
export interface Compared {
  /** Ids of the two events. */
  readonly rules?: string;
  readonly model?: string;
  /** Fields in which both differ. */
  readonly differs?: readonly ('date' | 'modality' | 'title')[];
}

/** Pairs the events of two extractions by sentence and trigger, in the order of the first; events found only by the second come last. */
export function compareReadings(rules: readonly TimelineEvent[], model: readonly TimelineEvent[]): readonly Compared[] {
  const left = new Set(model);
  const pairs = rules.map((one): Compared => {
    const other = [...left].find((candidate) => isSame(one, candidate));
    if (other === undefined) return { rules: one.id };
    left.delete(other);
    const differs = [
      ...(one.date.edtf === other.date.edtf ? [] : (['date'] as const)),
      ...(one.modality === other.modality ? [] : (['modality'] as const)),
      ...(one.title === other.title ? [] : (['title'] as const)),
    ];
    return { rules: one.id, model: other.id, differs };
  });
  return [...pairs, ...[...left].map(({ id }): Compared => ({ model: id }))];
}

const isSame = (a: TimelineEvent, b: TimelineEvent): boolean =>
  a.evidence.some(({ trigger }) =>
    b.evidence.some((other) => trigger.start < other.trigger.end && other.trigger.start < trigger.end),
  );
