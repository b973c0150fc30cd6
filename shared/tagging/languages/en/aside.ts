import { sentenceStart } from '../sentence.ts';

/**
 * Words before a date that mark it as mentioned in passing, each with an example. A date that others are counted
 * from, limited by or compared with, or on which something past was found or published, does not move the narrative.
 */
const MARKS: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['since: "the largest since 1848"', /\bsince(?: at least)?\s+$/],
  [
    'superlative: "the worst defeat of 1848"',
    /\b(?:first|largest|biggest|worst|greatest|highest|lowest|last) (?:\w+ ){0,3}(?:since|after|from)\s+$/,
  ],
  [
    'discovery: "letters found in 1998"',
    /\b(?:found|discovered|unearthed|published|republished|released|declassified|revealed|interviewed|recalled|wrote|written)(?: (?:only|again))? (?:in|on)\s+$/,
  ],
  [
    'comparison: "down from 3,500 in January 2007", "as opposed to a peak of 90 in summer 2007"',
    /\b(?:compared (?:to|with)|as (?:against|opposed to)|in contrast (?:to|with)|unlike|than|(?:up|down) from|from (?:(?:a|an|its|the|their) (?:\w+ )?(?:low|high|peak|average|total|record)\b|[\d.,]+%?))[^;:.()]{0,45}?\s(?:(?:in|of|for|during|on) )?(?:the )?$/,
  ],
  ['plan: "planned for 1976"', /\b(?:planned|scheduled|slated|due|intended|expected|set) (?:for|by|in|until)\s+$/],
];

/** A bracket that opens close before the date. */
const BRACKETED = /[([](?:[a-z. ]{0,14})?$/i;

/** Nouns that a date only measures: "surpassing the May 2007 high", "its 2006 level". */
const MEASURE = /^ (?:high|low|peak|level|record|average|total|figure|standard)s?\b/;

/** Whether the words around a stated date mark it as mentioned in passing. */
export function isAside(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(sentenceStart(text, start), start - 60), start);
  return (
    BRACKETED.test(before) ||
    MEASURE.test(text.slice(end, end + 12)) ||
    MARKS.some(([, pattern]) => pattern.test(before))
  );
}
