import { isReporting } from '../lexicon/factuality-verbs.ts';
import type { Mention } from './mention.ts';

const round = (x: number): number => Math.round(Math.max(0, Math.min(1, x)) * 100) / 100;

/**
 * 0…1: the chance that date, modality and event are right. Starts from what events of all kinds come to on annotated articles (six in seven) and
 * goes up or down by what was right oftener or less often there; bench/extraction/calibration.ts shows how often each bin is right.
 */
export function confidenceOf(mention: Mention): number {
  const { strength, date, title, lemma, modality, isNoun, timex, trigger, sentence, stems, also } = mention;
  const carried = timex.start < sentence.start;
  const apart = Math.abs(trigger.start - timex.start);
  let p = 0.86;
  if (carried) p -= 0.34;
  else {
    p += (strength - 0.75) * 0.15;
    if (apart > 80) p -= 0.14;
    else if (apart > 40) p -= 0.04;
  }
  if (/^(?:He|She|It|They|This|That|There|These|We|I|You)\b/.test(title)) p -= 0.14;
  if (stems.size <= 3) p -= 0.07;
  else if (stems.size >= 5) p += 0.05;
  if (modality !== 'asserted') p -= 0.09;
  if (timex.type === 'TIME') p -= 0.16;
  if (date.precision === 'interval' || date.precision === 'quarter') p -= 0.06;
  else if (date.precision === 'month') p += 0.05;
  if (isReporting(lemma) && !isNoun) p -= 0.08;
  if (also.length > 0) p += 0.04;
  return round(Math.max(0.05, Math.min(0.97, p)));
}
