import { isReporting } from './lexicon/attitudes.ts';
import { eventNounStrength } from './lexicon/event-nouns.ts';
import type { Mention } from './mentions.ts';
import type { ArticleContext } from './read-sentence.ts';

const round = (x: number): number => Math.round(Math.max(0, Math.min(1, x)) * 100) / 100;

/** Verbs that say how things are; what they date is often a description and no event. */
const STATES = new Set('be have remain seem appear stay continue include compare stand hold own know'.split(' '));

/**
 * 0…1: the chance that date, modality and event are right. Starts from four in five, what events of all kinds come to on annotated
 * articles, and goes up or down by what makes attachment sure or doubtful; the benchmark shows how often each bin is right.
 */
export function confidenceOf(mention: Mention): number {
  const { strength, date, title, lemma, modality, isNoun, timex, sentence, stems, also } = mention;
  let p = 0.8 + (strength - 0.75) * 0.6;
  if (STATES.has(lemma)) p -= 0.08;
  if (stems.size <= 2) p -= 0.12;
  else if (stems.size >= 5) p += 0.04;
  if (/^(?:He|She|It|They|This|That|There|These|We|I|You)\b/.test(title)) p -= 0.06;
  if (/^\p{Ll}/u.test(title) || /\d[.,]?$/.test(title)) p -= 0.04;
  if (modality !== 'asserted') p -= 0.12;
  if (isReporting(lemma) && !isNoun) p -= 0.04;
  if (date.precision === 'day' && !isNoun) p += 0.04;
  if (isNoun && date.precision === 'year') p -= 0.08;
  if (timex.type === 'DURATION') p -= 0.06;
  if (sentence.end - sentence.start > 320) p -= 0.08;
  if (also.length > 0) p += 0.06;
  return round(Math.max(0.05, Math.min(0.97, p)));
}

/** 0…1, a first weight: explicit dates, a place early in the article, strong event words, known names, being told more than once. */
export function importanceOf(mention: Mention, context: ArticleContext, names: number): number {
  let w = 0.3;
  if (mention.timex.explicit) w += 0.12;
  w += 0.2 * (1 - mention.sentence.start / Math.max(1, context.text.length));
  if (mention.isNoun && eventNounStrength(mention.lemma) === 2) w += 0.08;
  if ([...mention.stems].some((word) => eventNounStrength(word) === 2)) w += 0.04;
  if (isReporting(mention.lemma)) w -= 0.12;
  if (STATES.has(mention.lemma)) w -= 0.08;
  w += Math.min(0.15, names * 0.05);
  w += Math.min(0.12, mention.also.length * 0.06);
  if (mention.modality !== 'asserted') w -= 0.05;
  return round(w);
}
