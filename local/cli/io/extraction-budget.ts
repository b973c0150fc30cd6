/** Articles that a command has extracted in threads at once. */
export const EXTRACTED_AT_ONCE = 16;
/** A text that exceeds this is reported as broken. */
export const EXTRACTION_BUDGET = { seconds: 60, megabytes: 512 } as const;
