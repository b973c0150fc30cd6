import type { Question } from '../../../shared/events/language-model/question.ts';

/** Tokens that an answer took, as the endpoint counts them. */
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

/** A model's answer: parsed, its shape not checked; `undefined` where it is no JSON or was cut short. */
export interface ModelAnswer {
  readonly answer: unknown;
  readonly usage: Usage;
}

/** One way to ask a model. */
export interface ModelProtocol {
  request(question: Question): Promise<ModelRequest>;
  /** @param body The parsed body of an answer with status 200. */
  answerIn(body: unknown): ModelAnswer;
}

/** Reads JSON that a model wrote; `undefined` for what is none. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
