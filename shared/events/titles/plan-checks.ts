import type { Clause, Complement, SyntaxToken } from '../../syntax/parsed-sentence.ts';
import { ASKS, FROM, NEEDS_OBJECT } from '../lexicon/complement-verbs.ts';
import { dateTokens } from './parsed-view.ts';
import type { Plan } from './plan.ts';

/** A fault of a title that shows in its parse: parts that the text has and the title lacks. */
interface PlanCheck {
  readonly name: string;
  /** The text, with what the title lacks in bars. */
  readonly example: string;
  readonly fails: (plan: Plan, date: ReadonlySet<number>) => boolean;
}

/** Nouns for groups, whose verb may be plural. */
const COLLECTIVE =
  /^(?:team|group|government|company|police|couple|majority|minority|number|half|rest|most|family|crew|band|party|council|club|staff|lot|lots|variety|range|media|data|side|public|board|firm|union|pair|handful|series|percent|all|none|some|any|many|few|several|both|who|which|that|there|here|people)$/;

const MORE_THAN_ONE = /^(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)$/;

const WH = /^(?:WDT|WP|WP\$|WRB)$/;

/** Complements that a verb is not whole without. */
const NEEDED: ReadonlySet<Complement['kind']> = new Set(['object', 'indirect-object', 'predicate', 'particle']);

const isNeeded = ({ kind, clause, head }: Complement, { parsed }: Plan): boolean => {
  const { clauses, tokens } = parsed.parse;
  if (kind !== 'clause') return NEEDED.has(kind) && !WH.test(tokens[head]?.tag ?? '');
  return clauses[clause ?? -1]?.relation === 'complement' && /^[xc]comp/.test(tokens[head]?.relation ?? '');
};

const OBJECT = /^(?:obj|[cx]comp|compound:prt)/;

/** "need |to go|", which the parser may take for a purpose. */
const isPurpose = (token: SyntaxToken | undefined): boolean => token?.tag === 'VB' && token.relation === 'advcl';

/** Clauses whose verb is part of the title, without those of what was said. */
const toldClauses = ({ parsed, kept }: Plan): readonly Clause[] =>
  parsed.parse.clauses.filter(({ verb }) => verb && kept.has(verb.head));

export const PLAN_CHECKS: readonly PlanCheck[] = [
  {
    name: 'a verb without its object',
    example: 'The director called the answer |a problem|',
    fails: (plan, date) =>
      toldClauses(plan).some(({ complements }) =>
        complements.some(
          (complement) =>
            isNeeded(complement, plan) &&
            !plan.tree.under(complement.head).some((i) => plan.kept.has(i) || plan.said?.kept.has(i)) &&
            !date.has(complement.head),
        ),
      ),
  },
  {
    name: 'a verb that needs an object, without one',
    example: 'The fishermen will need |boats|',
    fails: ({ clause, head, kept, object, said, tree }, date) => {
      const { verb } = clause ?? {};
      if (verb?.voice !== 'active' || verb.form !== 'finite' || !NEEDS_OBJECT.has(verb.lemma)) return false;
      return (
        object.length === 0 &&
        !said &&
        !(tree.children[head] ?? []).some(
          (child) =>
            kept.has(child) &&
            !date.has(child) &&
            (OBJECT.test(tree.tokens[child]?.relation ?? '') || isPurpose(tree.tokens[child])),
        )
      );
    },
  },
  {
    name: 'an object without what is expected of it',
    example: 'The judge expected the singer |to be told|',
    fails: ({ clause, head, kept, tree }) =>
      ASKS.has(clause?.verb?.lemma ?? '') &&
      (tree.children[head] ?? []).some(
        (child) =>
          tree.tokens[child]?.relation === 'obj' &&
          (tree.children[child] ?? []).some(
            (verb) =>
              /^acl/.test(tree.tokens[verb]?.relation ?? '') &&
              !kept.has(verb) &&
              (tree.children[verb] ?? []).some((i) => tree.tokens[i]?.tag === 'TO'),
          ),
      ),
  },
  {
    name: 'a preposition or an article without its noun',
    example: 'The council voted on |the bridge|',
    fails: ({ tree, kept, whole }) =>
      [...kept].some((i) => {
        const { relation, head } = tree.tokens[i] as SyntaxToken;
        // "most of | the boats": what the relative word stands for is told behind it
        return /^(?:case|det)$/.test(relation) && head > i && !kept.has(head) && whole.length === 0;
      }),
  },
  {
    name: 'a part of its subject',
    example: '|Winter and| the storm season are beginning',
    fails: ({ tree, clause, subject, kept }) => {
      const verb = tree.tokens[clause?.verb?.from ?? -1];
      const first = subject.find((i) => kept.has(i) && tree.tokens[i]?.tag !== 'DT');
      // "The five met a boy who |was| taken ill"
      if (
        /^(?:is|was|has)$/.test(verb?.lower ?? '') &&
        first === subject.at(-1) &&
        MORE_THAN_ONE.test(tree.tokens[first ?? -1]?.lower ?? '')
      )
        return true;
      if (!verb || !/^(?:are|were|have|'re)$/.test(verb.lower) || verb.tag === 'VB') return false;
      const own = subject.filter((i) => kept.has(i));
      const head = own.find((i) => !own.includes((tree.tokens[i] as SyntaxToken).head));
      const { tag, lower } = tree.tokens[head ?? -1] ?? {};
      return (
        /^NNP?$/.test(tag ?? '') &&
        !COLLECTIVE.test(lower ?? '') &&
        !own.some((i) => tree.tokens[i]?.relation === 'cc' || tree.tokens[i]?.tag === 'CD') &&
        (tag === 'NN' || own.length === 1 || /^(?:by|the|these|those)$/.test(tree.tokens[own[0] ?? -1]?.lower ?? ''))
      );
    },
  },
  {
    name: 'what its object is kept from',
    example: 'The storm prevented the ships |from docking|',
    fails: ({ tree, kept }) =>
      tree.tokens.some(({ relation, head, tag }, i) => {
        const verb = tree.tokens[head];
        return (
          /^(?:advcl|acl)/.test(relation) &&
          tag === 'VBG' &&
          !kept.has(i) &&
          kept.has(head) &&
          verb !== undefined &&
          FROM.has(verb.lemma) &&
          (tree.children[i] ?? []).some((child) => tree.tokens[child]?.lower === 'from')
        );
      }),
  },
  {
    name: 'half a pair',
    example: 'a dispute between Norway |and Denmark|',
    fails: ({ tree, kept }) =>
      [...kept].some(
        (i) =>
          tree.tokens[i]?.lower === 'between' &&
          (tree.children[(tree.tokens[i] as SyntaxToken).head] ?? []).some(
            (child) => tree.tokens[child]?.relation === 'conj' && !kept.has(child),
          ),
      ),
  },
];

/** Names of the checks that a plan fails. */
export const lostParts = (plan: Plan): string[] => {
  const date = dateTokens(plan.parsed, plan.dropped);
  return PLAN_CHECKS.filter(({ fails }) => fails(plan, date)).map(({ name }) => name);
};
