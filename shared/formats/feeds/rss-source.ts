import { joined } from './atom-source.ts';
import { webAddress } from './item-text.ts';

const BASE = String.raw`\sxml:base\s*=\s*(?:"([^"]*)"|'([^']*)')`;
const HEAD = new RegExp(String.raw`<(?:rss|(?:\w+:)?RDF|channel)(?=\s)[^<>]*?${BASE}[^<>]*>`, 'gi');
const LINK = new RegExp(String.raw`(<link(?=\s)[^<>]*?${BASE}[^<>]*>)\s*([^<>\s]{1,2048})\s*(?=</link>)`, 'gi');
/** The outermost elements are within this many characters. */
const LONGEST_HEAD = 4096;

/** The base address for references in an RSS document: its own address, or the `xml:base` of its outer elements. */
export function baseOfRss(xml: string, url: string): string {
  if (!xml.includes('xml:base')) return url;
  let base = url;
  for (const [, double, single] of xml.slice(0, LONGEST_HEAD).matchAll(HEAD))
    base = webAddress(double ?? single, base) ?? base;
  return base;
}

/** An RSS document whose links are resolved against their own `xml:base`, which feedsmith 3.0.1 ignores. */
export const withLinkBases = (xml: string): string =>
  xml.includes('xml:base')
    ? xml.replace(
        LINK,
        (_all, tag: string, double: string | undefined, single: string | undefined, link: string) =>
          `${tag}${joined(double ?? single ?? '', link)}`,
      )
    : xml;
