/**
 * The pair model's weights, in the order of FEATURES. Written by `npx tsx bench/merging/train.ts --corpus DIR --write`: a logistic regression that
 * tells pairs of mentions of one day from pairs of days apart, over articles of bpoil, h1n1, libyawar, mj (Timeline17).
 */
export const WEIGHTS: readonly number[] = [
  2.66, // title likeness
  2.46, // context likeness
  0.16, // context shared
  0.17, // names alike
  -0.06, // no name shared
  0.13, // same trigger
  0.15, // same everyday trigger
  0.27, // trigger class shared
  -0.14, // trigger in the other’s title
  -0.18, // trigger class in the other’s title
  0.38, // same trigger, names alike
  1.33, // trigger class shared, names alike
  1.24, // same kind of trigger, context likeness
  2.5, // same trigger, its mentions lie on these days
  2.5, // related trigger, its mentions lie on these days
  -0.13, // figure shared
  -0.28, // figures differ
  0.15, // both report speech
  0.02, // one reports speech
];
export const BIAS = -0.15;
