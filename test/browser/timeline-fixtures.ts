import type { Evidence, Modality, TimelineEvent } from '../../shared/events/event.ts';
import type { Bucket, Overview } from '../../shared/store/store.ts';
import type { Precision } from '../../shared/time/date-span.ts';
import { civilDay, dayNumber, dayNumberOf, isoDay } from '../../shared/time/day.ts';

/** What a test says of an event; the rest is filled in. */
export interface Told {
  readonly id?: string;
  readonly title: string;
  readonly start: string;
  readonly end?: string;
  readonly display: string;
  readonly precision?: Precision;
  readonly approximate?: boolean;
  readonly modality?: Modality;
  readonly sentence?: string;
  readonly trigger?: string;
  readonly timex?: string;
  readonly importance?: number;
  readonly mentions?: number;
  readonly source?: string;
  readonly url?: string;
  readonly entities?: readonly string[];
  readonly attribution?: string;
}

/** A whole event from what a test says of it. */
export function eventOf(told: Told, index = 0): TimelineEvent {
  const source = told.source ?? 'pacific-ledger.example';
  const timexText = told.timex ?? told.display;
  const triggerText = told.trigger ?? told.title.split(' ')[1] ?? told.title;
  const sentence = told.sentence ?? `${told.title}, ${timexText}.`;
  const [trigger, timex] = [sentence.indexOf(triggerText), sentence.indexOf(timexText)];
  const evidence: Evidence = {
    articleId: `article-${index}`,
    url: told.url ?? `https://${source}/story-${index}`,
    publishedAt: '2022-12-12',
    sentence,
    start: 100,
    end: 100 + sentence.length,
    trigger: { text: triggerText, start: 100 + trigger, end: 100 + trigger + triggerText.length },
    timex: {
      text: timexText,
      start: 100 + timex,
      end: 100 + timex + timexText.length,
      type: 'DATE',
      value: told.start,
    },
    ...(told.attribution !== undefined && { attribution: told.attribution }),
  };
  return {
    id: told.id ?? `event-${index}`,
    collection: 'sample',
    title: told.title,
    date: {
      start: told.start,
      end: told.end ?? told.start,
      edtf: told.start,
      precision: told.precision ?? 'day',
      approximate: told.approximate ?? false,
      text: timexText,
      display: told.display,
    },
    modality: told.modality ?? 'asserted',
    entities: (told.entities ?? []).map((name) => ({
      id: name.toLowerCase().replaceAll(' ', '-'),
      name,
      kind: 'organization',
    })),
    keywords: [],
    importance: told.importance ?? 0.5,
    confidence: 0.9,
    mentions: told.mentions ?? 1,
    sources: [source],
    otherDates: [],
    evidence: [evidence],
  };
}

const UNITS: readonly [Overview['zoom'], (day: number) => number, (day: number) => number][] = (() => {
  const years = (step: number): [(day: number) => number, (day: number) => number] => [
    (day) => dayNumberOf(Math.floor(civilDay(day).year / step) * step, 1, 1),
    (day) => dayNumberOf(Math.floor(civilDay(day).year / step) * step + step, 1, 1),
  ];
  const month = (day: number, ahead: number): number => {
    const at = civilDay(day);
    const index = at.year * 12 + at.month - 1 + ahead;
    return dayNumberOf(Math.floor(index / 12), (((index % 12) + 12) % 12) + 1, 1);
  };
  return [
    ['day', (day) => day, (day) => day + 1],
    ['month', (day) => month(day, 0), (day) => month(day, 1)],
    ['year', ...years(1)],
    ['decade', ...years(10)],
    ['century', ...years(100)],
    ['millennium', ...years(1000)],
  ];
})();

/** The overview of a list of events by plain counting: what any pyramid must agree with. */
export function overviewOf(
  events: readonly TimelineEvent[],
  buckets: number,
  window: { from?: string; to?: string } = {},
): Overview {
  const low = window.from === undefined ? Number.NEGATIVE_INFINITY : dayNumber(window.from);
  const high = window.to === undefined ? Number.POSITIVE_INFINITY : dayNumber(window.to);
  const inside = events.filter((e) => dayNumber(e.date.end) >= low && dayNumber(e.date.start) <= high);
  if (inside.length === 0) return { zoom: 'year', buckets: [], total: 0, exact: true };
  const homes = inside.map((event) => ({ event, day: Math.max(dayNumber(event.date.start), low) }));
  let first = homes[0]?.day as number;
  let last = first;
  for (const { day } of homes) {
    first = Math.min(first, day);
    last = Math.max(last, day);
  }
  if (window.from !== undefined) first = low;
  if (window.to !== undefined) last = high;
  for (const [zoom, floor, next] of UNITS) {
    const result: { start: string; end: string; events: TimelineEvent[] }[] = [];
    for (let day = floor(first); day <= last && result.length <= buckets; day = next(day))
      result.push({ start: isoDay(Math.max(day, low)), end: isoDay(Math.min(next(day) - 1, high)), events: [] });
    if (result.length > buckets) continue;
    const starts = result.map((bucket) => dayNumber(bucket.start));
    for (const { event, day } of homes) {
      let [a, b] = [0, starts.length - 1];
      while (a < b) {
        const middle = Math.ceil((a + b) / 2);
        if ((starts[middle] as number) <= day) a = middle;
        else b = middle - 1;
      }
      result[a]?.events.push(event);
    }
    const counted: Bucket[] = result.map(({ start, end, events: held }) => ({
      start,
      end,
      count: held.length,
      top: [...held].sort((a, b) => b.importance - a.importance).slice(0, 5),
    }));
    return { zoom, buckets: counted, total: inside.length, exact: true };
  }
  throw new RangeError('too few buckets');
}

