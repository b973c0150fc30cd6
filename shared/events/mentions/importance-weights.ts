/**
 * Weights of importance, in the order of IMPORTANCE_FEATURES. Written by `npx tsx bench/merging/train-importance.ts --corpus DIR --timelines DIR --write`: a
 * logistic regression over events of annotated articles and of Timeline17.
 */
export const IMPORTANCE_WEIGHTS: readonly number[] = [
  0.11, // how early in the article
  0.14, // in the first paragraphs
  0.65, // words of the headline
  0.94, // on the day of writing or the day before
  0.85, // in the week before
  1.7, // in the two months before
  0.02, // in an earlier year
  1.11, // still to come
  0.41, // the event is a noun of events
  0.2, // a noun of events in the title
  -0.13, // somebody says something
  -0.64, // a state
  -0.01, // people and places named
  -0.09, // a figure in the title
  -0.23, // no fact
  -0.51, // dated to the day
  -1.83, // dated to a year or wider
  0.36, // told in several sentences
  -1.09, // begins with a pronoun
  0.74, // few words
  2.91, // how sure event and date are
  0.34, // length of the title
  -0.29, // a place named
];
export const IMPORTANCE_BIAS = -3.27;
