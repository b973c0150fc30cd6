/** Values of `W.Reference` words. */
export const REFERENCES = ['PRESENT_REF', 'PAST_REF', 'FUTURE_REF'] as const;
export const Present = 0;
export const Past = 1;
export const Future = 2;