/** Two dozen events of every kind: all modalities, every way of being uncertain, before and after Christ. */
export const SKY: readonly TimelineEvent[] = (
  [
    {
      title: 'Chinese court astronomers record the comet',
      start: '-0239-01-01',
      end: '-0239-12-31',
      display: '240 BC',
      precision: 'year',
      importance: 0.4,
      timex: '240 BC',
    },
    {
      title: 'Caesar stretches the year to 445 days',
      start: '-0045-01-01',
      end: '-0045-12-31',
      display: '46 BC',
      precision: 'year',
      importance: 0.45,
    },
    {
      title: 'Caesar is stabbed to death in the Theatre of Pompey',
      start: '-0043-03-15',
      display: 'March 15, 44 BC',
      importance: 0.5,
      entities: ['Julius Caesar'],
    },
    { title: 'Harold is killed at Hastings', start: '1066-10-14', display: 'October 14, 1066', importance: 0.4 },
    {
      title: 'Giotto paints the comet as the star of Bethlehem in Padua',
      start: '1305-01-01',
      end: '1305-12-31',
      display: 'about 1305',
      precision: 'year',
      approximate: true,
      importance: 0.3,
    },
    {
      title: 'Gregory XIII issues the bull Inter gravissimas',
      start: '1582-02-24',
      display: 'February 24, 1582',
      importance: 0.5,
      entities: ['Gregory XIII'],
    },
    {
      title: 'Galileo sees the moons of Jupiter',
      start: '1610-01-07',
      display: 'January 7, 1610',
      importance: 0.6,
      entities: ['Galileo Galilei'],
    },
    {
      title: 'Mobs riot to get the days back',
      start: '1752-01-01',
      end: '1752-12-31',
      display: '1752',
      precision: 'year',
      modality: 'negated',
      importance: 0.25,
    },
    {
      title: 'The Earth passes through the tail of the comet',
      start: '1910-05-01',
      end: '1910-05-31',
      display: 'May 1910',
      precision: 'month',
      importance: 0.35,
    },
    {
      title: 'The Soviet Union launches Sputnik 1',
      start: '1957-10-04',
      display: 'October 4, 1957',
      importance: 0.8,
      mentions: 2,
      entities: ['Soviet Union'],
      sentence:
        'On October 4, 1957 the Soviet Union launched Sputnik 1, and radio amateurs around the world picked up its beeping signal.',
      trigger: 'launched',
    },
    {
      title: 'Yuri Gagarin becomes the first human being in orbit',
      start: '1961-04-12',
      display: 'April 12, 1961',
      importance: 0.8,
      mentions: 2,
      entities: ['Yuri Gagarin', 'Soviet Union'],
    },
    {
      title: 'Kennedy asks Congress to put a man on the Moon',
      start: '1961-05-25',
      display: 'May 25, 1961',
      importance: 0.75,
      mentions: 2,
      entities: ['John F. Kennedy', 'United States Congress'],
    },
    {
      title: 'Sergei Korolev dies on an operating table in Moscow',
      start: '1966-01-14',
      display: 'January 14, 1966',
      importance: 0.5,
      entities: ['Sergei Korolev'],
    },
    {
      title: 'The Soviet Union flies men around the Moon',
      start: '1967-01-01',
      end: '1967-12-31',
      display: '1967',
      precision: 'year',
      modality: 'hypothetical',
      importance: 0.4,
      entities: ['Soviet Union'],
      sentence:
        'Had Korolev lived, the Soviet Union might have flown men around the Moon in 1967, before anyone in Houston was ready.',
      trigger: 'flown',
      source: 'observatory-review.example',
    },
    {
      title: 'A fire kills the three astronauts of Apollo 1',
      start: '1967-01-27',
      display: 'January 27, 1967',
      importance: 0.7,
      mentions: 2,
      entities: ['NASA'],
    },
    {
      title: 'Neil Armstrong and Edwin Aldrin land on the Sea of Tranquility',
      start: '1969-07-20',
      display: 'July 20, 1969',
      importance: 0.98,
      mentions: 3,
      entities: ['Neil Armstrong', 'Edwin Aldrin', 'NASA'],
      sentence:
        'Neil Armstrong and Edwin Aldrin landed on the Sea of Tranquility on July 20, 1969, and the crew splashed down in the Pacific on July 24, 1969.',
      trigger: 'landed',
    },
    {
      title: 'A crew reaches Mars',
      start: '1980-01-01',
      end: '1983-12-31',
      display: 'early 1980s',
      precision: 'part',
      modality: 'predicted',
      importance: 0.35,
      attribution: 'officials in Washington',
      sentence:
        'Officials in Washington said a crew might reach Mars by the early 1980s, though Congress has not voted a cent for it.',
      trigger: 'reach',
      timex: 'the early 1980s',
    },
    {
      title: 'The crew of Apollo 17 leaves the Moon',
      start: '1972-12-14',
      display: 'December 14, 1972',
      importance: 0.7,
      mentions: 2,
    },
    {
      title: 'The N1 programme is cancelled',
      start: '1974-05-01',
      end: '1974-08-31',
      display: 'mid-1974',
      precision: 'part',
      importance: 0.5,
    },
    {
      title: 'Challenger breaks up seventy-three seconds into its flight',
      start: '1986-01-28',
      display: 'January 28, 1986',
      importance: 0.7,
    },
    {
      title: 'Hubble is launched',
      start: '1990-04-24',
      display: 'April 24, 1990',
      importance: 0.75,
      mentions: 2,
      entities: ['Hubble Space Telescope', 'NASA'],
    },
    {
      title: 'Webb is launched from Kourou',
      start: '2021-12-25',
      display: 'December 25, 2021',
      importance: 0.75,
      entities: ['James Webb Space Telescope', 'NASA'],
    },
    {
      title: 'Four astronauts fly around the Moon',
      start: '2024-05-01',
      end: '2024-05-31',
      display: 'May 2024',
      precision: 'month',
      modality: 'planned',
      importance: 0.6,
      entities: ['NASA'],
    },
    {
      title: 'Hubble falls back to Earth',
      start: '2037-01-01',
      end: '2037-12-31',
      display: 'around 2037',
      precision: 'year',
      approximate: true,
      modality: 'predicted',
      importance: 0.4,
    },
    {
      title: 'The comet returns',
      start: '2061-05-01',
      end: '2061-08-31',
      display: 'mid-2061',
      precision: 'part',
      modality: 'predicted',
      importance: 0.5,
    },
  ] satisfies Told[]
).map(eventOf);

