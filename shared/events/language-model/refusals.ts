/** Reasons for rejecting an event of a model's answer. */
export const REFUSALS = [
  'malformed',
  'sentence-not-in-text',
  'trigger-not-in-sentence',
  'date-not-in-sentence',
  'date-differs',
  'title-too-long',
  'title-not-in-sentence',
] as const;
