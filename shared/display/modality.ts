import type { Modality } from '../events/event.ts';

/** Labels of modalities. */
export const MODALITY_WORDS: Readonly<Record<Modality, string>> = {
  asserted: 'Reported',
  planned: 'Planned',
  predicted: 'Predicted',
  hypothetical: 'Hypothetical',
  negated: 'Denied',
};

/** The label to append to a date: ` · planned`; empty for asserted events. */
export const modalityNote = (modality: Modality): string =>
  modality === 'asserted' ? '' : ` · ${MODALITY_WORDS[modality].toLowerCase()}`;

/** Explains each modality to readers who do not know the term. */
export const MODALITY_MEANINGS: Readonly<Record<Modality, string>> = {
  asserted: 'told as having happened',
  planned: 'announced or scheduled',
  predicted: 'somebody expects it',
  hypothetical: 'imagined; it did not happen, or need not have',
  negated: 'told as not having happened',
};
