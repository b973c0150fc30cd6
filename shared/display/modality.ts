import type { Modality } from '../events/event.ts';

/** How a modality is called on the page; an asserted event needs no word. */
export const MODALITY_WORDS: Readonly<Record<Modality, string>> = {
  asserted: 'Reported',
  planned: 'Planned',
  predicted: 'Predicted',
  hypothetical: 'Hypothetical',
  negated: 'Denied',
};

/** The word of what is not plainly told, to stand after a date: ` · planned`; empty for what is. */
export const modalityNote = (modality: Modality): string =>
  modality === 'asserted' ? '' : ` · ${MODALITY_WORDS[modality].toLowerCase()}`;

/** What the modality means, for a reader who has never seen the word. */
export const MODALITY_MEANINGS: Readonly<Record<Modality, string>> = {
  asserted: 'told as having happened',
  planned: 'announced or scheduled',
  predicted: 'somebody expects it',
  hypothetical: 'imagined; it did not happen, or need not have',
  negated: 'told as not having happened',
};
