import { brief, described, escaped, fieldRows, prose, row } from './docs-markup.ts';
import type { OpenapiDocument, OpenapiOperation } from './document.ts';
import type { JsonSchema } from './schema-of.ts';

/** An operation with its path and method. */
export interface Placed {
  readonly path: string;
  readonly method: string;
  readonly operation: OpenapiOperation;
}

/** Documents one operation: purpose, parameters, responses and a curl example. */
export function writeOperation({ path, method, operation }: Placed, document: OpenapiDocument): string {
  const body = operation.requestBody?.content['application/json'];
  const rows = [
    ...(operation.parameters ?? []).map(({ name, in: where, required, schema }) =>
      row(name, `${where}${required ? ', required' : ''}`, described(schema)),
    ),
    ...(body
      ? fieldRows(resolved(body.schema, document)).map((one) =>
          one.replace('<td></td>', '<td>body</td>').replace('<td>required</td>', '<td>body, required</td>'),
        )
      : []),
  ];
  const answers = Object.entries(operation.responses);
  const good = answers.filter(([status]) => Number(status) < 400);
  const codes = answers.flatMap(([, { description }]) =>
    [...description.matchAll(/`([a-z-]+\.[a-z-]+)`/g)].map(([, code]) => code ?? ''),
  );
  return `<article><h3 id="${operation.operationId}"><code><b>${method}</b>${escaped(path)}</code></h3>
<p>${prose(operation.summary)}. ${prose(operation.description ?? '')}</p><p class="note">${accessOf(operation)}</p>
${rows.length > 0 ? `<table>${rows.join('')}</table>` : ''}<pre tabindex="0">${escaped(curlOf({ path, method, operation }))}</pre>
<table class="answers">${good.map(([status, answer]) => row(status, '', `${prose(answer.description)}${schemaOf(answer)}`)).join('')}</table>
<details><summary>Problems</summary>${codes.map((code) => `<a href="#${code}"><code>${code}</code></a>`).join(' ')}</details></article>`;
}

function accessOf({ security = [] }: OpenapiOperation): string {
  const [first] = security as readonly Readonly<Record<string, readonly string[]>>[];
  if (!first) return 'Open to all.';
  const [scope] = first.key ?? [];
  return scope
    ? `Needs a key with the scope <code>${scope}</code>.`
    : 'Open for public timelines; private ones take an embed token or a key with the scope <code>read</code>.';
}

function schemaOf(answer: object): string {
  const { content = {} } = answer as { content?: Readonly<Record<string, { readonly schema: JsonSchema }>> };
  const [[type, { schema }] = ['', { schema: {} as JsonSchema }]] = Object.entries(content);
  if (!type) return '';
  return type === 'application/json' && schema.$ref ? `: ${brief(schema)}` : ` (<code>${type}</code>)`;
}

/** The schema itself, if it is a reference. */
export function resolved(schema: JsonSchema, document: OpenapiDocument): JsonSchema {
  if (typeof schema.$ref !== 'string') return schema;
  const { schemas } = document.components as { readonly schemas: Readonly<Record<string, JsonSchema>> };
  return schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {};
}

/** The operation's example as a curl command. */
function curlOf({ path, method, operation }: Placed): string {
  const examples = (where: string) =>
    (operation.parameters ?? []).filter((one) => one.in === where && one.example !== undefined);
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) =>
    String(examples('path').find((one) => one.name === name)?.example ?? name),
  );
  const search = new URLSearchParams(
    examples('query').flatMap(({ name, example }) =>
      [example].flat().map((value) => [name, String(value)] as [string, string]),
    ),
  ).toString();
  const address = `"$DATELINE${filled}${search ? `?${search}` : ''}"`;
  const lines = operation.requestBody?.content['application/jsonl'];
  const body = operation.requestBody?.content['application/json']?.example;
  const needsKey =
    operation.security?.some((one) => 'key' in (one as object)) === true &&
    !operation.security.some((one) => Object.keys(one as object).length === 0);
  return [
    `curl${method === 'GET' ? '' : ` -X ${method}`} ${address}`,
    ...(needsKey ? [`-H "Authorization: Bearer $KEY"`] : []),
    ...(lines ? ["-H 'Content-Type: application/jsonl'", '--data-binary @articles.jsonl'] : []),
    ...(body === undefined
      ? []
      : ["-H 'Content-Type: application/json'", `-d '${JSON.stringify(body).replaceAll("'", "'\\''")}'`]),
  ].join(' \\\n  ');
}
