/**
 * The pair model's weights, in the order of FEATURES. Written by `npx tsx bench/merging/train.ts --corpus DIR --write`: a logistic regression that
 * tells pairs of mentions of one day from pairs of days apart, over articles of bpoil, h1n1, libyawar, mj (Timeline17).
 */
export const WEIGHTS: readonly number[] = [
  3.13, // title likeness
  2.42, // context likeness
  0.17, // context shared
  0.06, // names alike
  -0.11, // no name shared
  0.05, // same trigger
  0.04, // same everyday trigger
  0.23, // trigger class shared
  -0.32, // trigger in the other’s title
  -0.12, // trigger class in the other’s title
  0.21, // same trigger, names alike
  0.81, // trigger class shared, names alike
  1.85, // same kind of trigger, context likeness
  2.5, // same trigger, its mentions lie on these days
  2.5, // related trigger, its mentions lie on these days
  -0.17, // figure shared
  -0.28, // figures differ
  0.18, // both report speech
  0.1, // one reports speech
];
export const BIAS = -0.16;
