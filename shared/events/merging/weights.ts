/**
 * The pair model's weights, in the order of FEATURES. Written by `npx tsx bench/merging/train.ts --corpus DIR --write`: a logistic regression that
 * tells pairs of mentions of one day from pairs of days apart, over articles of bpoil, h1n1, libyawar, mj (Timeline17).
 */
export const WEIGHTS: readonly number[] = [
  3.19, // title likeness
  2.14, // context likeness
  0.18, // context shared
  0.16, // names alike
  -0.07, // no name shared
  0.05, // same trigger
  -0.04, // same everyday trigger
  0.14, // trigger class shared
  -0.04, // trigger in the other’s title
  -0.21, // trigger class in the other’s title
  0.26, // same trigger, names alike
  0.67, // trigger class shared, names alike
  1.27, // same kind of trigger, context likeness
  2.5, // same trigger, its mentions lie on these days
  2.5, // related trigger, its mentions lie on these days
  -0.19, // figure shared
  -0.31, // figures differ
  0.07, // both report speech
  0.02, // one reports speech
  1.6, // same kind of trigger, a title has no other word
];
export const BIAS = -0.13;
