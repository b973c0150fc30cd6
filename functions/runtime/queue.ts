/** A queue to send to; messages are plain data, JSON-encoded on the wire. */
export interface Queue {
  /** Sends all messages, in batches of ten. @throws DatelineError `queue.unavailable` if the queue did not accept one. */
  send(messages: readonly unknown[]): Promise<void>;
}

/** A queue that also reports its length. */
export interface MeasuredQueue extends Queue {
  /** Approximate number of messages waiting or in flight. */
  backlog(): Promise<number>;
}
