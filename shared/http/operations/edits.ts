import * as z from 'zod/mini';
import { operation } from '../operation.ts';
import { EventPatchInput } from '../schemas/edit.ts';
import { EditedEvent, SplitEvent, UndoneEdit } from '../schemas/event.ts';
import { Id, whole } from '../schemas/primitives.ts';

const params = z.strictObject({ id: Id });
const lasting = 'It stays through re-extraction, stands in the audit, and is undone by its `edit`.';

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
  summary: 'Make others one with an event',
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
  summary: 'Make an event of its own of some of an event’s evidence',
  description: `Evidence is named by its article and the offset where its sentence starts. ${lasting}`,
  params,
  body: z.strictObject({
    evidence: z
      .array(z.strictObject({ articleId: Id, start: whole(0, 10_000_000) }))
      .check(z.minLength(1, 'must name a piece of evidence'), z.maxLength(200, 'must name at most 200 pieces')),
  }),
  answers: { 200: { description: 'What is left, and in `created` the new event', schema: SplitEvent } },
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
