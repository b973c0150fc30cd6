import type { Lean } from './expression.ts';
import { Which } from './word.ts';

/** The reference point that "this", "last" and "next" give to a weekday, a month or a named day. */
export const LEANS: Readonly<Record<number, Lean>> = {
  [Which.This]: 'this',
  [Which.Last]: 'last',
  [Which.Past]: 'last',
  [Which.Next]: 'next',
  [Which.Coming]: 'next',
  [Which.Previous]: 'previous',
  [Which.Following]: 'following',
  [Which.Same]: 'same',
  [Which.That]: 'same',
};
