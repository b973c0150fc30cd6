import type { TokenWindow } from '../scanning/token-window.ts';
import type { Expression } from './expression.ts';
import type { WordClass } from './word.ts';

/**
 * One form of time expression: "June 4, 1989" is one, "two years ago" another.
 *
 * A form is tried only at tokens of the classes that it starts with. It returns the expression that the words state, or undefined. The longest
 * result at a token wins; of equally long ones that of the earlier form in the language's pipeline.
 */
export interface Form {
  readonly name: string;
  readonly starts: readonly WordClass[];
  readonly read: (t: TokenWindow, i: number) => Expression | undefined;
}

/** Forms by the class of their first token, in the order of the pipeline. */
export type FormTable = readonly (readonly Form[])[];

const CLASSES = 64;

/** Sorts a pipeline by first class, once per language. */
export function tabulate(pipeline: readonly Form[]): FormTable {
  const table: Form[][] = Array.from({ length: CLASSES }, () => []);
  for (const form of pipeline) for (const cls of form.starts) table[cls]?.push(form);
  return table;
}

/** The token after an expression and the ones it states besides. */
export const reachOf = (e: Expression): number => (e.also ? reachOf(e.also) : e.upTo);

/** The longest expression that begins at token `i`; the earlier form of equals. */
export function longestAt(forms: FormTable, t: TokenWindow, i: number): Expression | undefined {
  let best: Expression | undefined;
  const candidates = forms[t.cls(i)];
  if (!candidates) return undefined;
  for (const form of candidates) {
    const found = form.read(t, i);
    if (found && (!best || reachOf(found) > reachOf(best))) best = found;
  }
  return best;
}
