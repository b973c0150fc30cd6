/**
 * The pair model's weights, in the order of FEATURES. Written by `npx tsx bench/merging/train.ts --corpus DIR --write`: a logistic regression that
 * tells pairs of mentions of one day from pairs of days apart, over articles of bpoil, h1n1, libyawar, mj (Timeline17).
 */
export const WEIGHTS: readonly number[] = [
  2.82, // title likeness
  2.02, // context likeness
  0.21, // context shared
  0.26, // names alike
  -0.08, // no name shared
  0.04, // same trigger
  0.03, // same everyday trigger
  0.27, // trigger class shared
  -0.25, // trigger in the other’s title
  -0.19, // trigger class in the other’s title
  0.51, // same trigger, names alike
  0.49, // trigger class shared, names alike
  0.82, // same kind of trigger, context likeness
  2.5, // same trigger, its mentions lie on these days
  2.5, // related trigger, its mentions lie on these days
  -0.35, // figure shared
  -0.28, // figures differ
  0.12, // both report speech
  0.04, // one reports speech
];
export const BIAS = -0.14;
