import { ATTACHMENT_TEMPLATES, attachmentAtoms } from '../../shared/syntax/attachment-features.ts';
import { candidateGovernors } from '../../shared/syntax/candidates.ts';
import { clauseHeads } from '../../shared/syntax/clause-heads.ts';
import { SLOT_BITS } from '../../shared/syntax/hashing.ts';
import { possibleSubjects } from '../../shared/syntax/missing-subject.ts';
import { featureHasher, type TrainedNetwork } from '../../shared/syntax/network.ts';
import { NOT_GOVERNOR } from '../../shared/syntax/reattach.ts';
import type { Tree } from '../../shared/syntax/tree.ts';
import { seeded } from '../random.ts';
import { NetworkTrainer, type TrainingOptions } from './network-trainer.ts';
import { shuffled } from './shuffled.ts';
import type { ParserExample } from './train-parser.ts';

/** A sentence with the tree of a parser that was not trained on it. */
export interface AttachmentExample extends ParserExample {
  readonly tree: Tree;
  /** Relations of `tree`, as indices. */
  readonly given: readonly number[];
}

/** Learns to choose the governor of a clause, or of a noun that may be its subject, among the candidates, and the relation to it. */
export function trainAttachment(
  examples: readonly AttachmentExample[],
  relations: number,
  options: TrainingOptions,
  report: (epoch: number, right: number) => void,
): TrainedNetwork {
  const random = seeded(3);
  const { atoms, slots, hash } = featureHasher(ATTACHMENT_TEMPLATES);
  const outputs = relations + 1;
  const decisions = examples.flatMap((example) => {
    const { tree, tokens, given, heads, labels } = example;
    const view = { tree, tokens, labels: given };
    const decision = (token: number, candidates: readonly number[]) => ({
      view,
      token,
      candidates,
      governor: heads[token] as number,
      label: labels[token] as number,
    });
    return clauseHeads(tree).flatMap((clause) => [
      ...((tree.heads[clause] as number) < 0 ? [] : [decision(clause, candidateGovernors(tree, clause))]),
      ...possibleSubjects(tree, clause).map((noun) =>
        decision(
          noun,
          [clause, tree.heads[noun] as number].filter((candidate) => candidate >= 0),
        ),
      ),
    ]);
  });
  const counts = new Uint32Array(2 ** SLOT_BITS);
  for (const { view, token, candidates } of decisions)
    candidates.forEach((candidate, rank) => {
      attachmentAtoms(view, token, candidate, rank, atoms);
      const count = hash();
      for (let k = 0; k < count; k++) counts[slots[k] as number] = (counts[slots[k] as number] as number) + 1;
    });
  const trainer = new NetworkTrainer({ ...options, outputs, random }, counts);
  const always = () => true;
  for (let epoch = 1; epoch <= options.epochs; epoch++) {
    let right = 0;
    for (const { view, token, candidates, governor, label } of shuffled(decisions, random)) {
      let best = -1;
      let bestScore = Number.NEGATIVE_INFINITY;
      candidates.forEach((candidate, rank) => {
        attachmentAtoms(view, token, candidate, rank, atoms);
        const count = hash();
        trainer.forward(slots, count);
        const answer = candidate === governor ? label + 1 : NOT_GOVERNOR;
        const found = trainer.score(NOT_GOVERNOR + 1, outputs);
        trainer.score(NOT_GOVERNOR, NOT_GOVERNOR + 1);
        const score = (trainer.scores[found] as number) - (trainer.scores[NOT_GOVERNOR] as number);
        if (score > bestScore) {
          bestScore = score;
          best = candidate;
        }
        trainer.learn(0, outputs, (output) => output === answer, always);
        trainer.end();
      });
      if (best === governor) right++;
    }
    if (epoch > options.epochs / 2) trainer.snapshot();
    report(epoch, right / decisions.length);
  }
  return trainer.finish();
}
