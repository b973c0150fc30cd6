import type { TimelineEvent } from '../../shared/events/event.ts';
import type { PreparedArticle } from '../../shared/events/extract.ts';
import { pairsOfSentence, readAnchor } from '../../shared/events/mentions/mention.ts';
import { coversTrigger, type GoldArticle, type GoldEvent, matchEvents, sameDays } from './gold.ts';

/** Counts of errors by class: of gold events that were missed, and of events that the gold does not have. */
export type ErrorCounts = Map<string, number>;

const add = (counts: ErrorCounts, name: string): void => void counts.set(name, (counts.get(name) ?? 0) + 1);

/** Adds the errors of one article, each with its class; calls `show` for each. */
export function countErrors(
  counts: ErrorCounts,
  { article, events: gold }: GoldArticle,
  { context, sentences }: PreparedArticle,
  events: readonly TimelineEvent[],
  show: (kind: string, text: string) => void,
): void {
  const matched = matchEvents(events, gold);
  const found = new Set(matched.values());
  for (const one of gold) {
    const kind = kindOfGold(one, { context, sentences });
    const where = events.filter((event) => coversTrigger(event, one));
    const state = found.has(one)
      ? 'found'
      : where.some((event) => sameDays(one, event.date))
        ? 'missed: another event of its date and sentence was found'
        : where.some((event) => !matched.has(event))
          ? 'missed: its sentence has a spurious event of another date'
          : where.length > 0
            ? 'missed: its sentence has right events of other dates'
            : 'missed: its sentence has none';
    add(counts, `gold, ${kind}, ${state}`);
    if (!found.has(one))
      show(`MISS ${kind} | ${state}`, `${one.trigger} ${one.start}/${one.end}\t${sentenceAt(one.triggerStart)}`);
  }
  for (const event of events) {
    if (matched.has(event) || event.date.basis === 'published') continue;
    const here = gold.filter((one) => coversTrigger(event, one));
    const again = gold.filter((one) => sameDays(one, event.date));
    const told = again.find((one) => {
      const text = event.evidence.map(({ sentence }) => sentence.toLowerCase()).join(' ');
      return (
        !here.includes(one) &&
        one.keywords.filter((word) => text.includes(word.toLowerCase())).length * 2 >= one.keywords.length
      );
    });
    const kind = here.some((one) => sameDays(one, event.date))
      ? 'one more of a gold date of its sentence'
      : here.length > 0
        ? 'gold has other dates in its sentence'
        : told
          ? 'tells again of a gold event'
          : 'gold has nothing in its sentence';
    add(counts, `spurious, ${event.date.basis}, ${kind}`);
    show(
      `SPUR ${event.date.basis} | ${kind}`,
      `${event.evidence[0]?.trigger.text} ${event.date.edtf} ${event.confidence}\t${event.evidence[0]?.sentence}`,
    );
  }
  function sentenceAt(offset: number): string {
    const found = sentences.find(({ sentence }) => sentence.start <= offset && offset < sentence.end);
    return found ? article.text.slice(found.sentence.start, found.sentence.end) : '';
  }
}

/** Where the date of a gold event can come from. */
function kindOfGold(one: GoldEvent, { context, sentences }: Omit<PreparedArticle, 'extraction'>): string {
  const at = sentences.findIndex(
    ({ sentence }) => sentence.start <= one.triggerStart && one.triggerStart < sentence.end,
  );
  const story = sentences[at];
  if (!story) return 'no sentence';
  const datesOf = (k: number): { start: string; end: string }[] => {
    const { sentence, earlier, timexes, position } = sentences[k] as (typeof sentences)[number];
    if (timexes.length === 0) return [];
    const read = pairsOfSentence(context, sentence, earlier, timexes, position, true);
    return (read?.pairs.flat() ?? []).flatMap(
      (pair) => readAnchor(context, (read as NonNullable<typeof read>).view, pair.anchor)?.date ?? [],
    );
  };
  const own = datesOf(at);
  if (own.some((date) => sameDays(one, date))) return 'own date';
  for (let k = at - 1; k >= 0; k--)
    if (datesOf(k).some((date) => sameDays(one, date)))
      return own.length > 0 ? 'earlier date, own ones too' : `earlier date`;
  if (own.length > 0) return 'only other dates in its sentence';
  return 'no date';
}
