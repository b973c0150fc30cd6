import { sentenceStart } from '../sentence.ts';

const COMPARED = ['compared with ', 'compared to ', 'versus '] as const;

/**
 * Whether a figure before an offset is set beside one of the time that stands there: "$3 million, compared with $2 million last year".
 * "Last year" then is as long as what it is compared with.
 */
export function isCompared(text: string, start: number): boolean {
  const before = text.slice(sentenceStart(text, start), start);
  return COMPARED.some((words) => before.includes(words));
}
