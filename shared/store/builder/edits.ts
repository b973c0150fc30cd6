import { DatelineError } from '../../kernel/dateline-error.ts';
import { keys } from '../keys.ts';
import { findEvent } from '../queries/find-event.ts';
import { auditItems } from '../records/audit-repository.ts';
import type { Edited, EditSummary, EventPatch, EventRepository, StoredEvent } from '../store.ts';
import type { StoreContext } from '../stored.ts';
import type { Change } from '../table-access.ts';
import { type EditRecord, editItem, editOf, eventIdIn, hash64, splitEventId } from './bucket.ts';
import { taskItems } from './tasks.ts';

/** Places by which an edited event is known again: more would not make it surer. */
const MOST_PLACES = 200;
const ATTEMPTS = 5;

/** One edit record of one bucket, before and after. */
interface Step {
  readonly bucket: string;
  readonly own: string;
  readonly before: EditRecord | undefined;
  readonly after: EditRecord;
}

interface LoggedEdit extends EditSummary {
  readonly steps: readonly Step[];
  readonly undone: boolean;
}

class MovedOn extends Error {}

type Edits = Pick<EventRepository, 'patch' | 'merge' | 'split' | 'findEdit' | 'undo'>;

/**
 * What editors do to events. An edit is one transaction (the edit records of the events, the log that undoes it, the audit trail); with them a
 * task for the builder, whose end is waited for.
 */
export function eventEdits(context: StoreContext): Edits {
  const { table, now, builder } = context;

  async function recordOf(id: string): Promise<{ bucket: string; own: string; record: EditRecord | undefined }> {
    const place = splitEventId(id);
    if (!place) throw new RangeError(`no event id: ${id}`);
    const item = await table.get(keys.edit(place.bucket, place.own), { consistent: true });
    return { ...place, record: item && editOf(item) };
  }

  /** A step that changes an event's edit record, made anew where it had none. */
  async function stepOn(event: StoredEvent, change: (record: EditRecord) => Partial<EditRecord>): Promise<Step> {
    const { bucket, own, record } = await recordOf(event.id);
    // Merged away since it was read: to be looked at afresh.
    if (record?.into !== undefined) throw new MovedOn();
    const places = event.evidence.slice(0, MOST_PLACES).map(({ articleId, start }) => `${articleId}@${start}`);
    const known = record?.split ? { ...record } : { ...record, places, title: record?.title ?? event.title };
    const base = {
      changes: {},
      ...known,
      own,
      places: known.places,
      title: known.title,
      revision: record?.revision ?? 0,
    };
    return { bucket, own, before: record, after: { ...base, ...change(base), revision: base.revision + 1 } };
  }

  /** An event that is not on its way into another: a merge that was recorded and not yet settled is settled first. */
  async function eventAt(id: string): Promise<StoredEvent | undefined> {
    for (let tries = 0; tries < ATTEMPTS; tries++) {
      const event = await findEvent(table, id);
      if (!event) return undefined;
      const { bucket, record } = await recordOf(event.id);
      if (record?.into === undefined) return event;
      await builder.folded(await builder.put({ kind: 'edit', collection: event.collection, buckets: [bucket] }));
    }
    throw new DatelineError('store.busy', 'Others are editing the same event just now.');
  }

  async function commit(
    act: EditSummary['act'],
    event: StoredEvent,
    by: string,
    steps: readonly Step[],
    extra: readonly Change[] = [],
  ): Promise<string | undefined> {
    const at = now();
    const id = hash64(JSON.stringify([act, event.id, by, at, steps]));
    const log: LoggedEdit = { id, event: event.id, collection: event.collection, act, steps, undone: false };
    const audit = {
      id,
      at,
      by,
      act,
      subject: event.id,
      collection: event.collection,
      before: steps.map(({ before }) => before?.changes ?? null),
      after: steps.map(({ after }) => after.changes),
    };
    const task = {
      kind: 'edit' as const,
      collection: event.collection,
      buckets: [...new Set(steps.map((step) => step.bucket))],
    };
    const { item } = taskItems(task, at);
    const stored = await table.transact([
      ...steps.map(({ bucket, before, after }) => ({ put: editItem(bucket, after), condition: atRevision(before) })),
      { put: { ...keys.editLog(id), v: log } },
      ...auditItems(audit).map((put) => ({ put })),
      { put: item },
      ...extra,
    ]);
    if (!stored) return undefined;
    await builder.folded(item);
    return id;
  }

  /** Tries until nobody else edits the same events at the same time. */
  async function edited<T>(attempt: () => Promise<T | 'again'>): Promise<T> {
    for (let tries = 0; tries < ATTEMPTS; tries++) {
      const done = await attempt().catch((error: unknown) => {
        if (error instanceof MovedOn) return 'again' as const;
        throw error;
      });
      if (done !== 'again') return done;
    }
    throw new DatelineError('store.busy', 'Others are editing the same event just now.');
  }

  async function outcome(id: string, edit: string): Promise<Edited | undefined> {
    const event = await findEvent(table, id);
    return event && { event, edit };
  }

  return {
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
        // What was never edited before goes back to saying nothing; the record stays, so that its revision never repeats.
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

const atRevision = (record: EditRecord | undefined) =>
  record ? { expression: 'r = :r', values: { ':r': record.revision } } : { expression: 'attribute_not_exists(pk)' };
