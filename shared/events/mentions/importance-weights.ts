/**
 * Weights of importance, in the order of IMPORTANCE_FEATURES. Written by `npx tsx bench/merging/train-importance.ts --corpus DIR --timelines DIR --write`: a
 * logistic regression over events of annotated articles and of Timeline17.
 */
export const IMPORTANCE_WEIGHTS: readonly number[] = [
  0.19, // how early in the article
  0.03, // in the first paragraphs
  0.44, // words of the headline
  0.94, // on the day of writing or the day before
  0.88, // in the week before
  1.5, // in the two months before
  0.21, // in an earlier year
  1.19, // still to come
  0.56, // the event is a noun of events
  0.08, // a noun of events in the title
  -0.13, // somebody says something
  -0.88, // a state
  -0.13, // people and places named
  -0.05, // a figure in the title
  -0.26, // no fact
  -0.66, // dated to the day
  -2.34, // dated to a year or wider
  0.85, // told in several sentences
  -0.39, // begins with a pronoun
  0.4, // few words
  2.76, // how sure event and date are
  0.66, // length of the title
  -0.17, // a place named
];
export const IMPORTANCE_BIAS = -3.21;
