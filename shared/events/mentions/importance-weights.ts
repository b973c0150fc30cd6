/**
 * Weights of importance, in the order of IMPORTANCE_FEATURES. Written by `npx tsx bench/merging/train-importance.ts --corpus DIR --timelines DIR --write`: a
 * logistic regression over events of annotated articles and of Timeline17.
 */
export const IMPORTANCE_WEIGHTS: readonly number[] = [
  0.16, // how early in the article
  0.12, // in the first paragraphs
  0.8, // words of the headline
  0.89, // on the day of writing or the day before
  0.97, // in the week before
  1.57, // in the two months before
  -0.03, // in an earlier year
  1.03, // still to come
  0.07, // the event is a noun of events
  0.16, // a noun of events in the title
  -0.19, // somebody says something
  -0.77, // a state
  -0.02, // people and places named
  0.05, // a figure in the title
  -0.24, // no fact
  -0.36, // dated to the day
  -1.89, // dated to a year or wider
  0.46, // told in several sentences
  -1.34, // begins with a pronoun
  0.58, // few words
  2.15, // how sure event and date are
  0.15, // length of the title
  -0.18, // a place named
];
export const IMPORTANCE_BIAS = -2.5;
