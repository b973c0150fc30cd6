/** Articles that a command extracts concurrently in worker threads. */
export const EXTRACTED_AT_ONCE = 16;
/** Limits for one text; a text that exceeds them is reported as failed. */
export const EXTRACTION_BUDGET = { seconds: 60, megabytes: 512 } as const;
