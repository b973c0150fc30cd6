import { ANSWER_NAME, ANSWER_SCHEMA } from '../../../shared/events/language-model/question.ts';
import { type ModelAnswer, type ModelProtocol, parsed } from './protocol.ts';
import type { LanguageModelSettings } from './settings.ts';

/**
 * Chat completions with a JSON schema, as OpenAI defined them and Ollama, vLLM and llama.cpp serve them.
 *
 * @see https://platform.openai.com/docs/api-reference/chat/create
 * @see https://github.com/ollama/ollama/blob/main/docs/openai.md
 */
export function chatCompletions({ model, url = '', apiKey }: LanguageModelSettings): ModelProtocol {
  return {
    async request({ task, text, maxTokens }) {
      return {
        url: `${url.replace(/\/+$/, '')}/chat/completions`,
        headers: {
          'content-type': 'application/json',
          ...(apiKey !== undefined && { authorization: `Bearer ${apiKey}` }),
        },
        body: JSON.stringify({
          model,
          temperature: 0,
          max_tokens: maxTokens,
          messages: [
            { role: 'system', content: task },
            { role: 'user', content: text },
          ],
          response_format: {
            type: 'json_schema',
            json_schema: { name: ANSWER_NAME, strict: true, schema: ANSWER_SCHEMA },
          },
        }),
      };
    },
    answerIn(body) {
      const { choices: [choice] = [], usage } = body as ChatCompletion;
      const isWhole = choice?.finish_reason !== 'length';
      return {
        answer: isWhole ? parsed(choice?.message?.content ?? '') : undefined,
        usage: { inputTokens: usage?.prompt_tokens ?? 0, outputTokens: usage?.completion_tokens ?? 0 },
      } satisfies ModelAnswer;
    },
  };
}

interface ChatCompletion {
  readonly choices?: readonly {
    readonly finish_reason?: string;
    readonly message?: { readonly content?: string | null };
  }[];
  readonly usage?: { readonly prompt_tokens?: number; readonly completion_tokens?: number };
}
