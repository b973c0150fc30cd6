import * as z from 'zod/mini';
import { operation } from '../operation.ts';
import { EventInput, EventPatchInput, ImportedEvents, MAX_IMPORTED_EVENTS, SpreadsheetInput } from '../schemas/edit.ts';
import { CreatedEvent, EditedEvent, RemovedEvent, SplitEvent, UndoneEdit } from '../schemas/event.ts';
import { Id, whole } from '../schemas/primitives.ts';

const params = z.strictObject({ id: Id });
const lasting = 'The edit survives re-extraction, is in the audit log, and can be undone by its id, `edit`.';

/** `POST /v1/events` */
export const createEvent = operation({
  id: 'createEvent',
  tag: 'events',
  summary: 'Add an event by hand',
  description:
    'It is marked as the editor’s (`date.basis` is `editor`, `mentions` is 0) and is merged with others only by `merge`. The title and days of an event added before change that one. ' +
    'A picture is loaded by readers’ browsers from its own address, never by the service.',
  body: EventInput,
  answers: {
    200: {
      description: 'It was there; what is given now is laid over it',
      schema: CreatedEvent,
      headers: ['Location'],
    },
    201: { description: 'The event', schema: CreatedEvent, headers: ['Location'] },
  },
  example: {
    body: {
      title: 'The ferry makes its last crossing',
      date: '1937-05',
      text: 'The ferrymen were given work on the bridge.',
      link: 'https://example.org/ferry',
      picture: { url: 'https://example.org/ferry.jpg', alt: 'A ferry full of people', credit: 'Town archive' },
      tags: ['bridges'],
      collection: 'sample',
    },
    status: 201,
  },
});

/** `POST /v1/events/import` */
export const importEvents = operation({
  id: 'importEvents',
  tag: 'events',
  summary: 'Add the events of a TimelineJS spreadsheet',
  description: [
    'The CSV of a TimelineJS spreadsheet, as a published Google Sheet exports it: Year, Month, Day, End Year …,',
    'Headline, Text, Media, Media Credit, Media Caption, Alt Text, Group.',
    `At most ${MAX_IMPORTED_EVENTS} rows. A file can be sent twice: rows with a known title and days change those events.`,
    'The group becomes a tag. `GET /v1/timelines/{slug}/events.timelinejs.csv` writes such a file.',
  ].join(' '),
  body: SpreadsheetInput,
  maxBodyBytes: 3_000_000,
  answers: { 200: { description: 'The result of each row', schema: ImportedEvents } },
  example: {
    body: {
      csv: 'Year,Month,Day,Headline,Text\n1937,5,12,The old bridge opens,The mayor cut a ribbon.\n',
      collection: 'sample',
    },
    status: 200,
  },
});

/** `DELETE /v1/events/{id}` */
export const removeEvent = operation({
  id: 'removeEvent',
  tag: 'events',
  summary: 'Remove an event that an editor added',
  description: `Events that articles tell are hidden by \`PATCH\`, or go with their articles. ${lasting}`,
  params,
  answers: { 200: { description: 'Evidence from articles, if it was merged with others', schema: RemovedEvent } },
  problems: ['event.not-found', 'edit.not-by-hand'],
  example: { params: { id: 'example-note' }, status: 200 },
});

/** `PATCH /v1/events/{id}` */
export const patchEvent = operation({
  id: 'patchEvent',
  tag: 'events',
  summary: 'Correct, hide or pin an event',
  description: lasting,
  params,
  body: EventPatchInput,
  answers: { 200: { description: 'The event as it is now', schema: EditedEvent } },
  problems: ['event.not-found'],
  example: { params: { id: 'example-event' }, body: { title: 'The old bridge opens', importance: 0.9 }, status: 200 },
});

/** `POST /v1/events/{id}/merge` */
export const mergeEvents = operation({
  id: 'mergeEvents',
  tag: 'events',
  summary: 'Merge other events into an event',
  description: `Their evidence becomes this event’s. ${lasting}`,
  params,
  body: z.strictObject({
    with: z.array(Id).check(z.minLength(1, 'must name an event'), z.maxLength(50, 'must name at most 50 events')),
  }),
  answers: { 200: { description: 'The event with all their evidence', schema: EditedEvent } },
  problems: ['event.not-found', 'edit.conflict'],
  example: { params: { id: 'example-event' }, body: { with: ['example-other'] }, status: 200 },
});

/** `POST /v1/events/{id}/split` */
export const splitEvent = operation({
  id: 'splitEvent',
  tag: 'events',
  summary: 'Split some of an event’s evidence off as an event of its own',
  description: `Evidence is named by its article and the offset where its sentence starts. ${lasting}`,
  params,
  body: z.strictObject({
    evidence: z
      .array(z.strictObject({ articleId: Id, start: whole(0, 10_000_000) }))
      .check(z.minLength(1, 'must name a piece of evidence'), z.maxLength(200, 'must name at most 200 pieces')),
  }),
  answers: { 200: { description: 'The remaining event, and in `created` the new one', schema: SplitEvent } },
  problems: ['event.not-found', 'edit.empty-split'],
  example: {
    params: { id: 'example-merged' },
    body: { evidence: [{ articleId: 'example-article', start: 0 }] },
    status: 200,
  },
});

/** `POST /v1/edits/{id}/undo` */
export const undoEdit = operation({
  id: 'undoEdit',
  tag: 'events',
  summary: 'Undo an edit',
  params,
  answers: { 200: { description: 'The event as it is without the edit', schema: UndoneEdit } },
  problems: ['edit.not-found', 'edit.conflict'],
  example: { params: { id: 'example-edit' }, status: 200 },
});
