import { isReporting } from './lexicon/attitudes.ts';
import { eventNounStrength } from './lexicon/event-nouns.ts';
import type { ArticleContext, Mention } from './mentions.ts';

const round = (x: number): number => Math.round(Math.max(0, Math.min(1, x)) * 100) / 100;

/** 0…1: the chance that date, modality and event are right. */
export function confidenceOf(mention: Mention): number {
  let p = mention.strength;
  if (mention.timex.explicit) p += 0.05;
  if (mention.modality !== 'asserted') p -= 0.1;
  return round(p);
}

/** 0…1, a first weight: explicit dates, a place early in the article, strong event words, known names. */
export function importanceOf(mention: Mention, context: ArticleContext, names: number): number {
  let w = 0.3;
  if (mention.timex.explicit) w += 0.12;
  w += 0.2 * (1 - mention.sentence.start / Math.max(1, context.text.length));
  if (mention.isNoun && eventNounStrength(mention.lemma) === 2) w += 0.08;
  if (isReporting(mention.lemma)) w -= 0.12;
  w += Math.min(0.15, names * 0.05);
  if (mention.modality !== 'asserted') w -= 0.05;
  return round(w);
}
