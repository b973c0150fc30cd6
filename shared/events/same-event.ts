import type { Mention } from './mentions.ts';
import { stem } from './stem.ts';

const SURENESS: Readonly<Record<Mention['modality'], number>> = {
  asserted: 0,
  planned: 1,
  predicted: 2,
  negated: 3,
  hypothetical: 4,
};

/**
 * Mentions in one article that are one event: the same days, and the same trigger or one's noun in the other's title ("attended a memorial
 * service" and "the service"). The plainer one gives the title, both give evidence; two that differ in sureness stay apart.
 */
export function mergeMentions(mentions: readonly Mention[]): Mention[] {
  const kept: Mention[] = [];
  const byDate = new Map<string, number[]>();
  for (const mention of mentions) {
    const key = `${mention.date.start}/${mention.date.end}`;
    const same = byDate.get(key) ?? [];
    const at = same.find((index) => isSame(kept[index] as Mention, mention));
    if (at === undefined) {
      same.push(kept.length);
      byDate.set(key, same);
      kept.push(mention);
    } else {
      const known = kept[at] as Mention;
      const better = known.strength + 0.1 < mention.strength && mention.title.length > 20 && !mention.isNoun;
      kept[at] = better ? { ...mention, also: [known, ...known.also] } : { ...known, also: [...known.also, mention] };
    }
  }
  return kept;
}

function isSame(a: Mention, b: Mention): boolean {
  if (a.trigger.start === b.trigger.start) return true;
  if (a.modality !== b.modality && SURENESS[a.modality] + SURENESS[b.modality] > 0) return false;
  const common = overlap(a.stems, b.stems);
  if (a.isNoun !== b.isNoun) {
    const noun = stem(a.isNoun ? a.lemma : b.lemma);
    const other = a.isNoun ? b : a;
    return other.stems.has(noun) || common >= 0.6;
  }
  return stem(a.lemma) === stem(b.lemma) ? common >= 0.34 : common >= 0.75;
}

/** Share of the smaller title's stems that the other has. */
function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  if (small.size === 0) return 0;
  let common = 0;
  for (const word of small) if (large.has(word)) common++;
  return common / small.size;
}
