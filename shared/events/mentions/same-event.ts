import { eventNounStrength } from '../lexicon/event-nouns.ts';
import { stem } from '../stem.ts';
import type { ArticleMention } from './article-mention.ts';

const SURENESS: Readonly<Record<ArticleMention['modality'], number>> = {
  asserted: 0,
  planned: 1,
  predicted: 2,
  negated: 3,
  hypothetical: 4,
};

/**
 * Joins mentions of one event in one article: the same days, and the same trigger, or one's noun in the other's title
 * ("attended a memorial service" and "the service"). The more certain mention gives the title, and both give evidence;
 * two with different certainty stay separate.
 */
export function joinMentions(mentions: readonly ArticleMention[]): ArticleMention[] {
  const kept: { best: ArticleMention; also: ArticleMention[] }[] = [];
  const byDate = new Map<string, number[]>();
  for (const mention of mentions) {
    const key = `${mention.date.start}/${mention.date.end}`;
    const same = byDate.get(key) ?? [];
    const at = same
      .slice(-MOST_COMPARED)
      .find((index) => isSame((kept[index] as { best: ArticleMention }).best, mention));
    if (at === undefined) {
      same.push(kept.length);
      byDate.set(key, same);
      kept.push({ best: mention, also: [] });
      continue;
    }
    const event = kept[at] as { best: ArticleMention; also: ArticleMention[] };
    const better = event.best.confidence + 0.1 < mention.confidence && mention.title.length > 20 && !mention.isNoun;
    const other = better ? event.best : mention;
    if (better) event.best = mention;
    if (event.also.length < MOST_EVIDENCE) event.also.push(other);
  }
  return kept.map(({ best, also }) => (also.length === 0 ? best : { ...best, also }));
}

/** Events of one date that a new mention is compared with, latest first; keeps a text of one repeated sentence linear. */
const MOST_COMPARED = 40;
/** Further sentences kept as evidence of one event in one article. */
const MOST_EVIDENCE = 20;

function isSame(a: ArticleMention, b: ArticleMention): boolean {
  if (a.trigger.start === b.trigger.start) return true;
  if (a.modality !== b.modality && SURENESS[a.modality] + SURENESS[b.modality] > 0) return false;
  const common = overlap(a.stems, b.stems);
  if (a.isNoun !== b.isNoun) {
    const noun = stem(a.isNoun ? a.lemma : b.lemma);
    const other = a.isNoun ? b : a;
    return other.stems.has(noun) || common >= 0.6;
  }
  // "A blast killed two", "the blast was an accident": the second is about the first
  if (STATES.has(a.lemma) !== STATES.has(b.lemma) && sharedEvent(a.stems, b.stems)) return true;
  return stem(a.lemma) === stem(b.lemma) ? common >= 0.34 : common >= 0.75;
}

const STATES = new Set(['be', 'have', 'remain', 'seem', 'appear', 'last', 'continue']);

const sharedEvent = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => {
  for (const word of a) if (b.has(word) && eventNounStrength(word) === 2) return true;
  return false;
};

/** Share of the smaller title's stems that the other has. */
function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  if (small.size === 0) return 0;
  let common = 0;
  for (const word of small) if (large.has(word)) common++;
  return common / small.size;
}
