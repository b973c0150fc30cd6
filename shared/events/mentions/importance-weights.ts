/**
 * Weights of importance, in the order of IMPORTANCE_FEATURES. Written by `npx tsx bench/merging/train-importance.ts --corpus DIR --timelines DIR --write`: a
 * logistic regression over events of annotated articles and of Timeline17.
 */
export const IMPORTANCE_WEIGHTS: readonly number[] = [
  0.41, // how early in the article
  -0.09, // in the first paragraphs
  0.37, // words of the headline
  1.04, // on the day of writing or the day before
  1.09, // in the week before
  2.01, // in the two months before
  -0.12, // in an earlier year
  0.77, // still to come
  0.13, // the event is a noun of events
  0.27, // a noun of events in the title
  0.06, // somebody says something
  -0.43, // a state
  -0.13, // people and places named
  0.07, // a figure in the title
  0.13, // no fact
  -0.38, // dated to the day
  -1.8, // dated to a year or wider
  0.19, // told in several sentences
  -0.33, // begins with a pronoun
  0.05, // few words
];
export const IMPORTANCE_BIAS = -0.89;
