import { mentionByHand } from '../../events/merging/event-by-hand.ts';
import { DatelineError } from '../../kernel/dateline-error.ts';
import { rememberCollection } from '../articles/article-list.ts';
import type { Item } from '../dynamo/table-access.ts';
import { inParallel } from '../in-parallel.ts';
import { findEvent } from '../queries/find-event.ts';
import type { CreatedEvent, EventEdits, NewEvent } from '../store.ts';
import type { StoreContext } from '../store-context.ts';
import type { EditRecord } from './bucket.ts';
import type { Builder } from './contract.ts';
import type { EditTransaction } from './edit-transaction.ts';
import { eventIdIn, hash64 } from './event-id.ts';

const EVENTS_AT_ONCE = 8;

/** A creation that is written but not yet folded. */
interface Creation {
  readonly id: string;
  readonly outcome: CreatedEvent['outcome'];
  readonly edit?: string;
  readonly task?: Item;
}

/**
 * Creates and removes events by hand. Such an event is an edit record of its own in a bucket of its own: it is merged
 * only by hand, takedowns do not affect it, and it can be corrected, merged and undone like others.
 */
export function eventsByHand(
  context: StoreContext,
  builder: Builder,
  { recordOf, eventAt, record, commit, edited, outcome }: EditTransaction,
): Pick<EventEdits, 'create' | 'remove'> {
  const create = ({ collection, ...given }: NewEvent, by: string): Promise<Creation> =>
    edited(async () => {
      const id = idOf(collection, given);
      const { bucket, own, record: before } = await recordOf(id);
      if (before?.into !== undefined) return { id, outcome: 'unchanged' as const };
      const changes = { ...(before?.byHand ? before.changes : {}), ...given };
      if (before?.byHand && said(collection, before, changes) === said(collection, before, before.changes))
        return { id, outcome: 'unchanged' as const };
      const after: EditRecord = {
        places: [],
        ...before,
        own,
        title: given.title,
        changes,
        byHand: true,
        revision: (before?.revision ?? 0) + 1,
      };
      const written = await record('event.create', { id, collection }, by, [{ bucket, own, before, after }]);
      return written
        ? { id, outcome: before?.byHand ? ('changed' as const) : ('created' as const), ...written }
        : 'again';
    });

  return {
    async create(events, by) {
      for (const collection of new Set(events.map((event) => event.collection))) {
        await rememberCollection(context, collection);
      }
      // Duplicates among them are written in sequence: the last one counts, as in separate requests.
      const creations: Creation[] = [];
      const groups = new Map<string, NewEvent[]>();
      for (const event of events) {
        const id = idOf(event.collection, event);
        groups.set(id, [...(groups.get(id) ?? []), event]);
      }
      await inParallel([...groups], EVENTS_AT_ONCE, async ([, same]) => {
        for (const event of same) creations.push(await create(event, by));
      });
      for (const { task } of creations) if (task) await builder.folded(task);
      const done = new Map<string, CreatedEvent>();
      await inParallel([...groupedById(creations)], EVENTS_AT_ONCE, async ([id, [first, ...more]]) => {
        const event = await findEvent(context.table, id);
        const edit = [first, ...more].findLast((creation) => creation?.edit !== undefined)?.edit;
        if (event && first) done.set(id, { event, outcome: first.outcome, ...(edit === undefined ? {} : { edit }) });
      });
      return events.flatMap((event) => done.get(idOf(event.collection, event)) ?? []);
    },

    remove: (id, by) =>
      edited(async () => {
        const event = await eventAt(id);
        if (!event) return undefined;
        const { bucket, own, record: before } = await recordOf(event.id);
        if (!before?.byHand) {
          throw new DatelineError('edit.not-by-hand', 'Articles tell this event: hide it, or take the articles down.');
        }
        const { byHand: _byHand, ...bare } = before;
        const after: EditRecord = { ...bare, changes: {}, revision: before.revision + 1 };
        const edit = await commit('event.remove', event, by, [{ bucket, own, before, after }]);
        if (edit === undefined) return 'again';
        return { edit, left: (await outcome(event.id, edit))?.event };
      }),
  };
}

/** Events by hand with the same title and days in one collection are the same event, so that sending a list twice doubles nothing. */
function idOf(collection: string, { title, date }: Pick<NewEvent, 'title' | 'date'>): string {
  const name = JSON.stringify(['by hand', collection, title, date.start, date.end]);
  return eventIdIn(hash64(name))(hash64(`${name} own`));
}

/** An event by hand as text. */
const said = (collection: string, record: EditRecord, changes: EditRecord['changes']): string =>
  JSON.stringify(mentionByHand(collection, { ...record, changes }));

function groupedById(creations: readonly Creation[]): ReadonlyMap<string, readonly Creation[]> {
  const groups = new Map<string, Creation[]>();
  for (const creation of creations) groups.set(creation.id, [...(groups.get(creation.id) ?? []), creation]);
  return groups;
}
