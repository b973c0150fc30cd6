import type { Evidence, Modality, TimelineEvent } from '../../shared/events/event.ts';
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
      basis: 'stated',
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
