/**
 * The pair model's weights, in the order of FEATURES. Written by `npx tsx bench/merging/train.ts --corpus DIR --write`: a logistic regression that
 * tells pairs of mentions of one day from pairs of days apart, over articles of bpoil, h1n1, libyawar, mj (Timeline17).
 */
export const WEIGHTS: readonly number[] = [
  2.57, // title likeness
  2.29, // context likeness
  0.18, // context shared
  0.14, // names alike
  -0.05, // no name shared
  0.12, // same trigger
  0.69, // same everyday trigger
  0.26, // trigger class shared
  -0.17, // trigger in the other’s title
  -0.1, // trigger class in the other’s title
  0.49, // same trigger, names alike
  0.89, // trigger class shared, names alike
  0.56, // same kind of trigger, context likeness
  2.5, // same trigger, its mentions lie on these days
  2.5, // related trigger, its mentions lie on these days
  -0.36, // figure shared
  -0.27, // figures differ
  0.14, // both report speech
  0.02, // one reports speech
];
export const BIAS = -0.15;
