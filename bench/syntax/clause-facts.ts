import type { ClauseRelation, ParsedSentence, TokenRange } from '../../shared/syntax/parsed-sentence.ts';

/** Facts scored for each finite verb. Places are offsets in the sentence's text. */
export interface VerbFact {
  /** Start of the main verb; of the copula if there is a predicate. */
  readonly verb: number;
  /** Start of the subject's head; undefined if the clause has no subject. */
  readonly subjectHead: number | undefined;
  /** Start of each word of the subject. */
  readonly subject: readonly number[];
  /** Subjects that would be right as well: the antecedent of a relative pronoun. */
  readonly otherSubject: readonly number[];
  /** Start of the governing verb; -1 for none. */
  readonly governor: number;
  readonly relation: ClauseRelation;
  readonly tense: 'past' | 'present' | 'future' | 'none';
  readonly passive: boolean;
}

/** The facts that the clause layer states. */
export function factsOf({ tokens, clauses }: ParsedSentence): VerbFact[] {
  const startOf = (token: number): number => tokens[token]?.start ?? -1;
  const words = (range: TokenRange | undefined): number[] =>
    range === undefined
      ? []
      : tokens.slice(range.from, range.to).flatMap(({ start, text }) => (/[\p{L}\p{N}]/u.test(text) ? [start] : []));
  return clauses.flatMap((clause): VerbFact[] => {
    const { verb, subject } = clause;
    if (verb?.form !== 'finite') return [];
    const governing = clauses[clause.governor];
    return [
      {
        verb: startOf(verb.head),
        subjectHead: subject === undefined ? undefined : startOf(subject.head),
        subject: words(subject),
        otherSubject: words(clause.antecedent),
        governor: governing === undefined ? -1 : startOf(governing.verb?.head ?? clause.governingToken),
        relation: clause.relation,
        tense: verb.tense,
        passive: verb.voice === 'passive',
      },
    ];
  });
}
