/**
 * Calibration of confidence: events of articles with gold events, binned by confidence, and the share of each bin that is right.
 *
 * Usage: npx tsx bench/extraction/calibration.ts --articles ARTICLES.jsonl --gold GOLD.jsonl
 * Right means: a piece of evidence covers the gold trigger, the days agree (within a quarter of the gold's length at each end where it is
 * wider than a day), and so does the modality.
 */
import { readFileSync } from 'node:fs';
import type { TimelineEvent } from '../../shared/events/event.ts';
import { extractEvents } from '../../shared/events/extract.ts';
import { dayNumber } from '../../shared/time/day.ts';

interface Gold {
  readonly start: string;
  readonly end: string;
  readonly modality: string;
  readonly triggerStart: number;
}
const argument = (name: string): string => process.argv[process.argv.indexOf(name) + 1] ?? '';
const lines = <T>(file: string): T[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T);

const gold = new Map(lines<{ id: string; events: Gold[] }>(argument('--gold')).map(({ id, events }) => [id, events]));
const bins = Array.from({ length: 10 }, () => ({ events: 0, right: 0, confidence: 0 }));

const isRight = (event: TimelineEvent, one: Gold): boolean => {
  const length = dayNumber(one.end) - dayNumber(one.start);
  const slack = length > 0 ? Math.ceil((length + 1) / 4) : 0;
  return (
    event.modality === one.modality &&
    Math.abs(dayNumber(event.date.start) - dayNumber(one.start)) <= slack &&
    Math.abs(dayNumber(event.date.end) - dayNumber(one.end)) <= slack &&
    event.evidence.some(({ start, end }) => start <= one.triggerStart && one.triggerStart < end)
  );
};

for (const article of lines<{ id: string; text: string; publishedAt: string }>(argument('--articles'))) {
  const open = [...(gold.get(article.id) ?? [])];
  for (const event of [...extractEvents(article).events].sort((a, b) => b.confidence - a.confidence)) {
    const bin = bins[Math.min(9, Math.floor(event.confidence * 10))] as (typeof bins)[number];
    bin.events++;
    bin.confidence += event.confidence;
    const at = open.findIndex((one) => isRight(event, one));
    if (at < 0) continue;
    bin.right++;
    open.splice(at, 1);
  }
}
bins.forEach(({ events, right, confidence }, i) => {
  if (events > 0)
    console.log(
      `${(i / 10).toFixed(1)}…${((i + 1) / 10).toFixed(1)}: ${events} events, mean confidence ${(confidence / events).toFixed(2)}, right ${((100 * right) / events).toFixed(0)} %`,
    );
});
