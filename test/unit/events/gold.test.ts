import type { TimelineEvent } from '../../../shared/events/event.ts';
import { extractEvents } from '../../../shared/events/extract.ts';
import { dayNumber } from '../../../shared/time/day.ts';
import { GOLD, type GoldArticle, type GoldEvent } from './gold-articles.ts';

/** Where a gold trigger stands: `found#2` is its second place as a whole word. */
function triggerStart({ text }: GoldArticle, { trigger }: GoldEvent): number {
  const [word = '', nth = '1'] = trigger.split('#');
  const places = [...text.matchAll(new RegExp(`\\b${word}\\b`, 'g'))];
  const place = places[Number(nth) - 1];
  if (!place) throw new RangeError(`no ${trigger} in the text`);
  return place.index;
}

/** A piece of evidence covers the trigger, and each bound agrees within a quarter of the gold's length. */
function finds(article: GoldArticle, gold: GoldEvent, event: TimelineEvent): boolean {
  const at = triggerStart(article, gold);
  const length = dayNumber(gold.end) - dayNumber(gold.start);
  const slack = length > 0 ? Math.ceil((length + 1) / 4) : 0;
  return (
    event.evidence.some(({ start, end }) => start <= at && at < end) &&
    Math.abs(dayNumber(event.date.start) - dayNumber(gold.start)) <= slack &&
    Math.abs(dayNumber(event.date.end) - dayNumber(gold.end)) <= slack
  );
}

const pairs: { gold: GoldEvent; event: TimelineEvent }[] = [];
const missed: string[] = [];
let predicted = 0;
for (const article of GOLD) {
  const open = [...extractEvents(article).events];
  predicted += open.length;
  for (const gold of article.events) {
    const nearest = open
      .filter((event) => finds(article, gold, event))
      .sort((a, b) => distance(a, article, gold) - distance(b, article, gold))[0];
    if (!nearest) missed.push(`${article.id}: ${gold.trigger}`);
    else {
      pairs.push({ gold, event: nearest });
      open.splice(open.indexOf(nearest), 1);
    }
  }
}

function distance(event: TimelineEvent, article: GoldArticle, gold: GoldEvent): number {
  const at = triggerStart(article, gold);
  return Math.min(...event.evidence.map(({ trigger }) => Math.abs(trigger.start - at)));
}

const total = GOLD.reduce((sum, { events }) => sum + events.length, 0);

describe('articles written for this test and annotated beforehand', () => {
  test('most annotated events are found, and few others', () => {
    const precision = pairs.length / predicted;
    const recall = pairs.length / total;
    expect((200 * precision * recall) / (precision + recall)).toBeGreaterThan(70);
  });

  test('the modality is right, and no hedged event becomes a fact', () => {
    const right = pairs.filter(({ gold, event }) => gold.modality === event.modality);
    expect(right.length / pairs.length).toBeGreaterThan(0.92);
    expect(
      pairs
        .filter(({ gold, event }) => gold.modality !== 'asserted' && event.modality === 'asserted')
        .map(({ gold }) => gold.trigger),
    ).toEqual([]);
  });

  test('titles contain at least half the words of the annotated title', () => {
    const good = pairs.filter(({ gold, event }) => {
      const title = event.title.toLowerCase();
      return gold.keywords.filter((word) => title.includes(word)).length * 2 >= gold.keywords.length;
    });
    expect(good.length / pairs.length).toBeGreaterThan(0.85);
  });
});
