/**
 * Weights of importance, in the order of IMPORTANCE_FEATURES. Written by `npx tsx bench/merging/train-importance.ts --corpus DIR --timelines DIR --write`: a
 * logistic regression over events of annotated articles and of Timeline17.
 */
export const IMPORTANCE_WEIGHTS: readonly number[] = [
  0.14, // how early in the article
  0.11, // in the first paragraphs
  0.66, // words of the headline
  0.87, // on the day of writing or the day before
  0.95, // in the week before
  1.57, // in the two months before
  -0.03, // in an earlier year
  1.05, // still to come
  0.11, // the event is a noun of events
  0.16, // a noun of events in the title
  -0.22, // somebody says something
  -0.77, // a state
  -0.01, // people and places named
  0.05, // a figure in the title
  -0.26, // no fact
  -0.36, // dated to the day
  -1.88, // dated to a year or wider
  0.44, // told in several sentences
  -1.31, // begins with a pronoun
  0.62, // few words
  2.27, // how sure event and date are
  0.26, // length of the title
  -0.18, // a place named
];
export const IMPORTANCE_BIAS = -2.71;