/** A stream of numbers in 0…1 that is the same every time (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const WHO = [
  'The ministry',
  'Parliament',
  'The committee',
  'The union',
  'A court in Geneva',
  'The harbour board',
  'The observatory',
];
const DID = ['approves', 'rejects', 'publishes', 'suspends', 'opens', 'inspects', 'signs', 'revokes'];
const WHAT = [
  'the treaty',
  'a budget',
  'the northern line',
  'its annual report',
  'the new bridge',
  'a list of names',
  'the survey',
];

/** Any number of made-up events over a century, in date order. */
export function manyEvents(count: number, seed = 7): readonly TimelineEvent[] {
  const random = seeded(seed);
  const pick = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)] as T;
  const modalities: readonly Modality[] = [
    'asserted',
    'asserted',
    'asserted',
    'asserted',
    'planned',
    'predicted',
    'hypothetical',
    'negated',
  ];
  const first = dayNumberOf(1924, 1, 1);
  const told = Array.from({ length: count }, (_, i): Told & { day: number } => {
    const day = first + Math.floor(random() ** 0.6 * 36_500);
    const at = civilDay(day);
    const isYear = random() < 0.15;
    return {
      day,
      title: `${pick(WHO)} ${pick(DID)} ${pick(WHAT)} (${i + 1})`,
      start: isYear ? isoDay(dayNumberOf(at.year, 1, 1)) : isoDay(day),
      end: isYear ? isoDay(dayNumberOf(at.year, 12, 31)) : isoDay(day),
      display: isYear ? String(at.year) : isoDay(day),
      precision: isYear ? 'year' : 'day',
      modality: pick(modalities),
      importance: random(),
      source: pick(['pacific-ledger.example', 'meridian-weekly.example', 'almanac-post.example']),
      entities: [pick(WHO)],
    };
  });
  return told.map(eventOf).sort((a, b) => dayNumber(a.date.start) - dayNumber(b.date.start) || (a.id < b.id ? -1 : 1));
}
