/** A named day or range of days that recurs every year, or most years. */
export interface NamedDay {
  /** Key used by languages: "christmas". */
  readonly key: string;
  /** Day number (days since 1970-01-01) of its first day in a year, or undefined where it has none that year. */
  readonly firstDay: (year: number) => number | undefined;
  /** The year meant where none is stated: V-E Day is 8 May 1945. Undefined for recurring days. */
  readonly historicYear?: number;
  /** How many days it lasts. */
  readonly days: number;
  /** Where the rule or the table comes from. */
  readonly source: string;
}
