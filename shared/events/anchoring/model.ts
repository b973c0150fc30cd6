import { ANCHOR_WEIGHTS, CARRIED_EVENT_WEIGHTS, CARRY_WEIGHTS, EVENT_WEIGHTS } from './anchor-weights.ts';
import { type LinearModel, readModel } from './linear-model.ts';

/** What was learned for extraction. */
export interface ExtractionModels {
  /** Which date phrase dates which event. */
  readonly anchor: LinearModel;
  /** Whether an event comes out of what a phrase dates. */
  readonly event: LinearModel;
  /** Which event of a later sentence a date goes on to. */
  readonly carry: LinearModel;
  /** Whether an event comes out of what a carried date dates. */
  readonly carriedEvent: LinearModel;
  /** Least probability of an event that comes out. */
  readonly emitFrom: number;
}

/** F1 in cross-validation is flat from 0.4 to 0.45 (bench/extraction/train-anchors.ts prints it): lower finds more, higher errs less. */
const EMIT_FROM = 0.43;

let shipped: ExtractionModels | undefined;

/** The models of this version, read at first use. */
export const shippedModels = (): ExtractionModels => {
  shipped ??= {
    anchor: readModel(ANCHOR_WEIGHTS),
    event: readModel(EVENT_WEIGHTS),
    carry: readModel(CARRY_WEIGHTS),
    carriedEvent: readModel(CARRIED_EVENT_WEIGHTS),
    emitFrom: EMIT_FROM,
  };
  return shipped;
};
