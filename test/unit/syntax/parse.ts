import { parseSentence } from '../../../shared/syntax/parse-sentence.ts';
import type { Clause, ParsedSentence, ParseOptions, TokenRange } from '../../../shared/syntax/parsed-sentence.ts';

/** A clause with its ranges as text. */
export interface ReadableClause {
  readonly clause: Clause;
  readonly verb: string;
  readonly subject: string | undefined;
  readonly governor: string | undefined;
  readonly marker: string | undefined;
  readonly antecedent: string | undefined;
  readonly complements: Readonly<Record<string, readonly string[]>>;
}

export const parse = (text: string, options?: ParseOptions): ParsedSentence =>
  parseSentence(text, { start: 0, end: text.length, paragraph: 0 }, options);

/** The clause whose verb has this lemma. */
export function clauseOf(text: string, lemma: string, options?: ParseOptions): ReadableClause {
  const parsed = parse(text, options);
  const clause = parsed.clauses.find(({ verb }) => verb?.lemma === lemma);
  if (clause === undefined)
    throw new RangeError(`no clause of "${lemma}" among ${parsed.clauses.map(({ verb }) => verb?.lemma).join(', ')}`);
  const textOf = ({ from, to }: TokenRange): string =>
    text.slice(parsed.tokens[from]?.start ?? 0, parsed.tokens[to - 1]?.end ?? 0);
  const complements: Record<string, string[]> = {};
  for (const complement of clause.complements) {
    complements[complement.kind] ??= [];
    complements[complement.kind]?.push(textOf(complement));
  }
  return {
    clause,
    verb: clause.verb ? clause.verb.tokens.map((i) => parsed.tokens[i]?.text).join(' ') : '',
    subject: clause.subject && textOf(clause.subject),
    governor: parsed.clauses[clause.governor]?.verb?.lemma,
    marker: clause.marker?.lemma,
    antecedent: clause.antecedent && textOf(clause.antecedent),
    complements,
  };
}
