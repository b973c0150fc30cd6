import * as z from 'zod/mini';
import { PRECISIONS } from '../../time/date-span.ts';
import {
  Basis,
  Collection,
  IsoDay,
  line,
  Modality,
  PictureAddress,
  paragraphs,
  Share,
  WebAddress,
} from './primitives.ts';

/** How exactly a text dates something. */
export const Precision = z.enum(PRECISIONS);

const offset = z.int().check(z.gte(0));

/** A person, an organisation or a place. */
export const EntitySchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['person', 'organization', 'place']),
});

/** When it happened, with no more precision than the text gives. */
export const EventDateSchema = z.strictObject({
  start: IsoDay,
  end: IsoDay,
  edtf: z.string().check(z.describe('EDTF (ISO 8601-2) for the same stretch.')),
  precision: Precision,
  approximate: z.boolean(),
  basis: Basis.check(
    z.describe(
      'How the event got its date: stated in its sentence, derived from another event of the article, ' +
        'carried over from a neighbouring sentence, published (the day of writing), or given by an editor.',
    ),
  ),
  text: z.string().check(z.describe('The words of the text that date the event.')),
  display: z.string().check(z.describe('The date for a reader.')),
});

/** Where a text says it; offsets are UTF-16 code units. */
export const EvidenceSchema = z.strictObject({
  articleId: z.string(),
  url: z.exactOptional(z.string()),
  publishedAt: z.exactOptional(z.string()),
  sentence: z.string(),
  start: offset,
  end: offset,
  trigger: z.strictObject({ text: z.string(), start: offset, end: offset }),
  timex: z.strictObject({
    text: z.string(),
    start: offset,
    end: offset,
    type: z.enum(['DATE', 'TIME', 'DURATION', 'SET']),
    value: z.string(),
  }),
  attribution: z.exactOptional(z.string().check(z.describe('Who says so, if the text names one.'))),
});

/** A picture by its URL: browsers load it from there, the service never does. */
export const PictureSchema = z.strictObject({
  url: PictureAddress,
  alt: line(500).check(z.describe('A description for people who cannot see the picture.')),
  credit: z.exactOptional(line(200)),
  caption: z.exactOptional(line(500)),
});

/** Tags given by editors. */
export const Tags = z.array(line(100)).check(z.maxLength(50, 'must have at most 50 tags'));

/** Fields of an event that an editor writes beside title and date. */
export const noteShape = {
  text: z.exactOptional(paragraphs(2_000)),
  link: z.exactOptional(WebAddress),
  picture: z.exactOptional(PictureSchema),
  tags: z.exactOptional(Tags),
};

const eventShape = {
  id: z.string(),
  collection: Collection,
  title: z.string(),
  date: EventDateSchema,
  modality: Modality,
  entities: z.array(EntitySchema),
  keywords: z.array(z.string()),
  importance: Share,
  confidence: Share.check(z.describe('The chance that date, modality and event are right.')),
  mentions: z
    .int()
    .check(z.gte(0), z.describe('Pieces of evidence in all; 0 for an event that an editor added by hand.')),
  sources: z.array(z.string()),
  otherDates: z.array(EventDateSchema).check(z.describe('Dates that other evidence gives and this one contradicts.')),
  evidence: z.array(EvidenceSchema),
  note: z.exactOptional(z.strictObject(noteShape).check(z.describe('Additions of an editor.'))),
};

/** An event, as in every response. */
export const EventSchema = z.strictObject(eventShape);

/** Fields that only editors (scope `admin`) see. */
const editorShape = { tags: z.array(z.string()), hidden: z.boolean(), pinned: z.boolean(), version: z.int() };

/** An event with a page of its evidence; `next` is the cursor of the next page. Editors also see the editorial fields. */
export const EventDetail = z.extend(z.partial(z.strictObject(editorShape)), {
  ...eventShape,
  next: z.nullable(z.string()),
});

/** An event after an edit, with the id that undoes it. `evidence` contains the best pieces. */
export const EditedEvent = z.strictObject({ ...eventShape, ...editorShape, edit: z.string() });

/** A split: the original event, and the new one made of some of its evidence. */
export const SplitEvent = z.strictObject({
  ...eventShape,
  ...editorShape,
  edit: z.string(),
  created: z.strictObject({ ...eventShape, ...editorShape }),
});

/** An event created by an editor, and whether it is new; `edit` undoes it, if anything was written. */
export const CreatedEvent = z.strictObject({
  ...eventShape,
  ...editorShape,
  outcome: z.enum(['created', 'changed', 'unchanged']),
  edit: z.exactOptional(z.string()),
});

/** Result of removing an event entered by hand; `edit` undoes the removal. */
export const RemovedEvent = z.strictObject({
  edit: z.string(),
  event: z.nullable(z.strictObject({ ...eventShape, ...editorShape })),
});

/** The event after an undo; `null` when there is none. */
export const UndoneEdit = z.strictObject({ event: z.nullable(z.strictObject({ ...eventShape, ...editorShape })) });

/** One page of events. */
export const EventPage = z.strictObject({ events: z.array(EventSchema), next: z.nullable(z.string()) });

/** Possible duplicates of an event, most likely first. */
export const DoubleList = z.strictObject({
  doubles: z.array(
    z.strictObject({
      event: EventSchema,
      likeness: Share.check(z.describe('How likely the two are one event.')),
      because: z.array(z.string()).check(z.describe('Why, in phrases for an editor.')),
    }),
  ),
});

/** Number of events and the most important ones, by bucket of time. */
export const OverviewSchema = z.strictObject({
  zoom: z.enum(['millennium', 'century', 'decade', 'year', 'month', 'day']),
  buckets: z.array(z.strictObject({ start: IsoDay, end: IsoDay, count: z.int(), top: z.array(EventSchema) })),
  total: z.int(),
  exact: z.boolean(),
});

/** The overview of a saved timeline, with the range on which its map opens. */
export const TimelineOverview = z.extend(OverviewSchema, {
  opening: z.exactOptional(z.strictObject({ from: IsoDay, to: IsoDay })),
});

/** The collections that a caller may read. */
export const CollectionList = z.strictObject({
  collections: z.array(
    z.strictObject({
      name: Collection,
      events: z.int(),
      first: z.nullable(IsoDay).check(z.describe('First day of its earliest event; `null` where it has none.')),
      last: z.nullable(IsoDay).check(z.describe('Last day of the event that begins last.')),
    }),
  ),
});

/** Values that events can be filtered by. */
export const FacetList = z.strictObject({
  facets: z.array(
    z.strictObject({
      kind: z.enum(['entity', 'keyword', 'source', 'tag']),
      id: z.string(),
      name: z.string(),
      count: z.int(),
    }),
  ),
});
