import type { Hono } from 'hono';
import * as z from 'zod/mini';
import { readTimelinejsCsv } from '../../shared/formats/timelinejs/read-csv.ts';
import { createApi, endpoint } from '../../shared/http/api.ts';
import { type Caller, may, mustMay } from '../../shared/http/caller.ts';
import {
  createEvent,
  importEvents,
  mergeEvents,
  patchEvent,
  removeEvent,
  splitEvent,
  undoEdit,
} from '../../shared/http/operations/edits.ts';
import { invalidRequest } from '../../shared/http/problem.ts';
import { ok } from '../../shared/http/reply.ts';
import { dateOf, EventInput, MAX_IMPORTED_EVENTS } from '../../shared/http/schemas/edit.ts';
import { DatelineError } from '../../shared/kernel/dateline-error.ts';
import type { NewEvent, Store, StoredEvent } from '../../shared/store/store.ts';
import type { HttpServices } from '../runtime/services.ts';

/** Most pieces of evidence in the response to an edit; the event's own address lists all of them. */
const MOST_EVIDENCE = 50;

/** Editors' corrections: patch, merge, split, undo. The store keeps each edit with the data that undoes it and records it in the audit log. */
export function editEvents(services: HttpServices<Store>): Hono {
  const { events } = services.store;

  /** An event in a collection that the caller may not edit is reported as not found. */
  async function mustFind(id: string, caller: Caller, field = 'id'): Promise<StoredEvent> {
    const event = await events.find(id);
    if (event && may(caller, 'admin', event.collection)) return event;
    throw noSuchEvent(field);
  }

  return createApi('edit-events', services, {
    createEvent: endpoint(createEvent, async ({ body, caller }) => {
      mustMay(caller, 'admin', body.collection);
      const [created] = await events.create([body], caller.id);
      if (!created) throw new DatelineError('store.busy', 'The event was removed again meanwhile.');
      const { event, outcome, edit } = created;
      return {
        status: outcome === 'created' ? 201 : 200,
        json: { ...shown(event), outcome, ...(edit !== undefined && { edit }) },
        headers: { Location: `/v1/events/${event.id}` },
        cache: 'none',
      };
    }),

    importEvents: endpoint(importEvents, async ({ body: { csv, collection, tags }, caller }) => {
      mustMay(caller, 'admin', collection);
      const { rows, refused, notes } = readSpreadsheet(csv, collection, tags);
      const created = await events.create(rows, caller.id);
      const count = (outcome: string) => created.filter((one) => one.outcome === outcome).length;
      return ok(
        {
          created: count('created'),
          changed: count('changed'),
          unchanged: count('unchanged'),
          ids: created.map(({ event }) => event.id),
          refused,
          notes,
        },
        { cache: 'none' },
      );
    }),

    removeEvent: endpoint(removeEvent, async ({ params, caller }) => {
      await mustFind(params.id, caller);
      const removed = await events.remove(params.id, caller.id);
      if (!removed) throw noSuchEvent('id');
      const { edit, left } = removed;
      return ok({ edit, event: left ? shown(left) : null }, { cache: 'none' });
    }),

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

/** Parses the rows of a spreadsheet as events, with the same checks as an event written by hand. */
function readSpreadsheet(csv: string, collection: string, tags: readonly string[] = []) {
  const { events, refused, notes } = spreadsheetIn(csv);
  const rows: NewEvent[] = [];
  const wrong = [...refused];
  for (const { row, date, ...fields } of events) {
    const read = z.safeParse(EventInput, {
      ...fields,
      date: date.edtf,
      ...((fields.tags || tags.length > 0) && { tags: [...new Set([...(fields.tags ?? []), ...tags])] }),
      collection,
    });
    if (rows.length === MAX_IMPORTED_EVENTS) {
      wrong.push({ row, title: fields.title, reason: `One import takes at most ${MAX_IMPORTED_EVENTS} rows.` });
    } else if (read.success) rows.push({ ...read.data, date });
    else {
      const [issue] = read.error.issues;
      const title = fields.title.slice(0, 200);
      wrong.push({ row, title, reason: `Its ${issue?.path.join(' ') ?? 'row'} ${issue?.message ?? 'is wrong'}.` });
    }
  }
  return { rows, refused: wrong.sort((a, b) => a.row - b.row), notes };
}

function spreadsheetIn(csv: string): ReturnType<typeof readTimelinejsCsv> {
  try {
    return readTimelinejsCsv(csv);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw invalidRequest([{ in: 'body', field: 'csv', message: error.message }]);
  }
}

const shown = (event: StoredEvent): StoredEvent => ({ ...event, evidence: event.evidence.slice(0, MOST_EVIDENCE) });

const noSuchEvent = (field: string): DatelineError =>
  new DatelineError('event.not-found', 'There is no such event.', { detail: { field } });
