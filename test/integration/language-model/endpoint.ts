import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request that the endpoint was asked with. */
export interface Received {
  readonly path: string;
  readonly headers: NodeJS.Dict<string | string[]>;
  /** The body as it came. */
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into requests of both protocols
  readonly body: any;
}

/** An answer to give: a status, a body that is sent as JSON, and headers. */
export interface Given {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A model's endpoint that gives prepared answers in order, the last of them again and again; `hang up` breaks the connection. */
export async function startEndpoint(answers: readonly (Given | 'hang up')[]) {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const given = answers[Math.min(received.length, answers.length - 1)];
    received.push({ path: request.url ?? '', headers: request.headers, text: body, body: JSON.parse(body) });
    if (given === undefined || given === 'hang up') return void request.socket.destroy();
    response.writeHead(given.status, { 'content-type': 'application/json', ...given.headers });
    response.end(JSON.stringify(given.body));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** What Converse answers: the call of the tool, as its documentation has it. */
export const converse = (events: readonly unknown[], stopReason = 'tool_use'): Given => ({
  status: 200,
  body: {
    output: {
      message: {
        role: 'assistant',
        content: [
          { text: 'I will list them.' },
          { toolUse: { toolUseId: 'tooluse_1', name: 'dated_events', input: { events } } },
        ],
      },
    },
    stopReason,
    usage: { inputTokens: 900, outputTokens: 100, totalTokens: 1000 },
    metrics: { latencyMs: 700 },
  },
});

/** What a chat completion answers. */
export const completion = (events: readonly unknown[], finish_reason = 'stop'): Given => ({
  status: 200,
  body: {
    id: 'chatcmpl-1',
    object: 'chat.completion',
    choices: [{ index: 0, message: { role: 'assistant', content: JSON.stringify({ events }) }, finish_reason }],
    usage: { prompt_tokens: 900, completion_tokens: 100, total_tokens: 1000 },
  },
});

export const TEXT = 'The old harbour bridge was opened on 12 May 1937. Its colour is blue.';
export const BRIDGE = {
  sentence: 'The old harbour bridge was opened on 12 May 1937.',
  trigger: 'opened',
  dateText: '12 May 1937',
  date: '1937-05-12',
  title: 'The bridge is opened',
  modality: 'asserted',
};
