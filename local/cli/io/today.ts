/** The current day in UTC (ISO). */
export const today = (): string => new Date().toISOString().slice(0, 10);
