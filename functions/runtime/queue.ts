/** A queue to send to; messages are plain data, JSON-encoded on the wire. */
export interface Queue {
  /** Sends all of them, in batches of ten. @throws DatelineError `queue.unavailable` if any was not taken. */
  send(messages: readonly unknown[]): Promise<void>;
}

/** A queue that says how much waits on it. */
export interface MeasuredQueue extends Queue {
  /** Messages that wait or are worked on, about. */
  backlog(): Promise<number>;
}
