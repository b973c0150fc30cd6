import { stemmer } from 'stemmer';
import { remembered } from '../kernel/remembered.ts';

/**
 * The Porter stem of a lower-case word, by which "elections" and "election" are one keyword.
 *
 * Remembers its last words, since texts repeat them.
 *
 * @see M. F. Porter, "An algorithm for suffix stripping", Program 14(3), 1980.
 */
export const stem = remembered(stemmer);
