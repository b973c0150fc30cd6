import type { Clause, SyntaxToken } from '../../syntax/parsed-sentence.ts';
import { PAST, verbForm } from '../lexicon/verb-forms.ts';
import type { Subtrees } from './subtrees.ts';

/** "was arrested and charged": the auxiliary that a coordinate verb shares with the first. */
export function sharedAuxiliaries(clauses: readonly Clause[], tree: Subtrees, index: number): readonly number[] {
  const clause = clauses[index] as Clause;
  const verb = clause.verb;
  if (!verb || verb.tokens.length > 1 || clause.relation !== 'coordinate' || !clause.subjectShared) return [];
  const { tag, lower } = tree.tokens[verb.head] as SyntaxToken;
  if (!/^(?:VB|VBN|VBG)$/.test(tag) && !(tag === 'VBD' && SUFFERED.test(verb.lemma))) return [];
  const first = clauses[clause.governor]?.verb;
  // "were chased off and fled", "was caught and killed a guard": the second verb is active
  const isAlone = /^[,.;]$/.test(tree.tokens[verb.head + 1]?.text ?? '.');
  const isSuffered =
    (first?.voice === 'passive' || (first?.copula && SUFFERED.test(verb.lemma))) &&
    (isAlone || !clause.complements.some(({ kind }) => kind === 'object'));
  if (
    /^VB[DN]$/.test(tag) &&
    (verbForm(lower)?.forms ?? 0) & PAST &&
    !(isSuffered && !SUFFERED_BY_NOBODY.test(verb.lemma))
  )
    return [];
  return first ? first.tokens.filter((i) => first.copula || i !== first.head) : [];
}

/** Verbs that have no passive. */
export const SUFFERED_BY_NOBODY =
  /^(?:flee|die|fall|fail|escape|collapse|rise|go|come|return|arrive|remain|vanish|emerge|disappear|resign|retire|sink|survive|live|stay|head|travel|agree|vow|refuse|try|begin|start)$/;

/** Verbs whose past form without an object describes the patient. */
const SUFFERED =
  /^(?:execute|kill|arrest|jail|imprison|charge|sentence|convict|hang|behead|shoot|overthrow|elect|appoint|release|detain|deport|injure|wound|murder|assassinate|bury|seize|capture|destroy|demolish|sack|dismiss|fine|ban|suspend|abduct|kidnap|torture|beat)$/;
