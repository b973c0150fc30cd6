import { PROBLEMS } from '../problem.ts';
import { brief, CSS, escaped, fieldRows } from './docs-markup.ts';
import { writeOperation } from './docs-operation.ts';
import type { OpenapiDocument } from './document.ts';
import type { JsonSchema } from './schema-of.ts';

/** The API documentation for people: one page generated from the OpenAPI document, without scripts or external resources. */
export function writeDocsPage(document: OpenapiDocument): string {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  );
  const tags = [...new Set(operations.flatMap(({ operation }) => operation.tags))];
  const sections = tags.map((tag) => {
    const ofTag = operations.filter(({ operation }) => operation.tags.includes(tag));
    return `<section><h2 id="${tag}">${tag}</h2>${ofTag.map((one) => writeOperation(one, document)).join('')}</section>`;
  });
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Dateline API</title><style>${CSS}</style></head><body><main><h1>Dateline API</h1>
<p>Send a key as <code>Authorization: Bearer dl_…</code>; public timelines need none. Errors are <code>application/problem+json</code> with
a stable code of <a href="#problems">this list</a>. Programs read <a href="/openapi.json">/openapi.json</a> (OpenAPI 3.1).</p>
<nav>${[...tags, 'schemas', 'problems'].map((name) => `<a href="#${name}">${name}</a>`).join('')}</nav>
${sections.join('')}${schemaSection(document)}${problemSection()}</main></body></html>`;
}

function schemaSection(document: OpenapiDocument): string {
  const { schemas } = document.components as { readonly schemas: Readonly<Record<string, JsonSchema>> };
  const one = ([name, schema]: [string, JsonSchema]): string => {
    const rows = fieldRows(schema);
    return `<h3 id="schema-${name}">${name}</h3>${rows.length > 0 ? `<table>${rows.join('')}</table>` : `<p>${brief(schema)}</p>`}`;
  };
  return `<section><h2 id="schemas">schemas</h2>${Object.entries(schemas).map(one).join('')}</section>`;
}

function problemSection(): string {
  const rows = Object.entries(PROBLEMS).map(
    ([code, [status, title]]) =>
      `<tr id="${code}"><td>${status}</td><td><code>${code}</code></td><td>${escaped(title)}</td></tr>`,
  );
  return `<section><h2 id="problems">problems</h2><table>${rows.join('')}</table></section>`;
}
