import type { FeedItem } from './feed-document.ts';

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** Leaves out what is absent, so that an item is the same value however it was written. */
export function itemOf(fields: { readonly [Name in keyof FeedItem]-?: FeedItem[Name] | undefined }): FeedItem {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && value !== ''),
  ) as FeedItem;
}

/**
 * A title without markup, in one line: publishers escape titles once, twice, or wrap them in CDATA, and mark them up or don't.
 */
export function plainTitle(raw: string | undefined): string | undefined {
  if (raw === undefined) return undefined;
  const text = decoded(raw.replace(/<\/?[a-z][^<>]*>/gi, ''))
    .replace(/\s+/g, ' ')
    .trim();
  return text === '' ? undefined : text;
}

/** Whether a text is markup: has a tag, or an entity that plain text would not have. */
export function looksLikeHtml(text: string): boolean {
  return /<\/?(p|br|div|span|a|img|em|i|b|strong|ul|ol|li|h[1-6]|figure|blockquote|table|iframe)\b[^<>]*>|&(#\d+|#x[0-9a-f]+|[a-z]{2,8});/i.test(
    text,
  );
}

/** As the API takes them; what is longer carries data, not a place. */
const LONGEST_ADDRESS = 2048;

/** An absolute http(s) address, or nothing. */
export function webAddress(address: string | undefined, base: string): string | undefined {
  const trimmed = address?.trim() ?? '';
  if (trimmed === '' || trimmed.length > LONGEST_ADDRESS || !URL.canParse(trimmed, base)) return undefined;
  const url = new URL(trimmed, base);
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : undefined;
}

function decoded(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]+));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return NAMED[String(name).toLowerCase()] ?? whole;
    const point = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}
