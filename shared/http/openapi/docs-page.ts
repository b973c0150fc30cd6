import { PROBLEMS } from '../problem.ts';
import type { OpenapiDocument, OpenapiOperation } from './document.ts';

/**
 * The API for people: one page made from the OpenAPI document, with no script and nothing loaded from elsewhere.
 */
export function writeDocsPage(document: OpenapiDocument): string {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  );
  const tags = [...new Set(operations.flatMap(({ operation }) => operation.tags))];
  const sections = tags.map((tag) => {
    const ofTag = operations.filter(({ operation }) => operation.tags.includes(tag));
    return `<section><h2 id="${tag}">${tag}</h2>${ofTag.map(section).join('')}</section>`;
  });
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Dateline API</title><style>${CSS}</style></head><body><main><h1>Dateline API</h1>
<p>Send a key as <code>Authorization: Bearer dl_…</code>. Public timelines need none. Errors are <code>application/problem+json</code>
with one of the codes <a href="#problems">below</a>. The machine-readable form is <a href="/openapi.json">/openapi.json</a>.</p>
<nav>${tags.map((tag) => `<a href="#${tag}">${tag}</a>`).join(' ')}</nav>
${sections.join('')}
<section><h2 id="problems">Problems</h2><table>${Object.entries(PROBLEMS)
    .map(
      ([code, [status, title]]) =>
        `<tr id="${code}"><td>${status}</td><td><code>${code}</code></td><td>${text(title)}</td></tr>`,
    )
    .join('')}</table></section></main></body></html>`;
}

function section({ path, method, operation }: { path: string; method: string; operation: OpenapiOperation }): string {
  const parameters = (operation.parameters ?? []).map(
    ({ name, in: where, required, schema }) =>
      `<tr><td><code>${text(name)}</code></td><td>${where}${required ? ', required' : ''}</td><td><code>${text(brief(schema))}</code></td></tr>`,
  );
  const body = operation.requestBody?.content['application/json'];
  return `<article id="${operation.operationId}"><h3><code>${method} ${text(path)}</code></h3><p>${text(operation.summary)}.
${text(operation.description ?? '')}</p>${parameters.length ? `<table>${parameters.join('')}</table>` : ''}
${body ? `<p>Body: <code>${text(brief(body.schema))}</code></p>` : ''}
${body?.example === undefined ? '' : `<pre>${text(JSON.stringify(body.example, null, 2))}</pre>`}
<ul>${Object.entries(operation.responses)
    .map(([status, { description }]) => `<li><b>${status}</b> ${text(description)}</li>`)
    .join('')}</ul></article>`;
}

/** A schema in a few words; the whole of it is in /openapi.json. */
function brief(schema: Readonly<Record<string, unknown>>): string {
  const { $ref, type, enum: values, items, minimum, maximum, default: unlessTold } = schema;
  if (typeof $ref === 'string') return $ref.split('/').at(-1) ?? '';
  const kind = Array.isArray(values)
    ? values.join(' | ')
    : `${type}${items ? ` of ${brief(items as object as Record<string, unknown>)}` : ''}`;
  const bounds = minimum === undefined && maximum === undefined ? '' : ` ${minimum ?? ''}…${maximum ?? ''}`;
  return `${kind}${bounds}${unlessTold === undefined ? '' : ` = ${JSON.stringify(unlessTold)}`}`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const text = (words: string): string => words.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

const CSS = `:root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}main{max-width:60rem;margin:auto;padding:1rem}
code,pre{font:0.875em ui-monospace,monospace}pre{overflow:auto;padding:.75rem;border:1px solid #8884;border-radius:.25rem}
h2{text-transform:capitalize;border-bottom:1px solid #8886}article{margin:0 0 2rem}table{border-collapse:collapse}
td{padding:.15rem .75rem .15rem 0;vertical-align:top}nav a{margin-right:1rem}tr:target{outline:2px solid}`;
