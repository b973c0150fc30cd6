import { setTimeout as sleep } from 'node:timers/promises';
import type { Extracted } from '../../../shared/application/extraction.ts';
import type { PlainArticle } from '../../../shared/events/event.ts';
import { type CheckedAnswer, checkAnswers } from '../../../shared/events/language-model/check-answer.ts';
import { type Question, questionsOf } from '../../../shared/events/language-model/question.ts';
import type { LeaseRepository } from '../../../shared/store/store.ts';
import { type Asking, askModel } from './ask.ts';
import { bedrockConverse } from './bedrock-converse.ts';
import { chatCompletions } from './chat-completions.ts';
import { dailyBudget, usdOf } from './daily-budget.ts';
import type { Usage } from './protocol.ts';
import { type LanguageModelSettings, languageModelSettings } from './settings.ts';

/** The events that a model reads in an article, with the tokens and the cost. */
export interface ModelReading extends CheckedAnswer {
  readonly usage: Usage & { readonly usd: number };
}

/** Reads articles by a language model. */
export interface LanguageModel {
  /**
   * @param read The result of the rules: text and document creation time.
   * @throws DatelineError `model.unavailable`, `model.budget-spent`.
   */
  read(article: Omit<PlainArticle, 'text'>, read: Extracted): Promise<ModelReading>;
}

/** Dependencies, so that tests can replace them. */
export interface ModelServices extends Partial<Omit<Asking, 'protocol'>> {
  readonly leases: Pick<LeaseRepository, 'add'>;
  readonly now: () => string;
}

/** Fewest characters of text for one token, over all scripts. */
const CHARACTERS_PER_TOKEN = 2;

/** Creates a language model from its settings. */
export function languageModel(settings: LanguageModelSettings, services: ModelServices): LanguageModel {
  const protocol = settings.protocol === 'bedrock' ? bedrockConverse(settings) : chatCompletions(settings);
  const asking: Asking = {
    fetch,
    sleep: (milliseconds) => sleep(milliseconds),
    random: Math.random,
    ...services,
    protocol,
  };
  const budget = dailyBudget(services.leases, settings, services.now);

  const ask = async (question: Question) => {
    const characters = question.task.length + question.text.length;
    const settle = await budget.reserve({
      inputTokens: Math.ceil(characters / CHARACTERS_PER_TOKEN),
      outputTokens: question.maxTokens,
    });
    let used: Usage = { inputTokens: 0, outputTokens: 0 };
    try {
      const { answer, usage } = await askModel(question, asking);
      used = usage;
      return { answer, usage };
    } finally {
      await settle(used);
    }
  };

  return {
    async read({ id, url, source, collection }, { text, title, publishedAt }) {
      const article: PlainArticle = {
        id,
        text,
        ...(title !== undefined && { title }),
        ...(publishedAt !== undefined && { publishedAt }),
        ...(url !== undefined && { url }),
        ...(source !== undefined && { source }),
        ...(collection !== undefined && { collection }),
      };
      // All parts concurrently: the function has a minute for the longest article.
      const answers = await Promise.all(questionsOf(text, publishedAt?.slice(0, 10)).map(ask));
      const sum = answers.reduce<Usage>(
        ({ inputTokens, outputTokens }, { usage }) => ({
          inputTokens: inputTokens + usage.inputTokens,
          outputTokens: outputTokens + usage.outputTokens,
        }),
        { inputTokens: 0, outputTokens: 0 },
      );
      const checked = checkAnswers(
        article,
        answers.map(({ answer }) => answer),
      );
      return { ...checked, usage: { ...sum, usd: usdOf(sum, settings) } };
    },
  };
}

/** The model configured in LANGUAGE_MODEL; `undefined` if there is none. */
export function languageModelOf(text: string, services: ModelServices): LanguageModel | undefined {
  const settings = languageModelSettings(text);
  return settings && languageModel(settings, services);
}
