/**
 * The pair model's weights, in the order of FEATURES. Written by `npx tsx bench/merging/train.ts --corpus DIR --write`: a logistic regression that
 * tells pairs of mentions of one day from pairs of days apart, over articles of bpoil, h1n1, libyawar, mj (Timeline17).
 */
export const WEIGHTS: readonly number[] = [
  2.26, // title likeness
  2.51, // context likeness
  0.1, // context shared
  0.15, // names alike
  -0.09, // no name shared
  0.04, // same trigger
  0.09, // same everyday trigger
  0.33, // trigger class shared
  -0.17, // trigger in the other’s title
  -0.16, // trigger class in the other’s title
  0.79, // same trigger, names alike
  1.18, // trigger class shared, names alike
  1.09, // same kind of trigger, context likeness
  2.5, // same trigger, its mentions lie on these days
  2.5, // related trigger, its mentions lie on these days
  -0.38, // figure shared
  -0.3, // figures differ
  0.13, // both report speech
  0.09, // one reports speech
];
export const BIAS = -0.15;
