import type { ClauseRelation, ClauseVerb } from './parsed-sentence.ts';
import { baseOf } from './tree.ts';

/**
 * The relation of a clause to its governor, from the relation of its head in the tree and the form of its verb.
 *
 * @param marked A conjunction or preposition opens the clause.
 */
export function clauseRelation(relation: string, verb: ClauseVerb | undefined, marked: boolean): ClauseRelation {
  if (relation === 'root') return 'main';
  if (relation === 'acl:relcl' || relation === 'advcl:relcl') return 'relative';
  switch (baseOf(relation)) {
    case 'conj':
      return 'coordinate';
    case 'ccomp':
    case 'xcomp':
    case 'obj':
    case 'iobj':
      return 'complement';
    case 'csubj':
    case 'nsubj':
    case 'expl':
      return 'subject';
    case 'acl':
      return verb?.form === 'participle' ? 'participle' : 'complement';
    case 'advcl':
    case 'obl':
    case 'nmod':
      return verb?.form === 'participle' && !marked ? 'participle' : 'adverbial';
    default:
      return 'parenthetical';
  }
}
