import { urlPart } from '../../shared/display/web-url.ts';
import type { TimelineEvent } from '../../shared/events/event.ts';
import type { ConsoleBody } from '../../shared/pages/console/model.ts';
import type { AuditAct } from '../../shared/store/store.ts';
import { WHOLE } from '../../shared/timeline/view.ts';
import { overviewOf } from './overview-oracle.ts';

/** An event whose every text is `text`. */
export function eventSaying(text: string, index: number): TimelineEvent {
  const sentence = `${text} in 1969`;
  const date = {
    start: '1969-07-20',
    end: '1969-07-20',
    edtf: '1969-07-20',
    precision: 'day',
    approximate: false,
    basis: 'stated',
    text,
    display: text,
  } as const;
  return {
    id: text,
    collection: text,
    title: text,
    date: { ...date, start: `19${10 + (index % 80)}-07-20`, end: `19${10 + (index % 80)}-07-20` },
    modality: index % 2 ? 'predicted' : 'asserted',
    entities: [{ id: text, name: text, kind: 'person' }],
    keywords: [text],
    importance: 0.5 + index / 1000,
    confidence: 0.5,
    mentions: 3,
    sources: [text],
    otherDates: [date],
    evidence: [
      {
        articleId: text,
        url: text,
        publishedAt: text,
        sentence,
        start: 0,
        end: sentence.length,
        trigger: { text, start: 0, end: text.length },
        timex: { text: '1969', start: sentence.length - 4, end: sentence.length, type: 'DATE', value: text },
        attribution: text,
      },
    ],
    note: {
      // Each line is a paragraph of its own.
      text: text.replaceAll('\n', ' '),
      link: text,
      picture: {
        // Half of them are addresses that a page may load from, so that the words around a picture are shown too.
        url: index % 2 ? text : `https://pictures.example/${urlPart(text)}`,
        alt: text,
        caption: text,
        credit: text,
      },
      tags: [text],
    },
  };
}

/** The pages of the console with a text in every field. */
export function bodiesSaying(text: string): ConsoleBody[] {
  const event = eventSaying(text, 0);
  const at = '2026-01-01T00:00:00Z';
  const timeline = {
    slug: text,
    collection: text,
    title: text,
    description: text,
    theme: text,
    visibility: 'private' as const,
    query: { entities: [text], keywords: [text], sources: [text], tags: [text] },
    createdAt: at,
    updatedAt: at,
  };
  const article = {
    collection: text,
    id: text,
    contentHash: text,
    text: `${text} in 1969`,
    title: text,
    url: text,
    source: text,
    publishedAt: text,
    tags: [text],
    status: 'failed' as const,
    reason: text,
    acceptedAt: at,
  };
  const view = { ...WHOLE, entities: [text], keywords: [text], sources: [text], tags: [text] };
  return [
    { kind: 'home', timelines: [timeline], total: 1 },
    { kind: 'article', article, events: [event] },
    {
      kind: 'events',
      order: 'date',
      view,
      overview: overviewOf([event], 40),
      events: [event],
      next: text,
      facets: [{ kind: 'entity', id: text, name: text, count: 1 }],
    },
    {
      kind: 'event',
      event: { ...event, hidden: true, pinned: true, tags: [text], version: 1 },
      history: [{ id: text, at, by: text, act: text as AuditAct, subject: text, after: { [text]: text } }],
    },
    { kind: 'timelines', timelines: [timeline] },
    { kind: 'timeline', events: [event], isCut: true, timeline },
    {
      kind: 'feeds',
      feeds: [
        {
          id: text,
          collection: text,
          url: text,
          title: text,
          tags: [text],
          status: 'active',
          createdAt: at,
          nextPollAt: at,
          intervalSeconds: 60,
          lastError: text,
          failures: 1,
          articlesSeen: 1,
        },
      ],
    },
    {
      kind: 'keys',
      keys: [{ id: text, hash: text, label: text, scopes: ['read'], collections: [text], createdAt: at }],
    },
    { kind: 'error', status: 500, message: text },
  ];
}
