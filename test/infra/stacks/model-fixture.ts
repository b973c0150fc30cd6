import type { Stage } from '../../../infra/stages.ts';

/** Settings of a stage whose articles a language model reads, through an inference profile. */
export const languageModel: Required<Pick<Stage, 'languageModel'>>['languageModel'] = {
  modelId: 'eu.maker.model-v1:0',
  inputUsdPerMillion: 1,
  outputUsdPerMillion: 5,
  dailyTokens: 1_000_000,
  dailyUsd: 3,
  readsArticles: true,
};
