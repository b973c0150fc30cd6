import * as z from 'zod/mini';
import { DatelineError } from '../../../shared/kernel/dateline-error.ts';

const LanguageModelSettings = z.strictObject({
  /** Which wire protocol: Amazon Bedrock's Converse, or the chat completions that OpenAI began and Ollama, vLLM and llama.cpp speak. */
  protocol: z.enum(['bedrock', 'openai']),
  /** The model's name, or on Bedrock the id of a model or of an inference profile. */
  model: z.string(),
  /** Where it is asked: `http://127.0.0.1:11434/v1`. On Bedrock the endpoint of `region`, if absent. */
  url: z.optional(z.string()),
  /** Of Bedrock. */
  region: z.optional(z.string()),
  /** Sent as a bearer token, to `openai` only. */
  apiKey: z.optional(z.string()),
  /** Dollars for a million tokens; 0 for a model of one's own. */
  inputUsdPerMillion: z.number(),
  outputUsdPerMillion: z.number(),
  /** What all functions together may use in a day of UTC. */
  dailyTokens: z.number(),
  dailyUsd: z.number(),
  /** Whether articles that are ingested are read by it too, not only those of POST /v1/extract. */
  readsArticles: z.boolean(),
});

/** How a language model is reached, and what it may cost. */
export type LanguageModelSettings = z.infer<typeof LanguageModelSettings>;

/** The value of LANGUAGE_MODEL where there is none. */
export const NO_MODEL = 'none';

/**
 * Settings as a function's environment has them: JSON, or `none`.
 *
 * @throws DatelineError `model.settings` for anything else.
 */
export function languageModelSettings(text: string): LanguageModelSettings | undefined {
  if (text === NO_MODEL) return undefined;
  try {
    return LanguageModelSettings.parse(JSON.parse(text));
  } catch (error) {
    throw new DatelineError('model.settings', 'LANGUAGE_MODEL holds no settings of a language model.', {
      cause: error,
    });
  }
}
