import { type Command, InvalidArgumentError } from 'commander';
import { type LanguageModelSettings, NO_MODEL } from '../../../functions/runtime/language-model/settings.ts';
import { webAddress, wholeNumber } from './option-values.ts';

/** A language model as configured by options. */
export interface ModelOptions {
  readonly model?: string;
  readonly modelUrl: string;
  readonly modelPrice: Pick<LanguageModelSettings, 'inputUsdPerMillion' | 'outputUsdPerMillion'>;
  readonly modelDailyTokens: number;
  readonly modelDailyUsd: number;
  readonly modelReads?: boolean;
}

/** Ollama's default address on this machine. */
const OLLAMA = 'http://127.0.0.1:11434/v1';

/** Adds the options that configure a language model. */
export function addModelOptions(command: Command): Command {
  return command
    .option('--model <name>', 'a language model as a second extractor, by the chat completions protocol')
    .option('--model-url <url>', 'where it answers (its key, if it needs one: DATELINE_MODEL_KEY)', webAddress, OLLAMA)
    .option('--model-price <in,out>', 'dollars for a million tokens of input and of output', price, price('0,0'))
    .option('--model-daily-tokens <n>', 'tokens that it may use in a day of UTC', wholeNumber, 2_000_000)
    .option('--model-daily-usd <n>', 'dollars that it may cost in a day of UTC', wholeNumber, 5);
}

/** The model settings given by the options. */
export function modelSettingsOf(options: ModelOptions): LanguageModelSettings | undefined {
  const { model, modelUrl, modelPrice, modelDailyTokens, modelDailyUsd, modelReads } = options;
  if (model === undefined) return undefined;
  const apiKey = process.env.DATELINE_MODEL_KEY;
  return {
    protocol: 'openai',
    model,
    url: modelUrl,
    ...(apiKey !== undefined && { apiKey }),
    ...modelPrice,
    dailyTokens: modelDailyTokens,
    dailyUsd: modelDailyUsd,
    readsArticles: modelReads === true,
  };
}

/** The value of LANGUAGE_MODEL. */
export const modelEnvOf = (options: ModelOptions): string => {
  const settings = modelSettingsOf(options);
  return settings === undefined ? NO_MODEL : JSON.stringify(settings);
};

function price(text: string): ModelOptions['modelPrice'] {
  const [input, output, ...more] = text.split(',').map(Number);
  if (input === undefined || output === undefined || more.length > 0 || !(input >= 0 && output >= 0)) {
    throw new InvalidArgumentError('Expected two numbers, for example 0.25,1.25.');
  }
  return { inputUsdPerMillion: input, outputUsdPerMillion: output };
}
