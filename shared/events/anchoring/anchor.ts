import type { DatePhrase } from '../dates/date-phrase.ts';

/** The event that a time expression dates. Exactly one of `group` and `noun` is set. */
export interface Anchor {
  readonly range: DatePhrase;
  /** Index into the sentence's verb groups. */
  readonly group?: number;
  /** Index of the noun's word. */
  readonly noun?: number;
  /** The noun phrase presupposes the event ("the 1989 crackdown"). */
  readonly presupposed: boolean;
}
