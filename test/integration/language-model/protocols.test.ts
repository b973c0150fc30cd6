import { languageModel } from '../../../functions/runtime/language-model/language-model.ts';
import type { LanguageModelSettings } from '../../../functions/runtime/language-model/settings.ts';
import { extractFrom } from '../../../shared/application/extraction.ts';
import { openStore } from '../../../shared/store/open-store.ts';
import { startTestEngine, type TestEngine } from '../store/engine-table.ts';
import { BRIDGE, completion, converse, type Given, type Received, startEndpoint, TEXT } from './endpoint.ts';
import { signatureOf } from './signature.ts';

let engine: TestEngine;
const before = { ...process.env };
beforeAll(async () => {
  engine = await startTestEngine();
  Object.assign(process.env, {
    AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
    AWS_SECRET_ACCESS_KEY: 'secret',
    AWS_SESSION_TOKEN: 't',
  });
});
afterAll(async () => {
  process.env = before;
  await engine.stop();
});

const NOTHING: Received = { path: '', headers: {}, text: '', body: {} };

const MODELS = {
  bedrock: { protocol: 'bedrock', model: 'eu.maker.model-v1:0', region: 'eu-west-1' },
  openai: { protocol: 'openai', model: 'qwen3:8b', apiKey: 'a key' },
} as const;
const CAPS = {
  inputUsdPerMillion: 1,
  outputUsdPerMillion: 5,
  dailyTokens: 1_000_000,
  dailyUsd: 10,
  readsArticles: false,
};

/** A model behind an endpoint that gives these answers, with a table of its own. */
async function reader(
  name: keyof typeof MODELS,
  answers: readonly (Given | 'hang up')[],
  change: Partial<LanguageModelSettings> = {},
) {
  const endpoint = await startEndpoint(answers);
  const url = name === 'openai' ? `${endpoint.url}/v1` : endpoint.url;
  const slept: number[] = [];
  const now = () => '2026-11-02T08:00:00.000Z';
  const { leases } = openStore({ client: engine.client(), tableName: await engine.table(), now });
  const sleep = async (milliseconds: number) => void slept.push(milliseconds);
  const model = languageModel({ ...MODELS[name], ...CAPS, url, ...change }, { leases, now, sleep, random: () => 0.5 });
  const article = { id: 'a', text: TEXT, publishedAt: '2026-03-02' };
  return { ...endpoint, slept, leases, read: async () => model.read(article, await extractFrom(article)) };
}

test('Bedrock is asked by Converse: signed, with a tool that the model must call, whose input is the answer', async () => {
  const { received, read, stop } = await reader('bedrock', [converse([BRIDGE])]);
  const { events, refused, usage } = await read();
  stop();
  expect(events).toMatchObject([{ title: 'The bridge is opened', date: { edtf: '1937-05-12' } }]);
  expect(refused).toEqual([]);
  expect(usage).toEqual({ inputTokens: 900, outputTokens: 100, usd: 0.0014 });
  const [{ path, headers, body } = NOTHING] = received;
  expect(path).toBe('/model/eu.maker.model-v1%3A0/converse');
  expect(headers.authorization).toMatch(
    /^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE\/\d{8}\/eu-west-1\/bedrock\/aws4_request, SignedHeaders=[\w;-]*host[\w;-]*, Signature=[0-9a-f]{64}$/,
  );
  expect(headers['x-amz-security-token']).toBe('t');
  expect(body).toMatchObject({
    messages: [{ role: 'user', content: [{ text: expect.stringContaining(TEXT) }] }],
    inferenceConfig: { maxTokens: 4000, temperature: 0 },
    toolConfig: {
      tools: [{ toolSpec: { name: 'dated_events', inputSchema: { json: { type: 'object' } } } }],
      toolChoice: { tool: { name: 'dated_events' } },
    },
  });
});

