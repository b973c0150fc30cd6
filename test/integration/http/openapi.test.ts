import { Validator } from '@seriousme/openapi-schema-validator';
import { DatelineApiError, datelineClient, pages } from '../../../shared/http/client/client.ts';
import { openapiDocument } from '../../../shared/http/openapi/document.ts';
import { DESCRIBED } from '../../../shared/http/operations/all.ts';
import { PROBLEMS } from '../../../shared/http/problem.ts';
import { ROUTES } from '../../../shared/http/routes.ts';
import { addressOf, edited, fill, type Known, known } from './known.ts';
import { type Answer, BASE, serviceForTests } from './service.ts';

const service = serviceForTests();
let admin: string;

beforeAll(async () => {
  admin = await service.key({});
});

test('another project’s validator takes the document for OpenAPI 3.1', async () => {
  const result = await new Validator().validate(JSON.parse(JSON.stringify(openapiDocument())));
  expect(result).toEqual({ valid: true });
  expect(openapiDocument().openapi).toBe('3.1.0');
});

test('every reference in the document leads somewhere', () => {
  const text = JSON.stringify(openapiDocument());
  const references = [...text.matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name);
  const { schemas } = openapiDocument().components as { schemas: Record<string, unknown> };
  expect(references.length).toBeGreaterThan(50);
  expect(references.filter((name) => !Object.hasOwn(schemas, name ?? ''))).toEqual([]);
});

test('every route but the console’s pages is in the document', () => {
  const isConsole = (path: string) =>
    /^\/($|articles|events|timelines|feeds$|webhooks$|keys$|assets|session)/.test(path);
  const told = Object.entries(openapiDocument().paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  expect(told.sort()).toEqual(
    ROUTES.filter(({ path }) => !isConsole(path))
      .map(({ method, path }) => `${method} ${path}`)
      .sort(),
  );
});

describe('the response to every example matches its schema', () => {
  let turn = 0;
  test.each(DESCRIBED.map((operation) => ({ id: operation.id, operation })))('$id', async ({ operation }) => {
    const { example } = operation;
    const route = ROUTES.find(({ operationId }) => operationId === operation.id);
    if (!example || !route) throw new Error(`${operation.id} has no example`);
    // Each has a world of its own, since some examples remove what others read.
    const fresh = await known(service, admin, `sample${turn++ || ''}`);
    const ids: Known = ['splitEvent', 'undoEdit'].includes(operation.id) ? await edited(service, admin, fresh) : fresh;
    const renamed = JSON.parse(
      JSON.stringify(example)
        .replaceAll('"sample"', `"${ids.timeline}"`)
        .replaceAll('/embed/sample', `/embed/${ids.timeline}`),
    );
    const query = { ...example.query, ...(renamed.query?.url && { url: renamed.query.url }) };
    const address = addressOf(route, { query, params: renamed.params }, ids);
    const body = example.body === undefined ? {} : { body: JSON.parse(fill(JSON.stringify(example.body), ids)) };
    const answer = await service.call(route.method, address, { key: admin, ...body });
    expect([operation.id, answer.status, answer.text.slice(0, answer.status === example.status ? 0 : 500)]).toEqual([
      operation.id,
      example.status,
      '',
    ]);
    const promised = operation.answers[answer.status];
    if (promised?.contentType) expect(answer.headers['content-type']).toMatch(promised.contentType);
    for (const name of promised?.headers ?? [])
      if (name !== 'Link') expect(answer.headers).toHaveProperty(name.toLowerCase());
  });
});

test('the page for people explains every problem and shows every operation', async () => {
  const { text, headers } = await service.call('GET', '/docs');
  for (const code of Object.keys(PROBLEMS)) expect(text).toContain(`id="${code}"`);
  for (const { id } of DESCRIBED) expect(text).toContain(`id="${id}"`);
  expect(headers['content-security-policy']).toContain("default-src 'none'");
  expect((await service.call('GET', '/openapi.json')).json).toEqual(JSON.parse(JSON.stringify(openapiDocument())));
});

describe('the typed client', () => {
  const send = async (request: Request): Promise<Response> => {
    const { pathname, search } = new URL(request.url);
    const body = await request.text();
    const headers = Object.fromEntries(request.headers);
    const answer: Answer = await service.call(request.method, pathname + search, { headers, ...(body && { body }) });
    return new Response([204, 304].includes(answer.status) ? null : answer.text, {
      status: answer.status,
      headers: answer.headers,
    });
  };

  test('calls every operation by its name, with types that the schemas give', async () => {
    const client = datelineClient({ baseUrl: BASE, key: admin, fetch: send });
    const accepted = await client.acceptArticle({
      body: { text: 'The mill burned down on 2 May 1901.', collection: 'typed' },
    });
    expect(accepted.status satisfies 'queued' | 'done' | 'failed').toBe('queued');
    await service.process();
    const article = await client.readArticle({ params: { id: accepted.id } });
    expect(article.events[0]?.date.start).toBe('1901-05-02');
    const found: string[] = [];
    for await (const page of pages(client.listEvents, { query: { collection: 'typed', limit: 1 } })) {
      found.push(...page.events.map(({ title }) => title));
    }
    expect(found).toHaveLength(article.events.length);
    expect(await client.removeArticle({ params: { id: accepted.id } })).toBeUndefined();
    await client.putTimeline({ params: { slug: 'typed' }, body: { title: 'Typed', collection: 'typed' } });
    expect(await client.exportCsv({ params: { slug: 'typed' } })).toEqual(expect.any(String));
    // @ts-expect-error: a body is needed
    await expect(client.extractArticle({})).rejects.toThrow(DatelineApiError);
  });

  test('rejects with the problem that the service named', async () => {
    const client = datelineClient({ baseUrl: BASE, fetch: send });
    const refusal = client.listEvents({ query: { from: '2013-02-30' } });
    await expect(refusal).rejects.toMatchObject({ status: 401, problem: { code: 'auth.missing' } });
  });
});
