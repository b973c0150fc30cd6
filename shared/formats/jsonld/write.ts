import { bestEvidence, dateSaid, evidenceUrl, leftOutSaid, titleSaid } from '../../display/plain-text.ts';
import type { Entity, TimelineEvent } from '../../events/event.ts';
import { dayNumber } from '../../time/day.ts';
import type { TimelineDocument } from '../../timeline/timeline-document.ts';

/** The complete JSON-LD context, so that readers fetch nothing. */
const CONTEXT = {
  '@vocab': 'https://schema.org/',
  dcterms: 'http://purl.org/dc/terms/',
  edtf: 'http://id.loc.gov/datatypes/edtf/',
  temporal: { '@id': 'dcterms:temporal', '@type': 'edtf:EDTF' },
  modality: { '@id': 'urn:dateline:modality' },
  url: { '@id': 'https://schema.org/url', '@type': '@id' },
} as const;

const KINDS: Readonly<Record<Entity['kind'], string>> = {
  person: 'Person',
  organization: 'Organization',
  place: 'Place',
};

/**
 * Writes JSON-LD: a schema.org `ItemList` of `Event`s.
 *
 * `temporal` (Dublin Core, typed as EDTF) is the date as it is known. `startDate` and `endDate` are present only if
 * they are as exact as the text: a consumer that reads only `startDate` must not conclude that an event of 2013
 * happened on 1 January. `<` is escaped, so that the text can be placed in a script element.
 */
export function writeJsonld(timeline: TimelineDocument): string {
  const description = [timeline.description, leftOutSaid(timeline.events.length, timeline.total)]
    .filter((part) => part !== undefined)
    .join(' ');
  const list = {
    '@context': CONTEXT,
    '@type': 'ItemList',
    '@id': timeline.selfUrl,
    name: timeline.title,
    ...(description === '' ? {} : { description }),
    url: timeline.url,
    numberOfItems: timeline.total,
    itemListOrder: `https://schema.org/ItemListOrder${isDescending(timeline.events) ? 'Descending' : 'Ascending'}`,
    itemListElement: timeline.events.map((event, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      item: eventOf(event),
    })),
  };
  return JSON.stringify(list).replaceAll('<', '\\u003c');
}

/** Whether the events are in descending order, which the file states. */
function isDescending(events: readonly TimelineEvent[]): boolean {
  const [first, last] = [events[0], events.at(-1)];
  return first !== undefined && last !== undefined && dayNumber(first.date.start) > dayNumber(last.date.start);
}

function eventOf(event: TimelineEvent): object {
  return {
    '@type': 'Event',
    '@id': `urn:dateline:event:${encodeURIComponent(event.id)}`,
    name: titleSaid(event),
    description: dateSaid(event),
    temporal: event.date.edtf,
    ...schemaDates(event),
    modality: event.modality,
    ...(event.modality === 'planned' ? { eventStatus: 'https://schema.org/EventScheduled' } : {}),
    ...(event.entities.length === 0
      ? {}
      : { about: event.entities.map(({ kind, name }) => ({ '@type': KINDS[kind], name })) }),
    ...(event.keywords.length === 0 ? {} : { keywords: event.keywords }),
    ...quotationOf(event),
  };
}

/**
 * Reduced ISO 8601 for a whole month or year; both ends for an interval that the text states; empty for vague dates
 * such as "some time in spring".
 */
function schemaDates({ date }: TimelineEvent): object {
  if (date.approximate) return {};
  switch (date.precision) {
    case 'day':
      return { startDate: date.start, endDate: date.end };
    case 'month':
      return { startDate: date.start.slice(0, -3) };
    case 'year':
      return { startDate: date.start.slice(0, -6) };
    case 'interval':
      return { startDate: date.start, endDate: date.end };
    default:
      return {};
  }
}

function quotationOf(event: TimelineEvent): object {
  const evidence = bestEvidence(event);
  if (evidence === undefined) return {};
  const url = evidenceUrl(event);
  return {
    subjectOf: {
      '@type': 'Quotation',
      text: evidence.sentence,
      ...(evidence.attribution === undefined ? {} : { creator: { '@type': 'Thing', name: evidence.attribution } }),
      isPartOf: {
        '@type': 'Article',
        ...(url === undefined ? {} : { url }),
        ...(evidence.publishedAt === undefined ? {} : { datePublished: evidence.publishedAt }),
      },
    },
  };
}
