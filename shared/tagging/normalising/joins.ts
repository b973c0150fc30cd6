import type { Recognised } from '../recognise.ts';

/** Longest text between two joined dates, in code units. */
export const LONGEST_JOIN = 24;
export const JOINS =
  /^\s*(?:,?\s*(?:and|or|to|through|until|till|und|bis|oder)|[-–—/,&])?\s*(?:(?:again|then|later)\s+)?(?:(?:in|on)\s+)?(?:the\s+|early\s+|late\s+|mid-?)?$/;
export const PAIRED = /^\s*(?:to|through|until|till|bis(?: zum)?|[-–—/])\s*(?:the\s+|early\s+|late\s+|mid-?)?$/;
export const AND = /^\s*(?:and|und)\s*(?:the\s+)?$/;
export const BETWEEN = /\b(?:between|zwischen)\s+(?:the\s+)?$/i;
/** The other calendar's day in a bracket: "25 October (7 November)", "13 March [O.S. 1 March]". */
export const OPENS = /^\s*[([]\s*(?:[ON]\.?\s?S\.?|(?:Old|New) Style)?:?,?\s*$/;
export const CLOSES = /^[^()[\]]{0,40}[)\]],?\s*$/;
/** "in 2003 (May to August)". */
export const IN_BRACKET = /^\s*\(\s*(?:from |between |in |on )?(?:the )?$/;
export const FROM = /^,?\s*(?:from|between|vom|von)\s+(?:the\s+)?$/;

/** The neighbours of an expression, with the fields shared so far. */
export interface Neighbourhood {
  readonly one: Recognised;
  readonly previous: Recognised | undefined;
  readonly next: Recognised | undefined;
  readonly afterNext: Recognised | undefined;
  readonly text: string;
}

/** The text between two expressions, if it is short. */
export const textBetween = (text: string, one: Recognised, next: Recognised | undefined): string | undefined =>
  next && next.start - one.end <= LONGEST_JOIN ? text.slice(one.end, next.start) : undefined;
