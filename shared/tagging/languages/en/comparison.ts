import { sentenceStart } from '../sentence.ts';

const COMPARED = ['compared with ', 'compared to ', 'versus '] as const;

/**
 * Whether the figure before an offset is compared with one of the time at the offset: "$3 million, compared with $2 million last year".
 * "Last year" then means a period as long as the one it is compared with.
 */
export function isCompared(text: string, start: number): boolean {
  const before = text.slice(sentenceStart(text, start), start);
  return COMPARED.some((words) => before.includes(words));
}
