import type { Extraction, TimelineEvent } from '../../../shared/events/event.ts';
import type { NewArticle } from '../../../shared/store/store.ts';

/** An extracted event with everything a test doesn't care for filled in. */
export function anEvent(given: {
  title: string;
  start: string;
  end?: string;
  at?: number;
  sentence?: string;
  entities?: readonly string[];
  keywords?: readonly string[];
  sources?: readonly string[];
  trigger?: string;
  publishedAt?: string;
  modality?: TimelineEvent['modality'];
  importance?: number;
}): TimelineEvent {
  const end = given.end ?? given.start;
  const at = given.at ?? 0;
  const sentence = given.sentence ?? `${given.title}.`;
  return {
    id: '',
    collection: '',
    title: given.title,
    date: {
      start: given.start,
      end,
      edtf: given.start === end ? given.start : `${given.start}/${end}`,
      precision: given.start === end ? 'day' : 'interval',
      approximate: false,
      basis: 'stated',
      text: given.start,
      display: given.start,
    },
    modality: given.modality ?? 'asserted',
    entities: (given.entities ?? []).map((name) => ({
      id: name.toLowerCase().replaceAll(' ', '-'),
      name,
      kind: 'organization',
    })),
    keywords: given.keywords ?? [],
    importance: given.importance ?? 0.5,
    confidence: 0.8,
    mentions: 1,
    sources: given.sources ?? [],
    otherDates: [],
    evidence: [
      {
        articleId: '',
        ...(given.publishedAt ? { publishedAt: given.publishedAt } : {}),
        sentence,
        start: at,
        end: at + sentence.length,
        trigger: { text: given.trigger ?? 'happened', start: at, end: at + 5 },
        timex: { text: given.start, start: at + 6, end: at + 16, type: 'DATE', value: given.start },
      },
    ],
  };
}

export const anArticle = (id: string, given: Partial<NewArticle> = {}): NewArticle => ({
  collection: 'main',
  id,
  contentHash: `hash-${id}`,
  text: `Text of ${id}.`,
  tags: [],
  ...given,
});

export const found = (events: readonly TimelineEvent[], text = 'the text'): Extraction & { text: string } => ({
  language: 'en',
  events,
  text,
});
