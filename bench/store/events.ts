import type { IndexedEvent } from '../../shared/store/event-payload.ts';
import type { Precision } from '../../shared/time/date-span.ts';
import { dayNumber, dayNumberOf, daysInMonth, isoDay } from '../../shared/time/day.ts';
import { seeded } from '../random.ts';

const SYLLABLES = 'ba ren to mi sel or ka dun vi la ster no pe gra hil ton ve ri cor an di mas el fo ru'.split(' ');
/** Words of varying frequency, long enough that text is not all repetition. */
const WORDS = Array.from({ length: 4000 }, (_, i) => {
  const next = seeded(i + 1);
  return Array.from(
    { length: 1 + Math.floor(next() * 3) },
    () => SYLLABLES[Math.floor(next() * SYLLABLES.length)],
  ).join('');
});

/** How often dates of each precision come in dated news and history. */
const MIX: readonly (readonly [Precision, number])[] = [
  ['day', 0.55],
  ['month', 0.12],
  ['year', 0.18],
  ['part', 0.04],
  ['week', 0.02],
  ['season', 0.02],
  ['interval', 0.04],
  ['decade', 0.02],
  ['century', 0.01],
];

/** Merge buckets as the builder makes them: of a year, of a month where a year has more than a hundred events. */
const bucketOf = (day: string, count: number): string => day.slice(0, count > 20_000 ? 7 : 4).padEnd(11, '-');

/** Events as lists hold them: five facets each, a sentence of evidence of about 180 characters. */
export function* benchEvents(count: number, seed = 7): Generator<IndexedEvent> {
  const next = seeded(seed);
  // The commonest of n things comes about ten times as often as the tenth.
  const zipf = (n: number) => Math.min(n - 1, Math.floor(n ** next() - 1));
  const words = (n: number) => Array.from({ length: n }, () => WORDS[zipf(WORDS.length)] ?? '').join(' ');
  for (let i = 0; i < count; i++) {
    const { start, end, precision } = aDate(next);
    const people = [zipf(2000), zipf(2000) + 2000];
    const sentence = `${words(26)}.`;
    const title = words(8);
    const [from, to] = [isoDay(start), isoDay(end)];
    yield {
      id: `${bucketOf(from, count)}${String(i).padStart(11, '0')}`,
      collection: 'main',
      title: title.slice(0, 90),
      date: {
        start: from,
        end: to,
        edtf: start === end ? from : `${from}/${to}`,
        precision,
        approximate: false,
        basis: 'stated',
        text: from,
        display: from,
      },
      modality: next() < 0.85 ? 'asserted' : 'predicted',
      entities: people.map((n) => ({ id: `entity-${n}`, name: `Entity ${WORDS[n]}`, kind: 'organization' })),
      keywords: [`k${zipf(3000)}`, `l${zipf(3000)}`],
      importance: Math.round(next() * 1000) / 1000,
      confidence: 0.8,
      mentions: 1,
      sources: [`source${zipf(50)}.example`],
      otherDates: [],
      evidence: [
        {
          articleId: `article-${Math.floor(next() * 1e9)}`,
          url: `https://source.example/${Math.floor(next() * 1e9)}`,
          publishedAt: '2026-01-01',
          sentence,
          start: 1032,
          end: 1032 + sentence.length,
          trigger: { text: sentence.slice(0, 7), start: 1040, end: 1047 },
          timex: { text: from, start: 1104, end: 1114, type: 'DATE', value: from },
        },
      ],
      tags: [],
      pinned: false,
    };
  }
}

function aDate(next: () => number): { start: number; end: number; precision: Precision } {
  // Half of the events lie in the last thirty years, the rest thins out into two centuries.
  const year = Math.floor(2026 - (next() < 0.5 ? next() * 30 : 30 + 170 * next() ** 2));
  const dice = next();
  const precision =
    MIX.find((_, i) => dice < MIX.slice(0, i + 1).reduce((sum, [, share]) => sum + share, 0))?.[0] ?? 'day';
  const month = 1 + Math.floor(next() * 12);
  const day = dayNumberOf(year, month, 1 + Math.floor(next() * daysInMonth(year, month)));
  const between = (a: string, b: string) => ({ start: dayNumber(a), end: dayNumber(b), precision });
  switch (precision) {
    case 'day':
      return { start: day, end: day, precision };
    case 'week':
      return { start: day - 6, end: day, precision };
    case 'month': {
      const first = dayNumberOf(year, month, 1);
      return { start: first, end: first + daysInMonth(year, month) - 1, precision };
    }
    case 'part':
      return between(`${year}-05-01`, `${year}-08-31`);
    case 'season':
      return between(`${year}-06-01`, `${year}-08-31`);
    case 'interval':
      return { start: day, end: day + Math.floor(next() * 2000), precision };
    case 'decade':
      return between(`${year - (year % 10)}-01-01`, `${year - (year % 10) + 9}-12-31`);
    case 'century':
      return between(`${year - (year % 100)}-01-01`, `${year - (year % 100) + 99}-12-31`);
    default:
      return between(`${year}-01-01`, `${year}-12-31`);
  }
}
