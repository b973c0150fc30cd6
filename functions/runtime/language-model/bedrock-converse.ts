import { createHash, createHmac } from 'node:crypto';
import { fromEnv } from '@aws-sdk/credential-provider-env';
import { SignatureV4 } from '@smithy/signature-v4';
import { ANSWER_NAME, ANSWER_SCHEMA } from '../../../shared/events/language-model/question.ts';
import type { ModelAnswer, ModelProtocol } from './protocol.ts';
import type { LanguageModelSettings } from './settings.ts';

/** Hash implementation that the request signer expects, on Node's crypto. */
class Sha256 {
  readonly #hash;
  constructor(secret?: string | ArrayBuffer | ArrayBufferView) {
    this.#hash =
      secret === undefined
        ? createHash('sha256')
        : createHmac('sha256', typeof secret === 'string' ? secret : bytes(secret));
  }
  update(data: Uint8Array): void {
    this.#hash.update(data);
  }
  async digest(): Promise<Uint8Array> {
    return this.#hash.digest();
  }
  reset(): void {}
}

const bytes = (data: ArrayBuffer | ArrayBufferView): Uint8Array =>
  ArrayBuffer.isView(data) ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength) : new Uint8Array(data);

/**
 * Amazon Bedrock's Converse API, signed with the function's own credentials. The model is forced to call a tool and the
 * tool's input is the answer, which is the only structured output that Converse supports for every model.
 *
 * The SDK's client for Bedrock would add 400 KB to the bundles of two functions that rarely call it.
 *
 * @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html
 */
export function bedrockConverse({ model, region = '', url }: LanguageModelSettings): ModelProtocol {
  const endpoint = new URL(url ?? `https://bedrock-runtime.${region}.amazonaws.com`);
  const signer = new SignatureV4({ service: 'bedrock', region, credentials: fromEnv(), sha256: Sha256 });
  return {
    async request({ task, text, maxTokens }) {
      const body = JSON.stringify({
        system: [{ text: task }],
        messages: [{ role: 'user', content: [{ text }] }],
        inferenceConfig: { maxTokens, temperature: 0 },
        toolConfig: {
          tools: [{ toolSpec: { name: ANSWER_NAME, inputSchema: { json: ANSWER_SCHEMA } } }],
          toolChoice: { tool: { name: ANSWER_NAME } },
        },
      });
      const path = `/model/${encodeURIComponent(model)}/converse`;
      const signed = await signer.sign({
        method: 'POST',
        protocol: endpoint.protocol,
        hostname: endpoint.hostname,
        ...(endpoint.port !== '' && { port: Number(endpoint.port) }),
        path,
        query: {},
        headers: { host: endpoint.host, 'content-type': 'application/json' },
        body,
      });
      return { url: new URL(path, endpoint).href, headers: signed.headers, body };
    },
    answerIn(body) {
      const { output, stopReason, usage } = body as ConverseOutput;
      const used = output?.message?.content?.find(({ toolUse }) => toolUse?.name === ANSWER_NAME);
      return {
        answer: stopReason === 'max_tokens' ? undefined : used?.toolUse?.input,
        usage: { inputTokens: usage?.inputTokens ?? 0, outputTokens: usage?.outputTokens ?? 0 },
      } satisfies ModelAnswer;
    },
  };
}

interface ConverseOutput {
  readonly output?: {
    readonly message?: {
      readonly content?: readonly { readonly toolUse?: { readonly name?: string; readonly input?: unknown } }[];
    };
  };
  readonly stopReason?: string;
  readonly usage?: { readonly inputTokens?: number; readonly outputTokens?: number };
}
