import { unpart } from '../keys.ts';

/** A stored value that differs from its recomputation. */
export interface Difference {
  readonly what: 'event' | 'entry' | 'tile' | 'mention' | 'posting';
  /** The key of the item, or the term. */
  readonly where: string;
  readonly expected: string;
  readonly found: string;
}

/** A difference at a key. */
export const difference = (
  what: Difference['what'],
  { pk, sk }: { readonly pk: string; readonly sk: string },
  expected: string,
  found: string,
): Difference => ({ what, where: `${unpart(pk)} ${sk}`, expected, found });
