/**
 * The pair model's weights, in the order of FEATURES. Written by `npx tsx bench/merging/train.ts --corpus DIR --write`: a logistic regression that
 * tells pairs of mentions of one day from pairs of days apart, over articles of bpoil, h1n1, libyawar, mj (Timeline17).
 */
export const WEIGHTS: readonly number[] = [
  3.69, // title likeness
  2.28, // context likeness
  0.15, // context shared
  0.14, // names alike
  -0.06, // no name shared
  0.09, // same trigger
  0.21, // same everyday trigger
  0.39, // trigger class shared
  -0.03, // trigger in the other’s title
  -0.03, // trigger class in the other’s title
  0.2, // same trigger, names alike
  1.03, // trigger class shared, names alike
  1.12, // same kind of trigger, context likeness
  2.5, // same trigger, its mentions lie on these days
  2.5, // related trigger, its mentions lie on these days
  -0.31, // figure shared
  -0.2, // figures differ
  0.1, // both report speech
  0.09, // one reports speech
];
export const BIAS = -0.17;
