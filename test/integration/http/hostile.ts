import type * as z from 'zod/mini';
import type { Operation } from '../../../shared/http/operation.ts';
import type { Route } from '../../../shared/http/route.ts';
import { addressOf, type Known } from './known.ts';
import type { Ask } from './service.ts';

/** One hostile request, and what must come of it. */
export interface Hostile {
  readonly why: string;
  readonly method: string;
  readonly address: string;
  readonly ask: Ask;
  readonly statuses: readonly number[];
  /** The field that must be named. */
  readonly field?: string;
}

const PATHS = {
  'a slug in Unicode': '%D0%B8%D1%81%D1%82%D0%BE%D1%80%D0%B8%D1%8F',
  'a way out of the folder': '..%2F..%2Fetc%2Fpasswd',
  'dots alone': '%2e%2e%2f%2e%2e',
  'a header on its back': 'x%0d%0aSet-Cookie:%20a=b',
  'a null byte': 'x%00',
  'a broken escape': '%zz%',
  'a very long name': 'x'.repeat(5000),
  markup: '%3Cscript%3Ealert(1)%3C%2Fscript%3E',
  'a separator of the store’s keys': 'a%7Cb',
};

const BODIES: Readonly<Record<string, string | Uint8Array>> = {
  'an empty body': '',
  'a body cut short': '{"text": "It was opened in 19',
  'no object but null': 'null',
  'a list': '[]',
  'a number': '12',
  'a text': '"text"',
  'bytes that are not UTF-8': new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]),
  'a hundred levels of lists': `${'['.repeat(100)}${']'.repeat(100)}`,
  'a hundred levels of objects': `${'{"text":'.repeat(100)}1${'}'.repeat(100)}`,
  'a hundred thousand levels': '['.repeat(100_000),
  'two documents': '{}{}',
  'a comment': '{/* */}',
};

const WRONG_VALUES: readonly unknown[] = [null, true, 12.5, -1, 1e308, {}, { a: 1 }, [[]], [null], ''];

/** Every kind of hostile request to one route. `body` and `address` are those of a valid request. */
export function hostileTo(route: Route, operation: Operation, ids: Known): Hostile[] {
  const { method } = route;
  const { example } = operation;
  const address = addressOf(route, example ?? {}, ids);
  const body = example?.body;
  const good = body === undefined ? {} : { body };
  const bad = (why: string, more: Partial<Hostile>): Hostile => ({
    why,
    method,
    address,
    ask: good,
    statuses: [400],
    ...more,
  });
  return [
    ...pathCases(route, operation, ids).map(([why, where]) => bad(why, { address: where, statuses: [400, 404] })),
    ...(route.path.startsWith('/v1/')
      ? [bad('an unknown parameter', { address: withParameter(address, 'nonsense', '1'), field: 'nonsense' })]
      : []),
    ...queryCases(operation.query).map(([name, value]) =>
      bad(`${name}=${String(value).slice(0, 30)}`, { address: withParameter(address, name, value), field: name }),
    ),
    ...(operation.body ? bodyCases(operation, body, bad) : []),
    ...(method === 'POST'
      ? [
          bad('an Idempotency-Key with a space', {
            ask: { ...good, headers: { 'idempotency-key': 'a b' } },
            field: 'Idempotency-Key',
          }),
          bad('a very long Idempotency-Key', {
            ask: { ...good, headers: { 'idempotency-key': 'k'.repeat(300) } },
            field: 'Idempotency-Key',
          }),
        ]
      : []),
  ];
}

function pathCases(route: Route, operation: Operation, ids: Known): [string, string][] {
  const name = /\{(\w+)\}/.exec(route.path)?.[1];
  if (name === undefined) return [];
  return Object.entries(PATHS).map(([why, value]) => [
    why,
    addressOf(route, { ...operation.example, params: { ...operation.example?.params, [name]: value } }, ids),
  ]);
}

function queryCases(query: z.ZodMiniObject | undefined): [string, string][] {
  return Object.entries(query?.shape ?? {}).flatMap(([name, schema]): [string, string][] => {
    const kind = kindOf(schema as z.ZodMiniType);
    const values =
      name === 'cursor'
        ? [
            '',
            'x',
            'e30',
            'e30.e30',
            `${Buffer.from('"10"').toString('base64url')}.AAAA`,
            'x'.repeat(6000),
            '../..',
            'null',
          ]
        : name === 'from' || name === 'to'
          ? [
              '',
              '2013-02-30',
              '2013-13-01',
              '2013-00-10',
              'yesterday',
              '2013-1-1',
              '99999-01-01',
              '-0000-01-01',
              '20130101',
              '１９９９-01-01',
            ]
          : kind === 'number' || kind === 'int'
            ? ['', '-1', '1e9', '99999999999999999999999', 'NaN', 'Infinity', '0x10', '1 OR 1=1', '１']
            : kind === 'enum'
              ? ['', 'nonsense', '__proto__']
              : kind === 'array'
                ? ['', 'x'.repeat(5000), 'a\nb', '\u0000']
                : name === 'collection'
                  ? ['', 'Ünï', '../main', 'a|b', '*', 'x'.repeat(100)]
                  : name === 'token'
                    ? ['', 'x'.repeat(5000)]
                    : ['x'.repeat(6000)];
    return values.map((value) => [name, value]);
  });
}

function bodyCases(
  operation: Operation,
  body: unknown,
  bad: (why: string, more: Partial<Hostile>) => Hostile,
): Hostile[] {
  const shape = ((operation.body as unknown as { shape?: Record<string, unknown> }).shape ?? {}) as Record<
    string,
    unknown
  >;
  const most = operation.maxBodyBytes ?? 262_144;
  // Lines are answered one by one: test/integration/http/batch.test.ts.
  if (operation.bodyIsLines === true) return [];
  return [
    ...Object.entries(BODIES)
      .filter(([, sent]) => !(sent === '' && operation.bodyIsOptional === true))
      .map(([why, sent]) => bad(why, { ask: { body: sent } })),
    bad('a body that is too large', { ask: { body: `{"text":"${'x'.repeat(most)}"}` }, statuses: [413] }),
    bad('a form', {
      ask: { body: 'text=1', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
      statuses: [415],
    }),
    bad('JSON in UTF-16', {
      ask: { body: '{}', headers: { 'content-type': 'application/json; charset=utf-16' } },
      statuses: [415],
    }),
    bad('an unknown field', { ask: { body: { ...(body as object), nonsense: 1 } }, field: 'nonsense' }),
    bad('a prototype', { ask: { body: '{"__proto__": {"text": "It was opened in 1937."}}' } }),
    ...Object.keys(shape).flatMap((name) =>
      WRONG_VALUES.filter((value) => !shapeAllows(shape[name], value)).map((value) =>
        bad(`${name}: ${JSON.stringify(value)}`, {
          ask: { body: { ...(body as object), [name]: value } },
          field: name,
        }),
      ),
    ),
  ];
}

const shapeAllows = (schema: unknown, value: unknown): boolean => (schema as z.ZodMiniType).safeParse(value).success;

function kindOf(schema: z.ZodMiniType): string {
  const { type, innerType } = schema._zod.def as { type: string; innerType?: z.ZodMiniType };
  return innerType ? kindOf(innerType) : type;
}

function withParameter(address: string, name: string, value: string): string {
  const [path, search = ''] = address.split('?');
  const params = new URLSearchParams(search);
  params.set(name, value);
  return `${path}?${params}`;
}
