import * as z from 'zod/mini';
import { DatelineError } from '../../../shared/kernel/dateline-error.ts';

const LanguageModelSettings = z.strictObject({
  /** The wire protocol: Amazon Bedrock's Converse, or OpenAI's chat completions, which Ollama, vLLM and llama.cpp also serve. */
  protocol: z.enum(['bedrock', 'openai']),
  /** The model's name; on Bedrock the id of a model or of an inference profile. */
  model: z.string(),
  /** The endpoint, such as `http://127.0.0.1:11434/v1`; on Bedrock by default the endpoint of `region`. */
  url: z.optional(z.string()),
  /** Bedrock only. */
  region: z.optional(z.string()),
  /** Sent as a bearer token, to `openai` only. */
  apiKey: z.optional(z.string()),
  /** Dollars per million tokens; 0 for a self-hosted model. */
  inputUsdPerMillion: z.number(),
  outputUsdPerMillion: z.number(),
  /** Daily limit over all functions, by UTC day. */
  dailyTokens: z.number(),
  dailyUsd: z.number(),
  /** Whether the model also reads ingested articles, in addition to those of POST /v1/extract. */
  readsArticles: z.boolean(),
});

/** Connection and cost limits of a language model. */
export type LanguageModelSettings = z.infer<typeof LanguageModelSettings>;

/** The value of LANGUAGE_MODEL when no model is configured. */
export const NO_MODEL = 'none';

/**
 * Parses the settings in a function's environment: JSON, or `none`.
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
