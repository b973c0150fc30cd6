/** The last sequence number that each reader is done with, by shard. */
export interface StreamPositions {
  get(reader: string, shardId: string): string | undefined;
  set(reader: string, shardId: string, sequenceNumber: string): void;
}
