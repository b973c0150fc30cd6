import type { DateSpan } from '../../time/date-span.ts';
import type { TimexType } from '../timex.ts';

/** The resolved meaning of an expression. */
export interface Meaning {
  readonly value: string;
  readonly span: DateSpan | undefined;
  readonly explicit: boolean;
  readonly source: string | undefined;
  /** The type, where it turned out otherwise than the form said. */
  readonly type?: TimexType | undefined;
}
