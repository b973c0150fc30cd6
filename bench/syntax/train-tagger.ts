import { SLOT_BITS } from '../../shared/syntax/hashing.ts';
import { featureHasher, type TrainedNetwork } from '../../shared/syntax/network.ts';
import { hashTokens, type Lexicon, TAG_TEMPLATES, tagAtoms } from '../../shared/syntax/tag-features.ts';
import { seeded } from '../random.ts';
import type { GoldSentence } from './conllu.ts';
import { NetworkTrainer, type TrainingOptions } from './network-trainer.ts';
import { shuffled } from './shuffled.ts';

/** Trains the tagger on gold tags, with the tags before a token as the tagger itself gives them. */
export function trainTagger(
  sentences: readonly GoldSentence[],
  tagNames: readonly string[],
  lexicon: Lexicon,
  options: TrainingOptions,
  report: (epoch: number, right: number) => void,
): TrainedNetwork {
  const { epochs } = options;
  const random = seeded(1);
  const examples = sentences.map(({ tokens, tags }) => ({
    hashes: hashTokens(tokens, lexicon),
    gold: Uint8Array.from(tags, (tag) => tagNames.indexOf(tag)),
  }));
  const { atoms, slots, hash } = featureHasher(TAG_TEMPLATES);
  const counts = new Uint32Array(2 ** SLOT_BITS);
  for (const { hashes, gold } of examples)
    for (let i = 0; i < gold.length; i++) {
      tagAtoms(hashes, gold, i, atoms);
      const count = hash();
      for (let k = 0; k < count; k++) counts[slots[k] as number] = (counts[slots[k] as number] as number) + 1;
    }
  const trainer = new NetworkTrainer({ ...options, outputs: tagNames.length, random }, counts);
  const always = () => true;
  for (let epoch = 1; epoch <= epochs; epoch++) {
    let right = 0;
    let all = 0;
    for (const { hashes, gold } of shuffled(examples, random)) {
      const tags = new Uint8Array(gold.length);
      for (let i = 0; i < gold.length; i++) {
        tagAtoms(hashes, tags, i, atoms);
        const count = hash();
        trainer.forward(slots, count);
        const best = trainer.score(0, tagNames.length);
        tags[i] = best;
        all++;
        if (best === gold[i]) right++;
        trainer.learn(0, tagNames.length, (output) => output === gold[i], always);
        trainer.end();
      }
    }
    if (epoch > epochs / 2) trainer.snapshot();
    report(epoch, right / all);
  }
  return trainer.finish();
}
