import type { JsonSchema } from './schema-of.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Escapes text for the page. */
export const escaped = (words: string): string => words.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

/** Escapes text for the page, with the parts between backticks as code. */
export const prose = (words: string): string => escaped(words).replace(/`([^`]+)`/g, '<code>$1</code>');

/** A schema in a few words; a named schema as a link. */
export function brief(schema: JsonSchema): string {
  const { $ref, type, const: only, enum: values, items, minimum, maximum, maxLength, default: unlessTold } = schema;
  if (typeof $ref === 'string') {
    const name = $ref.split('/').at(-1) ?? '';
    return `<a href="#schema-${name}">${name}</a>`;
  }
  const choices = (schema.anyOf ?? schema.oneOf) as readonly JsonSchema[] | undefined;
  if (choices) return choices.map(brief).join(' or ');
  if (only !== undefined) return escaped(JSON.stringify(only));
  const kind = Array.isArray(values)
    ? values.map((value) => escaped(String(value))).join(' | ')
    : items
      ? `list of ${brief(items as JsonSchema)}`
      : escaped(String(type ?? 'anything'));
  const bounds =
    minimum !== undefined || maximum !== undefined
      ? ` ${minimum ?? ''}…${bounded(maximum)}`
      : maxLength === undefined
        ? ''
        : ` of ${maxLength} characters at most`;
  return `${kind}${bounds}${unlessTold === undefined ? '' : `, default ${escaped(JSON.stringify(unlessTold))}`}`;
}

/** JavaScript's largest safe integer is not a bound of the API, so it is omitted. */
const bounded = (maximum: unknown): string =>
  maximum === undefined || maximum === Number.MAX_SAFE_INTEGER ? '' : String(maximum);

/** Table rows for the fields of an object. */
export function fieldRows(schema: JsonSchema): readonly string[] {
  const { properties = {}, required = [] } = schema as {
    properties?: Readonly<Record<string, JsonSchema>>;
    required?: readonly string[];
  };
  return Object.entries(properties).map(([name, field]) =>
    row(name, required.includes(name) ? 'required' : '', described(field)),
  );
}

/** A schema in a few words, and the description of its field. */
export const described = (schema: JsonSchema): string =>
  `${brief(schema)}${typeof schema.description === 'string' ? `<br><span class="note">${prose(schema.description)}</span>` : ''}`;

/** A row of a table of fields. `what` is markup. */
export const row = (name: string, note: string, what: string): string =>
  `<tr><td><code>${escaped(name)}</code></td><td>${note}</td><td>${what}</td></tr>`;

/** The page's stylesheet; light and dark follow the reader's system. */
export const CSS = `:root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif;--line:#8885;--soft:#8882;--muted:#666}@media (prefers-color-scheme:dark){:root{--muted:#aaa}}
body{background:Canvas;color:CanvasText;margin:0}main{max-width:62rem;margin:auto;padding:1rem 1.25rem 4rem}h1{margin:.5rem 0}
code,pre{font:.875em ui-monospace,monospace}pre{overflow:auto;padding:.75rem;background:var(--soft);border-radius:.375rem;margin:.5rem 0}
h2{text-transform:capitalize;border-bottom:1px solid var(--line);margin-top:3rem}h3{margin:2.5rem 0 .25rem;font-weight:600}
p code,.note code{overflow-wrap:anywhere}h3 code{font-size:1rem;overflow-wrap:anywhere}h3 b{display:inline-block;min-width:4.5rem}
table{border-collapse:collapse;width:100%;margin:.5rem 0;table-layout:fixed}td{overflow-wrap:anywhere}
td:nth-child(1){width:11rem}td:nth-child(2){width:8rem}.answers td:nth-child(1){width:4rem}.answers td:nth-child(2){width:0;padding:0}
td{padding:.25rem .75rem .25rem 0;vertical-align:top;border-top:1px solid var(--soft)}td:nth-child(2){color:var(--muted);white-space:nowrap}
nav{display:flex;flex-wrap:wrap;gap:.25rem 1rem}.note{color:var(--muted);font-size:.875rem}p{margin:.25rem 0}tr:target,h3:target{outline:2px solid}
details{margin:.25rem 0}summary{cursor:pointer}
@media (max-width:40rem){main{padding-inline:1rem}table,tbody{display:block}
tr{display:flex;flex-wrap:wrap;gap:0 .75rem;padding:.3rem 0;border-top:1px solid var(--soft)}td{border:0;padding:0}
td:nth-child(n){width:auto}td:nth-child(3){flex-basis:100%}.answers td:nth-child(3){flex:1}}`;
