import type { TimelineQuery } from '../../timeline/query.ts';
import type { IndexedEvent } from '../event-payload.ts';

/** What happened to an event, as subscribers and readers of a stream are told. */
export type ChangeKind = 'new' | 'changed' | 'withdrawn';

/** An event as readers saw it, with the stems that searches find it by. */
export interface SeenEvent {
  readonly event: IndexedEvent;
  readonly words: readonly string[];
}

/** An event before and after a batch; absent where readers saw, or see, none. */
export interface EventTransition {
  readonly before?: SeenEvent | undefined;
  readonly after?: SeenEvent | undefined;
}

/** Some transitions of one batch. */
export interface ChangeRecord {
  readonly collection: string;
  /** Sorts as the batches of the collection's builder do. */
  readonly position: string;
  /** ISO date-time of the batch. */
  readonly at: string;
  readonly transitions: readonly EventTransition[];
}

/**
 * What changed in collections, kept for an hour and only where somebody watches: a webhook, or a reader of a stream.
 */
export interface ChangeLog {
  /** Has changes recorded from now on until `until`; at most one write in a few minutes. */
  watch(collection: string, until: string): Promise<void>;
  /** Where the log of a collection ends; the empty text where nothing is kept. */
  end(collection: string): Promise<string>;
  /** The records behind a position, oldest first. */
  after(collection: string, position: string, limit: number): Promise<readonly ChangeRecord[]>;
  /** Records that webhooks have not been told of, oldest first. */
  untold(limit: number): Promise<readonly ChangeRecord[]>;
  /** Takes a record out of `untold`. */
  told(record: ChangeRecord): Promise<void>;
}

/** A subscription to the events of a query. */
export interface Webhook {
  readonly id: string;
  readonly collection: string;
  readonly url: string;
  readonly query: Omit<TimelineQuery, 'collection'>;
  readonly kinds: readonly ChangeKind[];
  /** `whsec_` and base64, as Standard Webhooks has it. */
  readonly secret: string;
  /** The secret before it: messages are signed by both until then, so that receivers can change over. */
  readonly former?: { readonly secret: string; readonly until: string };
  /** `ended`: its receiver answered 410. */
  readonly status: 'active' | 'ended';
  readonly createdAt: string;
}

/** One try to deliver. */
export interface DeliveryAttempt {
  readonly at: string;
  readonly milliseconds: number;
  /** Of the receiver's answer; absent where none came. */
  readonly status?: number;
  /** Why it failed, in words a person can act on. */
  readonly error?: string;
}

/** One message to a receiver. It names events; what they say is read anew at each attempt, so that a takedown reaches retries too. */
export interface Delivery {
  /** `msg_…`: the same at each attempt. */
  readonly id: string;
  readonly webhook: string;
  readonly type: 'events.changed' | 'webhook.ping';
  readonly createdAt: string;
  readonly events: Readonly<Record<ChangeKind, readonly string[]>>;
  readonly status: 'pending' | 'delivered' | 'failed';
  readonly attempts: readonly DeliveryAttempt[];
  /** Of a pending one: not tried again before. */
  readonly nextAt?: string;
}

/** Which delivery: a webhook's log is in order of time. */
export type DeliveryKey = Pick<Delivery, 'webhook' | 'createdAt' | 'id'>;

/** Webhooks and the log of what was sent to them, which is kept for a month. */
export interface WebhookRepository {
  create(webhook: Webhook): Promise<void>;
  find(id: string): Promise<Webhook | undefined>;
  list(collection?: string): Promise<readonly Webhook[]>;
  save(webhook: Webhook): Promise<void>;
  /** Its log goes with it. */
  remove(id: string): Promise<boolean>;
  /** Puts a pending delivery, once. */
  enqueue(delivery: Delivery): Promise<void>;
  /** Pending deliveries whose `nextAt` is not after `now`, oldest first. */
  due(now: string, limit: number): Promise<readonly DeliveryKey[]>;
  /** Takes a delivery that is due until `until`; `undefined` where it is done, not due, gone, or taken. */
  take(key: DeliveryKey, now: string, until: string): Promise<Delivery | undefined>;
  settle(delivery: Delivery): Promise<void>;
  /** The newest first. */
  deliveries(webhook: string, limit: number): Promise<readonly Delivery[]>;
}
