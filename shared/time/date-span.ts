/**
 * An inclusive ISO day. Years 0000–9999 have four digits; BCE years are astronomical and signed (`-0043-03-15` is 15 March 44 BCE).
 * Supported years: -9999…9999.
 */
export type IsoDay = string;

/** How exactly a text dates something. Stored events refer to a precision by its index in this list: add new ones at the end. */
export const PRECISIONS = [
  'day',
  'week',
  'month',
  'season',
  'quarter',
  'half',
  'part',
  'year',
  'interval',
  'decade',
  'century',
  'millennium',
] as const;
export type Precision = (typeof PRECISIONS)[number];

/** A stretch of days that a text names, with no more precision than the text gives. */
export interface DateSpan {
  /** First day, inclusive. */
  readonly start: IsoDay;
  /** Last day, inclusive. */
  readonly end: IsoDay;
  /** A valid EDTF (ISO 8601-2) string for the same stretch. */
  readonly edtf: string;
  readonly precision: Precision;
  /** True for "around", "about", "circa". */
  readonly approximate: boolean;
}

/** One day of the calendar, known exactly. */
export const exactDay = (day: string): DateSpan => ({
  start: day,
  end: day,
  edtf: day,
  precision: 'day',
  approximate: false,
});
