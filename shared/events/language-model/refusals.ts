/** Why an event of a model's answer was not taken. */
export const REFUSALS = [
  'malformed',
  'sentence-not-in-text',
  'trigger-not-in-sentence',
  'date-not-in-sentence',
  'date-differs',
  'title-too-long',
  'title-not-in-sentence',
] as const;
