import { DatelineError } from '../../kernel/dateline-error.ts';
import type { Change, Item } from '../dynamo/table-access.ts';
import { keys } from '../keys.ts';
import { findEvent } from '../queries/find-event.ts';
import { auditItems } from '../records/audit-repository.ts';
import type { Edited, EditSummary, StoredEvent } from '../store.ts';
import type { StoreContext } from '../store-context.ts';
import { type EditRecord, editItem, editOf } from './bucket.ts';
import { MOST_PLACES } from './compose.ts';
import type { Builder } from './contract.ts';
import { hash64, splitEventId } from './event-id.ts';
import { putTask, taskItems } from './tasks.ts';

const ATTEMPTS = 5;

/** One edit record of one bucket, before and after. */
export interface Step {
  readonly bucket: string;
  readonly own: string;
  readonly before: EditRecord | undefined;
  readonly after: EditRecord;
}

export interface LoggedEdit extends EditSummary {
  readonly steps: readonly Step[];
  readonly undone: boolean;
}

/** The event became part of another since it was read. */
class MovedOn extends Error {}

/** The operations that all edits consist of. */
export type EditTransaction = ReturnType<typeof editTransaction>;

/**
 * An edit is one transaction: the edit records of the events, the log that undoes it, the audit trail, and a task for
 * the builder. The caller waits until the task is folded.
 */
export function editTransaction(context: StoreContext, builder: Builder) {
  const { table, now } = context;

  async function recordOf(id: string): Promise<{ bucket: string; own: string; record: EditRecord | undefined }> {
    const place = splitEventId(id);
    if (!place) throw new RangeError(`no event id: ${id}`);
    const item = await table.get(keys.edit(place.bucket, place.own), { consistent: true });
    return { ...place, record: item && editOf(item) };
  }

  /** A step that changes an event's edit record, created if there is none. */
  async function stepOn(event: StoredEvent, change: (record: EditRecord) => Partial<EditRecord>): Promise<Step> {
    const { bucket, own, record } = await recordOf(event.id);
    // Merged into another event since it was read: must be read again.
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

  /** The event, after folding a recorded merge that would make it part of another. */
  async function eventAt(id: string): Promise<StoredEvent | undefined> {
    for (let tries = 0; tries < ATTEMPTS; tries++) {
      const event = await findEvent(table, id);
      if (!event) return undefined;
      const { bucket, record } = await recordOf(event.id);
      if (record?.into === undefined) return event;
      await builder.folded(await putTask(context, { kind: 'edit', collection: event.collection, buckets: [bucket] }));
    }
    throw new DatelineError('store.busy', 'Others are editing the same event just now.');
  }

  /** Writes an edit without folding it; `undefined` if another editor changed the same events meanwhile. */
  async function record(
    act: EditSummary['act'],
    event: Pick<StoredEvent, 'id' | 'collection'>,
    by: string,
    steps: readonly Step[],
    extra: readonly Change[] = [],
  ): Promise<{ readonly edit: string; readonly task: Item } | undefined> {
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
    return stored ? { edit: id, task: item } : undefined;
  }

  /** Writes an edit and waits until it is folded. */
  async function commit(...parts: Parameters<typeof record>): Promise<string | undefined> {
    const recorded = await record(...parts);
    if (recorded) await builder.folded(recorded.task);
    return recorded?.edit;
  }

  /** Repeats an edit until no concurrent edit of the same events interferes. */
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

  return { recordOf, stepOn, eventAt, record, commit, edited, outcome };
}

const atRevision = (record: EditRecord | undefined) =>
  record ? { expression: 'r = :r', values: { ':r': record.revision } } : { expression: 'attribute_not_exists(pk)' };
