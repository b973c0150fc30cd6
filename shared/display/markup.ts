declare const MARKUP: unique symbol;

/** Markup that is safe to send: made by `markup` from literals of this project and escaped values, never from an untrusted string. */
export interface Markup {
  readonly [MARKUP]: true;
}

/** Values of a template: text (escaped), markup (kept), lists of both; `undefined`, `null` and `false` print nothing. */
export type Part = string | number | Markup | undefined | null | false | readonly Part[];

class Written {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

// Characters that XML 1.0 §2.2 forbids: a page would survive them, an SVG or a feed would not parse.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to take out
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]/g;
const LONE_SURROGATES = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/**
 * Escapes text for HTML and XML, in content and in quoted attributes. Characters that XML forbids are removed, and half
 * a surrogate pair becomes U+FFFD.
 */
export const escapeMarkup = (text: string): string =>
  text
    .replace(FORBIDDEN, '')
    .replace(LONE_SURROGATES, '\ufffd')
    .replace(/[&<>"']/g, (c) => ENTITIES[c] as string);

function print(part: Part): string {
  if (part === undefined || part === null || part === false) return '';
  if (typeof part === 'string') return escapeMarkup(part);
  if (typeof part === 'number') return String(part);
  if (part instanceof Written) return part.text;
  return Array.isArray(part) ? part.map(print).join('') : '';
}

/**
 * A template of HTML or SVG: literals are kept, every value is escaped unless it is markup itself.
 *
 * Values may stand in content and in double-quoted attributes, nowhere else. URLs from articles go through `webUrl` first: escaping
 * does not make `javascript:` harmless.
 */
export function markup(literals: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  let text = literals[0] as string;
  parts.forEach((part, i) => {
    text += print(part) + (literals[i + 1] as string);
  });
  return new Written(text) as unknown as Markup;
}

/** Markup from a constant of this project (a stylesheet); never from data. */
export const trusted = (text: string): Markup => new Written(text) as unknown as Markup;

/** The markup as a string. */
export const written = (of: Markup): string => print(of);