test('the signature is that of the published algorithm, over the path, headers and body that Bedrock gets', async () => {
  // The first of AWS's own test vectors, `get-vanilla`: the algorithm here is right.
  const vanilla = {
    method: 'GET',
    path: '/',
    headers: {
      host: 'example.amazonaws.com',
      'x-amz-date': '20150830T123600Z',
      authorization:
        'AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders=host;x-amz-date, Signature=',
    },
    body: '',
  };
  expect(signatureOf(vanilla, 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY')).toBe(
    '5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31',
  );
  const { received, read, stop } = await reader('bedrock', [converse([BRIDGE])]);
  await read();
  stop();
  const [{ path, headers, text } = NOTHING] = received;
  const sent = { method: 'POST', path, headers: headers as Record<string, string>, body: text };
  expect(String(headers.authorization)).toMatch(new RegExp(`Signature=${signatureOf(sent, 'secret')}$`));
  expect(signatureOf({ ...sent, body: `${text} ` }, 'secret')).not.toBe(signatureOf(sent, 'secret'));
});

test('a chat endpoint is asked for JSON of a strict schema', async () => {
  const { received, read, stop } = await reader('openai', [completion([BRIDGE])]);
  const { events, usage } = await read();
  stop();
  expect(events).toMatchObject([{ title: 'The bridge is opened' }]);
  expect(usage).toEqual({ inputTokens: 900, outputTokens: 100, usd: 0.0014 });
  const [{ path, headers, body } = NOTHING] = received;
  expect([path, headers.authorization]).toEqual(['/v1/chat/completions', 'Bearer a key']);
  expect(body).toMatchObject({
    model: 'qwen3:8b',
    temperature: 0,
    max_tokens: 4000,
    messages: [{ role: 'system' }, { role: 'user', content: expect.stringContaining(TEXT) }],
    response_format: {
      type: 'json_schema',
      json_schema: {
        name: 'dated_events',
        strict: true,
        schema: { additionalProperties: false, required: ['events'] },
      },
    },
  });
});

const BUSY: Given = { status: 429, body: {}, headers: { 'retry-after': '2' } };

test.each(['bedrock', 'openai'] as const)('%s: throttling and broken connections are tried again', async (name) => {
  const good = name === 'bedrock' ? converse([BRIDGE]) : completion([BRIDGE]);
  const { received, slept, read, stop } = await reader(name, [BUSY, 'hang up', good]);
  expect((await read()).events).toHaveLength(1);
  stop();
  expect(received).toHaveLength(3);
  expect(slept).toEqual([2_000, 1_000]);
});

test.each([
  ['an error of the server that lasts', { status: 503, body: {} }, 3],
  ['a refusal', { status: 403, body: { message: 'no access to the model' } }, 1],
] as const)('%s gives model.unavailable and does not count towards the day’s limit', async (_, given, times) => {
  const { received, leases, read, stop } = await reader('bedrock', [given]);
  await expect(read()).rejects.toMatchObject({ code: 'model.unavailable' });
  stop();
  expect(received).toHaveLength(times);
  expect(await leases.add('model-tokens#2026-11-02', 0, '2026-11-04T00:00:00.000Z')).toBe(0);
});

test.each([
  ['bedrock', converse([BRIDGE], 'max_tokens')],
  ['openai', completion([BRIDGE], 'length')],
] as const)('%s: a truncated answer is rejected', async (name, given) => {
  const { read, stop } = await reader(name, [given]);
  expect(await read()).toMatchObject({ events: [], refused: [{ reason: 'malformed' }], usage: { inputTokens: 900 } });
  stop();
});

test('an answer in prose instead of JSON is rejected', async () => {
  const given = { status: 200, body: { choices: [{ message: { content: 'Sure! Here they are.' } }] } };
  const { read, stop } = await reader('openai', [given]);
  expect(await read()).toMatchObject({ events: [], refused: [{ reason: 'malformed' }] });
  stop();
});

test.each([
  ['tokens', { dailyTokens: 6_000 }],
  ['dollars', { dailyUsd: 0.022 }],
] as const)('a day’s %s are not exceeded: a question reserves its highest cost before it is sent', async (_, caps) => {
  const { received, read, stop } = await reader('openai', [completion([BRIDGE])], caps);
  await read();
  await read();
  const outcomes = await Promise.allSettled([read(), read(), read(), read(), read(), read()]);
  stop();
  const refused = outcomes.filter(({ status }) => status === 'rejected');
  expect(refused.length).toBeGreaterThan(0);
  for (const one of refused) expect(one).toMatchObject({ reason: { code: 'model.budget-spent' } });
  expect(received.length).toBe(8 - refused.length);
});
