import type { VerbFact } from './clause-facts.ts';
import type { GoldFacts } from './gold-facts.ts';

/** F1 of each question over all finite verbs, in percent. */
export interface FactScores {
  readonly found: number;
  readonly precision: number;
  readonly recall: number;
  readonly subjectHead: number;
  readonly wholeSubject: number;
  readonly governor: number;
  readonly relation: number;
  readonly governorAndRelation: number;
  readonly tense: number;
  readonly voice: number;
}

/** The subject lies within what was given as one, with at most one word that is not its own. */
function wholeSubjectRight(gold: VerbFact, given: VerbFact): boolean {
  const right = (words: readonly number[]): boolean =>
    words.every((word) => given.subject.includes(word)) &&
    given.subject.filter((word) => !words.includes(word)).length <= (words.length === 0 ? 0 : 1);
  return right(gold.subject) || (gold.otherSubject.length > 0 && right(gold.otherSubject));
}

/** Scores the facts of one system, sentence by sentence, against a treebank's. */
export function scoreFacts(gold: readonly GoldFacts[], given: readonly (readonly VerbFact[])[]): FactScores {
  let goldCount = 0;
  let givenCount = 0;
  const hits = { found: 0, subjectHead: 0, wholeSubject: 0, governor: 0, relation: 0, both: 0, tense: 0, voice: 0 };
  gold.forEach(({ facts, optional }, s) => {
    const answers = (given[s] as readonly VerbFact[]).filter(({ verb }) => !optional.has(verb));
    goldCount += facts.length;
    givenCount += answers.length;
    for (const fact of facts) {
      const answer = answers.find(({ verb }) => verb === fact.verb);
      if (!answer) continue;
      const governor = answer.governor === fact.governor;
      const relation = answer.relation === fact.relation;
      hits.found++;
      if (answer.subjectHead === fact.subjectHead) hits.subjectHead++;
      if (wholeSubjectRight(fact, answer)) hits.wholeSubject++;
      if (governor) hits.governor++;
      if (relation) hits.relation++;
      if (governor && relation) hits.both++;
      if (answer.tense === fact.tense) hits.tense++;
      if (answer.passive === fact.passive) hits.voice++;
    }
  });
  const f1 = (count: number): number => (200 * count) / (goldCount + givenCount);
  return {
    found: f1(hits.found),
    precision: (100 * hits.found) / givenCount,
    recall: (100 * hits.found) / goldCount,
    subjectHead: f1(hits.subjectHead),
    wholeSubject: f1(hits.wholeSubject),
    governor: f1(hits.governor),
    relation: f1(hits.relation),
    governorAndRelation: f1(hits.both),
    tense: f1(hits.tense),
    voice: f1(hits.voice),
  };
}
