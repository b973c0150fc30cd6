import type { ClauseRelation } from '../../shared/syntax/parsed-sentence.ts';
import type { VerbFact } from './clause-facts.ts';
import type { GoldSentence } from './conllu.ts';

/** Facts of a treebank's sentence, read from its features and relations alone. */
export interface GoldFacts {
  readonly facts: readonly VerbFact[];
  /**
   * Verbs without an auxiliary of their own that may count as finite or not, so that both answers are accepted: those that share the auxiliary of
   * the verb they are coordinate with ("was arrested and charged"), and passives of headlines ("Document found on street").
   */
  readonly optional: ReadonlySet<number>;
}

const RELATIONS: Readonly<Record<string, ClauseRelation>> = {
  conj: 'coordinate',
  ccomp: 'complement',
  xcomp: 'complement',
  obj: 'complement',
  csubj: 'subject',
  nsubj: 'subject',
  'acl:relcl': 'relative',
  'advcl:relcl': 'relative',
  acl: 'complement',
  advcl: 'adverbial',
  obl: 'adverbial',
  nmod: 'adverbial',
};

export function goldFacts({ tokens, tags, lemmas, heads, relations, features }: GoldSentence): GoldFacts {
  const n = tokens.length;
  const isAuxiliary = (i: number): boolean => /^(?:aux|cop)/.test(relations[i] as string);
  const predicateOf = (i: number): number => (isAuxiliary(i) ? (heads[i] as number) : i);
  const children = (i: number): number[] => [...heads.keys()].filter((k) => heads[k] === i);
  const finite = new Set<number>();
  for (let i = 0; i < n; i++) if (/VerbForm=Fin/.test(features[i] as string)) finite.add(predicateOf(i));
  const verbOf = (p: number): number => {
    const auxiliaries = children(p).filter(isAuxiliary);
    const copula = auxiliaries.findLast((i) => relations[i] === 'cop');
    if (copula !== undefined) return copula;
    return /^(?:VB|MD)/.test(tags[p] as string) ? p : (auxiliaries.at(-1) ?? p);
  };
  const verbal = (p: number): boolean =>
    finite.has(p) ||
    (/^VB/.test(tags[p] as string) && !/^(?:amod|compound|case|fixed|aux|cop|mark)/.test(relations[p] as string)) ||
    children(p).some(isAuxiliary);
  const start = (i: number): number => tokens[i]?.start ?? -1;
  const subtree = (i: number): number[] => [i, ...children(i).flatMap(subtree)];
  const words = (indices: readonly number[]): number[] =>
    indices
      .filter((i) => /[\p{L}\p{N}]/u.test(tokens[i]?.text ?? ''))
      .sort((a, b) => a - b)
      .map(start);
  const ownSubject = (p: number): number | undefined => {
    const all = children(p).filter((i) => /^(?:nsubj|csubj)/.test(relations[i] as string));
    const verb = verbOf(p);
    return (
      all.filter((i) => i < verb && relations[i] !== 'nsubj:outer').at(-1) ??
      all[0] ??
      children(p).find((i) => relations[i] === 'expl')
    );
  };
  const subjectOf = (p: number): number | undefined => {
    for (let at = p; ; at = heads[at] as number) {
      const own = ownSubject(at);
      if (own !== undefined || relations[at] !== 'conj') return own;
    }
  };
  const optional = new Set<number>();
  for (let i = 0; i < n; i++) {
    // a headline that leaves "was" out: "Document found on street"
    const passive =
      !finite.has(i) && tags[i] === 'VBN' && children(i).some((k) => /^nsubj/.test(relations[k] as string));
    if (passive && !children(i).some(isAuxiliary)) optional.add(start(i));
  }
  for (let i = 0; i < n; i++) {
    const head = heads[i] as number;
    if (relations[i] === 'conj' && !finite.has(i) && /^VB/.test(tags[i] as string) && children(head).some(isAuxiliary))
      optional.add(start(i));
  }
  const facts = [...finite].map((p): VerbFact => {
    const subject = subjectOf(p);
    const relation = relations[p] as string;
    let governor = heads[p] as number;
    while (governor >= 0 && !verbal(governor) && (heads[governor] as number) >= 0) governor = heads[governor] as number;
    const group = [...children(p).filter(isAuxiliary), p].sort((a, b) => a - b);
    const modal = group.find((i) => tags[i] === 'MD' && i < verbOf(p));
    const future = modal !== undefined && /^(?:will|shall|'ll|wo)$/.test((lemmas[modal] as string).toLowerCase());
    const first = group.find((i) => /VerbForm=Fin/.test(features[i] as string)) ?? p;
    const antecedent = heads[p] as number;
    return {
      verb: start(verbOf(p)),
      subjectHead: subject === undefined ? undefined : start(subject),
      subject:
        subject === undefined
          ? []
          : words(subtree(subject).filter((i) => !(relations[i] === 'cc' && heads[i] === subject))),
      otherSubject:
        relation === 'acl:relcl' && subject !== undefined && /^(?:WDT|WP)$/.test(tags[subject] as string)
          ? words(subtree(antecedent).filter((i) => i < (subject as number)))
          : [],
      governor: governor < 0 ? -1 : start(verbal(governor) ? verbOf(governor) : governor),
      relation:
        (heads[p] as number) < 0
          ? 'main'
          : (RELATIONS[relation] ?? RELATIONS[relation.split(':')[0] as string] ?? 'parenthetical'),
      tense:
        modal !== undefined
          ? future
            ? 'future'
            : 'none'
          : /Tense=Past/.test(features[first] as string)
            ? 'past'
            : 'present',
      passive: children(p).some((i) => relations[i] === 'aux:pass' || relations[i] === 'nsubj:pass'),
    };
  });
  return { facts, optional };
}
