import { stem } from '../../text/stem.ts';
import { isVerbAndItsNoun } from '../lexicon/derived-nouns.ts';
import { eventNounStrength } from '../lexicon/event-nouns.ts';
import { isReporting } from '../lexicon/factuality-verbs.ts';
import { COPULAR } from '../lexicon/state-verbs.ts';
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
export function joinMentions(mentions: readonly ArticleMention[], text: string): ArticleMention[] {
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
  return intoFiner(kept, text).map(({ best, also }) => (also.length === 0 ? best : { ...best, also }));
}

interface JoinedMention {
  readonly best: ArticleMention;
  readonly also: readonly ArticleMention[];
}

/**
 * Joins a mention with a wider date ("the blast", "who died last week", "since the 2009 crash") to the one earlier event that it repeats:
 * the event's days lie within the wider date, its trigger is the same or derived, and its title shares names or content words.
 */
function intoFiner(told: readonly JoinedMention[], text: string): JoinedMention[] {
  if (told.length > MOST_COMPARED) return [...told];
  const finerOf = told.map((wide, i) => {
    if (wide.best.date.precision === 'decade') return undefined;
    const fitting = told.flatMap((one, k) =>
      k !== i && isWithin(one.best, wide.best) && tellsAgain(wide.best, one.best, text) ? [k] : [],
    );
    return fitting.length === 1 ? fitting[0] : undefined;
  });
  // A year's mention may join one of the month that itself joins the day's; each step leads to a finer date, so the chain ends.
  const finestOf = (i: number): number => {
    const finer = finerOf[i];
    return finer === undefined ? i : finestOf(finer);
  };
  return told.flatMap((one, i) => {
    if (finerOf[i] !== undefined) return [];
    const wider = told.filter((_, k) => k !== i && finestOf(k) === i).flatMap(({ best, also }) => [best, ...also]);
    return [wider.length === 0 ? one : { best: one.best, also: [...one.also, ...wider].slice(0, MOST_EVIDENCE) }];
  });
}

const isWithin = (fine: ArticleMention, wide: ArticleMention): boolean =>
  fine.date.start >= wide.date.start &&
  fine.date.end <= wide.date.end &&
  (fine.date.start > wide.date.start || fine.date.end < wide.date.end);

function tellsAgain(wide: ArticleMention, fine: ArticleMention, text: string): boolean {
  if (wide.modality !== fine.modality || wide.sentence.start === fine.sentence.start) return false;
  if (isReporting(wide.lemma) || COPULAR.has(wide.lemma) || !isDerived(wide.lemma, fine.lemma)) return false;
  const [a, b] = [thingsOf(wide), thingsOf(fine)];
  if (a.size === 0 || b.size === 0) {
    const names = namesIn(text, fine);
    return [...namesIn(text, wide)].some((name) => names.has(name));
  }
  return [...a].filter((word) => b.has(word)).length * 2 >= Math.min(a.size, b.size);
}

/** Stems of a mention's title that its trigger is not derived from. */
const thingsOf = ({ stems, lemma }: ArticleMention): Set<string> =>
  new Set([...stems].filter((word) => !isDerived(word, stem(lemma)) && !isDerived(word, lemma)));

/** Words with a capital in a mention's sentence. */
const namesIn = (text: string, { sentence }: ArticleMention): Set<string> =>
  new Set(text.slice(sentence.start + 1, sentence.end).match(/(?<=\s)\p{Lu}[\p{L}]{2,}/gu) ?? []);

/** "explode" and "explosion", "crash" and "crash", "die" and "death". */
function isDerived(a: string, b: string): boolean {
  if (stem(a) === stem(b) || isVerbAndItsNoun(a, b)) return true;
  let same = 0;
  while (same < a.length && a[same] === b[same]) same++;
  return same >= 4 && same >= Math.min(a.length, b.length) - 2;
}

/** Events of one date that a new mention is compared with, latest first; keeps a text of one repeated sentence linear. */
const MOST_COMPARED = 40;
/** Further sentences kept as evidence of one event in one article. */
const MOST_EVIDENCE = 20;

function isSame(a: ArticleMention, b: ArticleMention): boolean {
  if (a.trigger.start === b.trigger.start) return true;
  if (a.modality !== b.modality && SURENESS[a.modality] + SURENESS[b.modality] > 0) return false;
  // "hired ninety welders when it opened a yard": the words of both clauses stand in one title, but each tells an event
  if (a.sentence.start === b.sentence.start && !a.isNoun && !b.isNoun && stem(a.lemma) !== stem(b.lemma)) return false;
  const common = overlap(a.stems, b.stems);
  if (a.isNoun !== b.isNoun) {
    const noun = stem(a.isNoun ? a.lemma : b.lemma);
    const other = a.isNoun ? b : a;
    return other.stems.has(noun) || common >= 0.6;
  }
  // "A blast killed two", "the blast was an accident": the second repeats the first
  if (COPULAR.has(a.lemma) !== COPULAR.has(b.lemma) && sharedEvent(a.stems, b.stems)) return true;
  return stem(a.lemma) === stem(b.lemma) ? common >= 0.34 : common >= 0.75;
}

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
