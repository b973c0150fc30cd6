import type { Entity, EventDate, Modality, TimelineEvent } from '../../../shared/events/event.ts';
import type { TimelineDocument } from '../../../shared/timeline/timeline-document.ts';

/** What a test says of an event; the rest is ordinary. */
export interface Told {
  readonly id?: string;
  readonly title?: string;
  readonly date?: Partial<EventDate>;
  readonly modality?: Modality;
  readonly entities?: readonly Entity[];
  readonly importance?: number;
  readonly sentence?: string;
  readonly url?: string | undefined;
  readonly publishedAt?: string | undefined;
  readonly attribution?: string;
  readonly otherDates?: readonly EventDate[];
  /** An editor's own event has none. */
  readonly withoutEvidence?: boolean;
}

const A_DAY: EventDate = {
  start: '2019-08-09',
  end: '2019-08-09',
  edtf: '2019-08-09',
  precision: 'day',
  approximate: false,
  basis: 'stated',
  text: 'August 9, 2019',
  display: 'August 9, 2019',
};

export function eventOf(told: Told = {}): TimelineEvent {
  const title = told.title ?? 'The harbour bridge opens to traffic';
  const sentence = told.sentence ?? `${title}.`;
  const url = 'url' in told ? told.url : 'https://courier.example/bridge?a=1&b=2';
  const publishedAt = 'publishedAt' in told ? told.publishedAt : '2019-08-10T09:30:00+02:00';
  return {
    id: told.id ?? 'ev-1',
    collection: 'main',
    title,
    date: { ...A_DAY, ...told.date },
    modality: told.modality ?? 'asserted',
    entities: told.entities ?? [{ id: 'harbour-board', name: 'Harbour Board', kind: 'organization' }],
    keywords: ['bridge'],
    importance: told.importance ?? 0.5,
    confidence: 0.9,
    mentions: 2,
    sources: ['courier.example'],
    otherDates: told.otherDates ?? [],
    evidence: told.withoutEvidence
      ? []
      : [
          {
            articleId: 'a-1',
            ...(url === undefined ? {} : { url }),
            ...(publishedAt === undefined ? {} : { publishedAt }),
            sentence,
            start: 10,
            end: 10 + sentence.length,
            trigger: { text: 'opens', start: 29, end: 34 },
            timex: { text: 'August 9, 2019', start: 40, end: 54, type: 'DATE', value: '2019-08-09' },
            ...(told.attribution === undefined ? {} : { attribution: told.attribution }),
          },
        ],
  };
}

/** Dates of every kind that formats find hard. */
export const DATES = {
  ides: {
    start: '-0043-03-15',
    end: '-0043-03-15',
    edtf: '-0043-03-15',
    precision: 'day',
    approximate: false,
    basis: 'stated',
    text: 'the Ides of March, 44 BC',
    display: '15 March 44 BC',
  },
  firstCenturyBc: {
    start: '-0099-01-01',
    end: '0000-12-31',
    edtf: '-0099/0000',
    precision: 'century',
    approximate: false,
    basis: 'stated',
    text: 'the first century BC',
    display: 'the 1st century BC',
  },
  year: {
    start: '2013-01-01',
    end: '2013-12-31',
    edtf: '2013',
    precision: 'year',
    approximate: false,
    basis: 'stated',
    text: 'last year',
    display: '2013',
  },
  month: {
    start: '1989-06-01',
    end: '1989-06-30',
    edtf: '1989-06',
    precision: 'month',
    approximate: false,
    basis: 'stated',
    text: 'June 1989',
    display: 'June 1989',
  },
  midYear: {
    start: '2012-05-01',
    end: '2012-08-31',
    edtf: '2012-05/2012-08',
    precision: 'part',
    approximate: false,
    basis: 'stated',
    text: 'in the middle of 2012',
    display: 'mid-2012',
  },
  circa: {
    start: '1850-01-01',
    end: '1850-12-31',
    edtf: '1850~',
    precision: 'year',
    approximate: true,
    basis: 'stated',
    text: 'around 1850',
    display: 'about 1850',
  },
  war: {
    start: '1914-07-28',
    end: '1918-11-11',
    edtf: '1914-07-28/1918-11-11',
    precision: 'interval',
    approximate: false,
    basis: 'stated',
    text: 'from 28 July 1914 to 11 November 1918',
    display: '28 July 1914 – 11 November 1918',
  },
  ninetiesEarly: {
    start: '1990-01-01',
    end: '1993-12-31',
    edtf: '1990/1993',
    precision: 'part',
    approximate: false,
    basis: 'stated',
    text: 'the early 1990s',
    display: 'the early 1990s',
  },
} as const satisfies Readonly<Record<string, EventDate>>;

export function timelineOf(events: readonly TimelineEvent[], more: Partial<TimelineDocument> = {}): TimelineDocument {
  return {
    slug: 'harbour',
    title: 'The harbour, year by year',
    description: 'What happened at the harbour & who says so.',
    url: 'https://timelines.example.org/embed/harbour',
    selfUrl: 'https://timelines.example.org/v1/timelines/harbour/events.any?from=1900-01-01&to=2030-01-01',
    updatedAt: '2026-11-24T06:00:00.000Z',
    events,
    total: events.length,
    ...more,
  };
}

/** Hostile text of an article: it must not run, open, or break any file. */
export const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  ']]></description></item><item>',
  "' onmouseover='alert(1)",
  'a\r\nBEGIN:VEVENT\r\nATTENDEE:mailto:x@example.org\r\nEND:VEVENT',
  '=HYPERLINK("https://evil.example","click")',
  "+1+cmd|' /C calc'!A0",
  "-2+3+cmd|' /C calc'!A0",
  "@SUM(1+1)*cmd|' /C calc'!A0",
  '\t=1+1',
  '＝1+1',
  '[click](javascript:alert(1))',
  '![x](https://evil.example/pixel.png)',
  '</title><svg/onload=alert(1)>',
  '# heading\n\n* list\n\n    code',
  'null \u0000 and bell \u0007 and half \ud83d of a pair',
  '\u202etxet desrever\u202c',
  '1. numbered',
  '~~~\nfence',
  '&amp; &lt; &#60;script&#62;',
] as const;
