import { displayDate } from '../dates/display.ts';
import type { EditorNote, Picture, TimelineEvent } from '../event.ts';
import type { Edit, EventChanges } from './edit.ts';
import type { Mention } from './mention.ts';
import type { MergedEvent } from './merged-event.ts';

/** Importance of an event that an editor adds: above most extracted events, below those of many articles. */
const USUAL_IMPORTANCE = 0.75;

/** Whether no text mentions the event. */
export const isByHand = ({ mentions }: Pick<TimelineEvent, 'mentions'>): boolean => mentions === 0;

/**
 * An event added by an editor, as a mention without evidence, so that it can be merged by hand.
 *
 * @throws RangeError for an edit without title or date.
 */
export function mentionByHand(collection: string, { own, changes }: Edit): Mention {
  const { title, date, modality = 'asserted', importance = USUAL_IMPORTANCE, tags = [] } = changes;
  if (title === undefined || date === undefined) throw new RangeError('an event by hand has a title and a date');
  const note = noteOf(changes);
  const event: TimelineEvent = {
    id: own,
    collection,
    title,
    date: {
      start: date.start,
      end: date.end,
      edtf: date.edtf,
      precision: date.precision,
      approximate: date.approximate,
      text: '',
      display: displayDate(date),
      basis: 'editor',
    },
    modality,
    entities: [],
    keywords: [],
    importance,
    confidence: 1,
    mentions: 0,
    sources: sourcesOf(changes.link),
    otherDates: [],
    evidence: [],
    ...(note && { note }),
  };
  return { id: own, articleId: '', event, tags };
}

/** If an editor links a page, its site is the source. */
function sourcesOf(link: string | null | undefined): readonly string[] {
  if (!link || !URL.canParse(link)) return [];
  return [new URL(link).hostname.replace(/^www\./, '')];
}

/** A picture as canonical text for comparison, since the store returns its fields in any order. */
const ordered = ({ url, alt, credit, caption }: Picture): Picture => ({
  url,
  alt,
  ...(credit !== undefined && { credit }),
  ...(caption !== undefined && { caption }),
});

/** Text, link, picture and tags: those of `changes`, otherwise the existing ones. */
export function noteOf(
  { text, link, picture, tags }: Pick<EventChanges, 'text' | 'link' | 'picture' | 'tags'>,
  before: EditorNote = {},
): EditorNote | undefined {
  const given = { text, link, picture: picture && ordered(picture), tags: tags?.length === 0 ? null : tags };
  const note = Object.fromEntries(
    (['text', 'link', 'picture', 'tags'] as const).flatMap((field) => {
      const value = given[field] === undefined ? before[field] : given[field];
      return value ? [[field, value]] : [];
    }),
  ) as EditorNote;
  return Object.keys(note).length > 0 ? note : undefined;
}

/**
 * An event from both texts and editors: title, date and modality come from the first editor, evidence and names from
 * the texts.
 *
 * @param told The event from the texts, if any.
 * @param byHand At least one if `told` is absent, the event's own first.
 */
export function withEventsByHand(id: string, told: MergedEvent | undefined, byHand: readonly Mention[]): MergedEvent {
  const [first] = byHand;
  if (!first) {
    if (!told) throw new RangeError('an event needs a mention');
    return told;
  }
  const { title, date, modality } = first.event;
  const events = byHand.map(({ event }) => event);
  const note = events.reduceRight<EditorNote | undefined>((under, event) => noteOf(event.note ?? {}, under), undefined);
  const base = told ?? { ...first.event, tags: [] };
  return {
    ...base,
    id,
    title,
    date,
    modality,
    importance: Math.max(base.importance, ...events.map(({ importance }) => importance)),
    confidence: 1,
    sources: [...new Set([...base.sources, ...events.flatMap(({ sources }) => sources)])].sort(),
    tags: [...new Set([...base.tags, ...byHand.flatMap(({ tags }) => tags)])].sort(),
    ...(note && { note }),
  };
}
