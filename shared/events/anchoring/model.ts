import { ANCHOR_WEIGHTS } from './anchor-weights.ts';
import { type LinearModel, packModels, unpackModels } from './linear-model.ts';

/** What was learned for extraction. */
export interface ExtractionModels {
  /** Which date phrase dates which event. */
  readonly anchor: LinearModel;
  /** Whether an event comes out of what a phrase dates. */
  readonly event: LinearModel;
  /** Whether a date goes on to the event of a later sentence. */
  readonly carry: LinearModel;
  /** Confidence from the probability of an event, see `onCurve`. */
  readonly curve: LinearModel;
  /** Least confidence of an event that comes out. */
  readonly emitFrom: number;
}

/** F1 in cross-validation is flat from 0.35 to 0.45 (bench/extraction/train-anchors.ts prints it): lower finds more, higher errs less. */
const EMIT_FROM = 0.4;

/** Models as training makes them. */
export type TrainedModels = Omit<ExtractionModels, 'emitFrom'>;

/** The text of the table of weights. */
export const packAnchoring = ({ anchor, event, carry, curve }: TrainedModels): string =>
  packModels([anchor, event, carry, curve]);

/** Reads what `packAnchoring` packed. */
export function unpackAnchoring(packed: string): TrainedModels {
  const [anchor, event, carry, curve] = unpackModels(packed);
  if (!(anchor && event && carry && curve)) throw new RangeError('four models are expected');
  return { anchor, event, carry, curve };
}

let shipped: ExtractionModels | undefined;

/** The models of this version, unpacked at first use. */
export const shippedModels = (): ExtractionModels => {
  shipped ??= { ...unpackAnchoring(ANCHOR_WEIGHTS), emitFrom: EMIT_FROM };
  return shipped;
};
