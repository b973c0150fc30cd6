import { SLOT_BITS } from '../../shared/syntax/hashing.ts';
import { featureHasher, type TrainedNetwork } from '../../shared/syntax/network.ts';
import { PARSER_TEMPLATES, type ParserTokens, parserAtoms } from '../../shared/syntax/parser-features.ts';
import { ACTIONS, LEFT, ParserState, RIGHT, SHIFT } from '../../shared/syntax/transitions.ts';
import { seeded } from '../random.ts';
import { NetworkTrainer, type TrainingOptions } from './network-trainer.ts';
import { shuffled } from './shuffled.ts';

/** A tree to learn from: gold heads (-1 for the root) and relations over tokens as the parser sees them. */
export interface ParserExample {
  readonly tokens: ParserTokens;
  readonly heads: Int32Array;
  readonly labels: readonly number[];
}

/** Gold arcs that an action puts out of reach (Goldberg and Nivre 2013, arc-hybrid). */
export function costOf(
  state: ParserState,
  heads: ArrayLike<number>,
  children: readonly (readonly number[])[],
  action: number,
): number {
  const { size, stack, depth, next } = state;
  const headOf = (i: number): number => ((heads[i] as number) < 0 ? size : (heads[i] as number));
  let cost = 0;
  if (action === SHIFT) {
    const head = headOf(next);
    for (let i = 0; i < depth; i++) {
      const token = stack[i] as number;
      if (token === head && i < depth - 1) cost++;
      if (headOf(token) === next) cost++;
    }
    return cost;
  }
  const s0 = stack[depth - 1] as number;
  const head = headOf(s0);
  for (const child of children[s0] as readonly number[]) if (child >= next) cost++;
  if (action === LEFT) {
    if (head > next || (depth > 1 && head === stack[depth - 2])) cost++;
  } else if (head >= next) cost++;
  return cost;
}

/** Trains actions and relations together, along the parser's own mistakes after the first round. */
export function trainParser(
  examples: readonly ParserExample[],
  relations: number,
  options: TrainingOptions,
  report: (epoch: number, right: number) => void,
): TrainedNetwork {
  const random = seeded(2);
  const { atoms, slots, hash } = featureHasher(PARSER_TEMPLATES);
  const costs = new Int32Array(ACTIONS);
  const gold = examples.map(({ heads }) => {
    const children: number[][] = Array.from({ length: heads.length + 1 }, () => []);
    heads.forEach((head, i) => {
      (children[head < 0 ? heads.length : head] as number[]).push(i);
    });
    return children;
  });
  const costsAt = (state: ParserState, e: number): number => {
    let least = Number.POSITIVE_INFINITY;
    for (let a = 0; a < ACTIONS; a++) {
      costs[a] = state.allows(a)
        ? costOf(state, (examples[e] as ParserExample).heads, gold[e] as number[][], a)
        : 1_000_000;
      least = Math.min(least, costs[a] as number);
    }
    return least;
  };
  const counts = new Uint32Array(2 ** SLOT_BITS);
  examples.forEach(({ tokens, labels }, e) => {
    const state = new ParserState(labels.length);
    while (!state.done) {
      parserAtoms(tokens, state, atoms);
      const count = hash();
      for (let k = 0; k < count; k++) counts[slots[k] as number] = (counts[slots[k] as number] as number) + 1;
      const least = costsAt(state, e);
      const action = costs[LEFT] === least ? LEFT : costs[RIGHT] === least ? RIGHT : SHIFT;
      state.take(action, action === SHIFT ? 0 : (labels[state.stack[state.depth - 1] as number] as number));
    }
  });
  const outputs = ACTIONS + relations;
  const trainer = new NetworkTrainer({ ...options, outputs, random }, counts);
  const order = examples.map((_, e) => e);
  const always = () => true;
  for (let epoch = 1; epoch <= options.epochs; epoch++) {
    let right = 0;
    let steps = 0;
    for (const e of shuffled(order, random)) {
      const { tokens, heads, labels } = examples[e] as ParserExample;
      const state = new ParserState(labels.length);
      while (!state.done) {
        const least = costsAt(state, e);
        parserAtoms(tokens, state, atoms);
        const count = hash();
        trainer.forward(slots, count);
        trainer.score(0, ACTIONS);
        let predicted = -1;
        let best = -1;
        for (let a = 0; a < ACTIONS; a++) {
          if (!state.allows(a)) continue;
          if (predicted < 0 || (trainer.scores[a] as number) > (trainer.scores[predicted] as number)) predicted = a;
          if (costs[a] === least && (best < 0 || (trainer.scores[a] as number) > (trainer.scores[best] as number)))
            best = a;
        }
        steps++;
        if (costs[predicted] === least) right++;
        const follow = epoch > 1 && random() < 0.9 ? predicted : best;
        trainer.learn(
          0,
          ACTIONS,
          (a) => costs[a] === least,
          (a) => state.allows(a),
        );
        // the relation is learned if the arc is right, whichever action is taken
        let label = 0;
        if (follow !== SHIFT) {
          const child = state.stack[state.depth - 1] as number;
          const head = follow === LEFT ? state.next : (state.stack[state.depth - 2] as number);
          label = trainer.score(ACTIONS, outputs) - ACTIONS;
          const goldHead = (heads[child] as number) < 0 ? heads.length : (heads[child] as number);
          if (goldHead === head) {
            const answer = ACTIONS + (labels[child] as number);
            trainer.learn(ACTIONS, outputs, (o) => o === answer, always);
          }
        }
        trainer.end();
        state.take(follow, label);
      }
    }
    if (epoch > options.epochs / 2) trainer.snapshot();
    report(epoch, right / steps);
  }
  return trainer.finish();
}
