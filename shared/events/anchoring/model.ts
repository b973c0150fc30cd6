import { ANCHOR_WEIGHTS } from './anchor-weights.ts';
import { type LinearModel, packModels, unpackModels } from './linear-model.ts';

/** The fitted models of extraction. */
export interface ExtractionModels {
  /** Which date phrase dates which event. */
  readonly anchor: LinearModel;
  /** Whether a pair of phrase and candidate becomes an event. */
  readonly event: LinearModel;
  /** Whether a date carries over to the event of a later sentence. */
  readonly carry: LinearModel;
  /** Confidence from the probability of an event, see `onCurve`. */
  readonly curve: LinearModel;
  /** Lowest confidence of an extracted event. */
  readonly emitFrom: number;
}

/**
 * F1 in cross-validation is flat from 0.35 to 0.45 (bench/extraction/train-anchors.ts prints it): a lower value finds
 * more events, a higher one makes fewer errors.
 */
const EMIT_FROM = 0.4;

/** Models as training makes them. */
export type TrainedModels = Omit<ExtractionModels, 'emitFrom'>;

/** Packs models as text for the table of weights. */
export const packAnchoring = ({ anchor, event, carry, curve }: TrainedModels): string =>
  packModels([anchor, event, carry, curve]);

/** Unpacks the output of `packAnchoring`. */
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
