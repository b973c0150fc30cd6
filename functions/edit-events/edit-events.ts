import type { Hono } from 'hono';
import { createApi, endpoint } from '../../shared/http/api.ts';
import { type Caller, may } from '../../shared/http/caller.ts';
import { mergeEvents, patchEvent, splitEvent, undoEdit } from '../../shared/http/operations/edits.ts';
import { ok } from '../../shared/http/reply.ts';
import { dateOf } from '../../shared/http/schemas/edit.ts';
import { DatelineError } from '../../shared/kernel/dateline-error.ts';
import type { StoredEvent } from '../../shared/store/store.ts';
import type { HttpServices } from '../runtime/services.ts';

/** Pieces of evidence that an edited event is answered with; all of them are at its own address. */
const MOST_EVIDENCE = 50;

/** Editors' corrections: patch, merge, split, undo. The store keeps each with what undoes it, and writes it into the audit. */
export function editEvents(services: HttpServices): Hono {
  const { events } = services.store;

  /** An event of a collection that the caller may not edit is not there for it. */
  async function mustFind(id: string, caller: Caller, field = 'id'): Promise<StoredEvent> {
    const event = await events.find(id);
    if (event && may(caller, 'admin', event.collection)) return event;
    throw noSuchEvent(field);
  }

  return createApi('edit-events', services, {
    patchEvent: endpoint(patchEvent, async ({ params, body: { date, ...rest }, caller }) => {
      await mustFind(params.id, caller);
      const edited = await events.patch(params.id, { ...rest, ...(date && { date: dateOf(date) }) }, caller.id);
      if (!edited) throw noSuchEvent('id');
      return ok({ ...shown(edited.event), edit: edited.edit }, { cache: 'none' });
    }),

    mergeEvents: endpoint(mergeEvents, async ({ params, body, caller }) => {
      const { collection } = await mustFind(params.id, caller);
      for (const [at, id] of body.with.entries()) {
        const other = await mustFind(id, caller, `with.${at}`);
        if (other.collection !== collection || other.id === params.id) throw noSuchEvent(`with.${at}`);
      }
      const edited = await events.merge(params.id, body.with, caller.id);
      if (!edited) throw noSuchEvent('with');
      return ok({ ...shown(edited.event), edit: edited.edit }, { cache: 'none' });
    }),

    splitEvent: endpoint(splitEvent, async ({ params, body, caller }) => {
      await mustFind(params.id, caller);
      const split = await events.split(params.id, body.evidence, caller.id);
      if (!split) throw noSuchEvent('id');
      return ok({ ...shown(split.event), edit: split.edit, created: shown(split.created) }, { cache: 'none' });
    }),

    undoEdit: endpoint(undoEdit, async ({ params, caller }) => {
      const edit = await events.findEdit(params.id);
      if (!edit || !may(caller, 'admin', edit.collection)) {
        throw new DatelineError('edit.not-found', 'There is no such edit.', { detail: { field: 'id' } });
      }
      const event = await events.undo(params.id, caller.id);
      return ok({ event: event ? shown(event) : null }, { cache: 'none' });
    }),
  });
}

const shown = (event: StoredEvent): StoredEvent => ({ ...event, evidence: event.evidence.slice(0, MOST_EVIDENCE) });

const noSuchEvent = (field: string): DatelineError =>
  new DatelineError('event.not-found', 'There is no such event.', { detail: { field } });
