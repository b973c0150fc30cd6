import type { DateSpan } from '../../time/date-span.ts';

/** What an expression turned out to mean. */
export interface Meaning {
  readonly value: string;
  readonly span: DateSpan | undefined;
  readonly explicit: boolean;
  readonly source: string | undefined;
}
