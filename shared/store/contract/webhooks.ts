import type { TimelineQuery } from '../../timeline/query.ts';
import type { IndexedEvent } from '../event-payload.ts';

/** A change of an event, as reported to subscribers and readers of a stream. */
export type ChangeKind = 'new' | 'changed' | 'withdrawn';

/** An event as readers saw it, with its search stems. */
export interface SeenEvent {
  readonly event: IndexedEvent;
  readonly words: readonly string[];
}

/** An event before and after a batch; absent if readers saw, or see, none. */
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

/** Changes of collections, kept for an hour and only while a webhook or a reader of a stream watches. */
export interface ChangeLog {
  /** Records changes from now on until `until`; at most one write in a few minutes. */
  watch(collection: string, until: string): Promise<void>;
  /** The last position of a collection's log; empty if there are no records. */
  end(collection: string): Promise<string>;
  /** The records behind a position, oldest first. */
  after(collection: string, position: string, limit: number): Promise<readonly ChangeRecord[]>;
  /** Records that were not yet sent to webhooks, oldest first. */
  untold(limit: number): Promise<readonly ChangeRecord[]>;
  /** Marks a record as sent. */
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
  /** The previous secret: messages are signed by both until then, so that receivers can switch. */
  readonly former?: { readonly secret: string; readonly until: string };
  /** `ended`: its receiver answered 410. */
  readonly status: 'active' | 'ended';
  readonly createdAt: string;
}

/** One attempt to deliver. */
export interface DeliveryAttempt {
  readonly at: string;
  readonly milliseconds: number;
  /** Of the receiver's answer; absent where none came. */
  readonly status?: number;
  /** The reason for the failure, in words a person can act on. */
  readonly error?: string;
}

/** One message to a receiver. It names events; their content is read at each attempt, so that takedowns affect retries too. */
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
  /** Claims a due delivery until `until`; `undefined` if it is done, not due, deleted, or claimed. */
  take(key: DeliveryKey, now: string, until: string): Promise<Delivery | undefined>;
  settle(delivery: Delivery): Promise<void>;
  /** The newest first. */
  deliveries(webhook: string, limit: number): Promise<readonly Delivery[]>;
}
