/** The last sequence number that each reader has processed, by shard. */
export interface StreamPositions {
  get(reader: string, shardId: string): string | undefined;
  set(reader: string, shardId: string, sequenceNumber: string): void;
}
