import type { Clause, SyntaxToken } from '../../syntax/parsed-sentence.ts';
import { NO_PASSIVE, SUFFERED } from '../lexicon/complement-verbs.ts';
import { PAST, verbForm } from '../lexicon/verb-forms.ts';
import type { Subtrees } from './subtrees.ts';

/** "was arrested and charged": the auxiliary that a coordinate verb shares with the first. */
export function sharedAuxiliaries(clauses: readonly Clause[], tree: Subtrees, index: number): readonly number[] {
  const clause = clauses[index] as Clause;
  const verb = clause.verb;
  if (!verb || verb.tokens.length > 1 || clause.relation !== 'coordinate' || !clause.subjectShared) return [];
  const { tag, lower } = tree.tokens[verb.head] as SyntaxToken;
  if (!/^(?:VB|VBN|VBG)$/.test(tag) && !(tag === 'VBD' && SUFFERED.has(verb.lemma))) return [];
  const first = clauses[clause.governor]?.verb;
  // "were chased off and fled", "was caught and killed a guard": the second verb is active
  const isAlone = /^[,.;]$/.test(tree.tokens[verb.head + 1]?.text ?? '.');
  const isSuffered =
    (first?.voice === 'passive' || (first?.copula && SUFFERED.has(verb.lemma))) &&
    (isAlone || !clause.complements.some(({ kind }) => kind === 'object'));
  if (/^VB[DN]$/.test(tag) && (verbForm(lower)?.forms ?? 0) & PAST && !(isSuffered && !NO_PASSIVE.has(verb.lemma)))
    return [];
  return first ? first.tokens.filter((i) => first.copula || i !== first.head) : [];
}
