const PARTS = ['MO', 'AF', 'EV', 'NI'] as const;

/** What TIMEX3 writes after the day for a part of it, by the value of a `W.DayPart` word: `TMO`, `TNI`. */
export const partOfDay = (value: number): string => `T${PARTS[value] ?? ''}`;
