/**
 * The pair model's weights, in the order of FEATURES. Written by `npx tsx bench/merging/train.ts --corpus DIR --write`: a logistic regression that
 * tells pairs of mentions of one day from pairs of days apart, over articles of bpoil, h1n1, libyawar, mj (Timeline17).
 */
export const WEIGHTS: readonly number[] = [
  2.88, // title likeness
  1.82, // context likeness
  0.17, // context shared
  0.2, // names alike
  -0.09, // no name shared
  -0.01, // same trigger
  0.08, // same everyday trigger
  0.2, // trigger class shared
  -0.09, // trigger in the other’s title
  -0.13, // trigger class in the other’s title
  0.3, // same trigger, names alike
  0.66, // trigger class shared, names alike
  1.42, // same kind of trigger, context likeness
  2.5, // same trigger, its mentions lie on these days
  2.5, // related trigger, its mentions lie on these days
  -0.13, // figure shared
  -0.26, // figures differ
  0.1, // both report speech
  0.05, // one reports speech
  1.45, // same kind of trigger, a title has no other word
];
export const BIAS = -0.13;
