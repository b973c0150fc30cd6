import type { ParsedSentence } from '../../syntax/parsed-sentence.ts';
import type { OmittedDate, SentenceView } from '../sentence/render-words.ts';
import type { Word } from '../sentence/word.ts';

/** A sentence as words and as a parse of the same characters. */
export interface ParsedView {
  readonly view: SentenceView;
  readonly parse: ParsedSentence;
  /** Index of the first token of each word. */
  readonly tokenOf: readonly number[];
  /** Index of the word that holds each token. */
  readonly wordOf: readonly number[];
}

/** The parse of a view's sentence, aligned with its words; `undefined` for a sentence that is too long. */
export function parsedView(view: SentenceView): ParsedView | undefined {
  const { words } = view;
  const parse = view.parse();
  if (!parse || words.length === 0) return undefined;
  const tokenOf: number[] = [];
  const wordOf: number[] = [];
  let w = 0;
  parse.tokens.forEach((token, t) => {
    while (w + 1 < words.length && (words[w] as Word).end <= token.start) w++;
    wordOf.push(w);
    tokenOf[w] ??= t;
  });
  return { view, parse, tokenOf, wordOf };
}

/** Tokens of the date that is left out. */
export const dateTokens = ({ wordOf }: ParsedView, dropped: OmittedDate | undefined): ReadonlySet<number> =>
  new Set(dropped ? wordOf.flatMap((w, token) => (dropped.first <= w && w <= dropped.last ? [token] : [])) : []);

/** Is a word the head of its clause's subject? */
export function isSubject({ parse, tokenOf }: ParsedView, word: number): boolean {
  const token = tokenOf[word];
  return (
    token !== undefined && parse.clauses.some(({ subject, subjectShared }) => subject?.head === token && !subjectShared)
  );
}
