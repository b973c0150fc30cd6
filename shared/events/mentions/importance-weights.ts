/**
 * Weights of importance, in the order of IMPORTANCE_FEATURES. Written by `npx tsx bench/merging/train-importance.ts --corpus DIR --timelines DIR --write`: a
 * logistic regression over events of annotated articles and of Timeline17.
 */
export const IMPORTANCE_WEIGHTS: readonly number[] = [
  0.17, // how early in the article
  0.12, // in the first paragraphs
  0.63, // words of the headline
  0.93, // on the day of writing or the day before
  0.99, // in the week before
  1.55, // in the two months before
  -0.03, // in an earlier year
  0.99, // still to come
  0.2, // the event is a noun of events
  0.16, // a noun of events in the title
  -0.2, // somebody says something
  -0.76, // a state
  -0.03, // people and places named
  -0.0, // a figure in the title
  -0.16, // no fact
  -0.47, // dated to the day
  -1.86, // dated to a year or wider
  0.42, // told in several sentences
  -1.1, // begins with a pronoun
  0.7, // few words
  2.32, // how sure event and date are
  0.33, // length of the title
  -0.18, // a place named
];
export const IMPORTANCE_BIAS = -2.81;
