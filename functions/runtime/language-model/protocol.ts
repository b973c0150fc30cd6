import type { Question } from '../../../shared/events/language-model/question.ts';

/** Tokens of a request, as the endpoint counts them. */
export interface Usage {
  readonly inputTokens: number;
  readonly outputTokens: number;
}

/** An HTTP request to a model's endpoint. */
export interface ModelRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A model's answer: parsed, its shape not checked; `undefined` if it is not JSON or was truncated. */
export interface ModelAnswer {
  readonly answer: unknown;
  readonly usage: Usage;
}

/** The wire protocol of a model endpoint. */
export interface ModelProtocol {
  request(question: Question): Promise<ModelRequest>;
  /** @param body The parsed body of an answer with status 200. */
  answerIn(body: unknown): ModelAnswer;
}

/** Parses JSON that a model wrote; `undefined` if it is invalid. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
