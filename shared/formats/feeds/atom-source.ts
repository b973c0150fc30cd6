/** Tags of links with their attributes. No attribute of a feed contains an angle bracket that matters here. */
const LINK = /<((?:[\w-]+:)?link)(\s[^<>]*)>/g;
const CONTENT = /<((?:[\w-]+:)?(?:content|summary|title))(\s[^<>]*)>/g;

/** Marks a type whose text is base64. */
export const BASE64 = ';base64';

/**
 * Rewrites an Atom document because feedsmith 3.0.1 ignores two attributes: resolves `href` of a `<link>` against its
 * `xml:base`, and adds `mode="base64"` (Atom 0.3) to the `type` of its element.
 */
export function withOwnBases(xml: string): string {
  const based = xml.includes('xml:base')
    ? xml.replace(LINK, (tag, name: string, attributes: string) => {
        const base = attributeIn(attributes, 'xml:base');
        const href = attributeIn(attributes, 'href');
        return base === undefined || href === undefined
          ? tag
          : `<${name}${attributes.replace(/(\shref\s*=\s*)(?:"[^"]*"|'[^']*')/, (_whole, before: string) => `${before}"${joined(base, href)}"`)}>`;
      })
    : xml;
  if (!/mode\s*=\s*["']base64/.test(based)) return based;
  return based.replace(CONTENT, (tag, name: string, attributes: string) => {
    if (attributeIn(attributes, 'mode') !== 'base64') return tag;
    const type = attributeIn(attributes, 'type') ?? 'text/plain';
    return `<${name} type="${type}${BASE64}">`;
  });
}

function attributeIn(attributes: string, name: string): string | undefined {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  return found?.[1] ?? found?.[2];
}

/** Resolves a reference against a base that may be relative itself (XML Base §4.3); the result is then relative in the same way. */
export function joined(base: string, href: string): string {
  if (URL.canParse(href) || href.startsWith('//')) return href;
  if (URL.canParse(base)) return new URL(href, base).href;
  if (href.startsWith('/')) return href;
  return base.replace(/[^/]*$/, '') + href;
}

/**
 * Decodes the text of an element in base64; `undefined` if it is not text (RFC 4287 §4.1.3.3: any other media type is
 * base64 and has no text for a reader).
 */
export function textOfBase64(value: string): string | undefined {
  const bytes = Buffer.from(value.replace(/\s+/g, ''), 'base64');
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: bytes of pictures and archives contain them
    return text === '' || /[\u0000-\u0008\u000e-\u001f]/.test(text) ? undefined : text;
  } catch {
    return undefined;
  }
}
