/**
 * The pair model's weights, in the order of FEATURES. Written by `npx tsx bench/merging/train.ts --corpus DIR --write`: a logistic regression that
 * tells pairs of mentions of one day from pairs of days apart, over articles of bpoil, h1n1, libyawar, mj (Timeline17).
 */
export const WEIGHTS: readonly number[] = [
  3.38, // title likeness
  2.55, // context likeness
  0.12, // context shared
  0.19, // names alike
  -0.08, // no name shared
  -0.05, // same trigger
  0.3, // same everyday trigger
  0.55, // trigger class shared
  -0.29, // trigger in the other’s title
  -0.11, // trigger class in the other’s title
  0.79, // same trigger, names alike
  0.59, // trigger class shared, names alike
  1.03, // same kind of trigger, context likeness
  2.5, // same trigger, its mentions lie on these days
  2.5, // related trigger, its mentions lie on these days
  -0.02, // figure shared
  -0.31, // figures differ
  0.16, // both report speech
  0.09, // one reports speech
];
export const BIAS = -0.18;
