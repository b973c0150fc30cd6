import { DatelineError } from '../../kernel/dateline-error.ts';
import { keys } from '../keys.ts';
import { findEvent } from '../queries/find-event.ts';
import type { EventEdits, EventPatch, StoredEvent } from '../store.ts';
import type { StoreContext } from '../store-context.ts';
import type { EditRecord } from './bucket.ts';
import type { Builder } from './contract.ts';
import { editTransaction, type LoggedEdit, type Step } from './edit-transaction.ts';
import { eventIdIn, hash64 } from './event-id.ts';
import { eventsByHand } from './events-by-hand.ts';

/** Editing of events, and undoing edits. */
export function eventEdits(context: StoreContext, builder: Builder): EventEdits {
  const { table } = context;
  const transaction = editTransaction(context, builder);
  const { recordOf, stepOn, eventAt, commit, edited, outcome } = transaction;

  return {
    ...eventsByHand(context, builder, transaction),

    patch: (id: string, patch: EventPatch, by: string) =>
      edited(async () => {
        const event = await eventAt(id);
        if (!event) return undefined;
        const step = await stepOn(event, ({ changes }) => ({ changes: { ...changes, ...patch } }));
        const edit = await commit('event.patch', event, by, [step]);
        return edit === undefined ? 'again' : outcome(event.id, edit);
      }),

    merge: (id, others, by) =>
      edited(async () => {
        const [event, ...found] = await Promise.all([id, ...others].map(eventAt));
        if (!event || found.includes(undefined)) return undefined;
        const absorbed = [...new Map(found.flatMap((other) => (other ? [[other.id, other]] : []))).values()].filter(
          (other) => other.id !== event.id,
        );
        const steps = await Promise.all([
          stepOn(event, () => ({})),
          ...absorbed.map((other) => stepOn(other, () => ({ into: event.id }))),
        ]);
        const edit = await commit('event.merge', event, by, steps);
        return edit === undefined ? 'again' : outcome(event.id, edit);
      }),

    split: (id, evidence, by) =>
      edited(async () => {
        const event = await eventAt(id);
        if (!event) return undefined;
        const named = new Set(evidence.map(({ articleId, start }) => `${articleId}@${start}`));
        const places = event.evidence.map(({ articleId, start }) => `${articleId}@${start}`);
        const taken = places.filter((place) => named.has(place));
        if (taken.length === 0 || taken.length === new Set(places).size) {
          throw new DatelineError('edit.empty-split', 'Name some of the event’s evidence, not all of it.');
        }
        const keep = await stepOn(event, () => ({ places: places.filter((place) => !named.has(place)) }));
        const own = hash64(JSON.stringify(['split', event.id, [...taken].sort()]));
        const there = await recordOf(eventIdIn(keep.bucket)(own));
        const created: EditRecord = {
          changes: {},
          own,
          places: taken,
          title: event.title,
          split: true,
          revision: (there.record?.revision ?? 0) + 1,
        };
        const step = { bucket: keep.bucket, own, before: there.record, after: created };
        const edit = await commit('event.split', event, by, [keep, step]);
        if (edit === undefined) return 'again';
        const [rest, part] = await Promise.all([
          findEvent(table, event.id),
          findEvent(table, eventIdIn(keep.bucket)(own)),
        ]);
        return rest && part && { event: rest, created: part, edit };
      }),

    async findEdit(edit) {
      const item = await table.get(keys.editLog(edit), { consistent: true });
      if (!item) return undefined;
      const { id, event, collection, act } = item.v as LoggedEdit;
      return { id, event, collection, act };
    },

    async undo(edit, by) {
      const item = await table.get(keys.editLog(edit), { consistent: true });
      if (!item) throw new DatelineError('edit.not-found', 'There is no such edit.');
      const log = item.v as LoggedEdit;
      const event = { id: log.event, collection: log.collection } as StoredEvent;
      const steps = log.steps.map(({ bucket, own, before, after }): Step => {
        // An event that was never edited before gets an empty record: it stays, so that its revision is never reused.
        const bare: EditRecord = {
          own,
          changes: {},
          places: after.split ? [] : after.places,
          title: after.title,
          revision: 0,
        };
        return { bucket, own, before: after, after: { ...(before ?? bare), revision: after.revision + 1 } };
      });
      const mark = {
        put: { ...item, v: { ...log, undone: true } },
        condition: { expression: 'v.undone = :no', values: { ':no': false } },
      };
      const { put, condition } = mark;
      const done = log.undone ? undefined : await commit('event.undo', event, by, steps, [{ put, condition }]);
      if (done === undefined) {
        throw new DatelineError('edit.conflict', 'The edit was undone before, or the event was edited again since.');
      }
      return findEvent(table, log.event);
    },
  };
}
