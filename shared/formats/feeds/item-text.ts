import { decodeHTML } from 'entities';
import { windowsPunctuation } from '../../text/windows-punctuation.ts';
import type { FeedItem, FeedText } from './feed-document.ts';

/** Removes absent fields, so that equal items are equal values. C1 control characters become punctuation, other control characters are removed. */
export function itemOf(fields: { readonly [Name in keyof FeedItem]-?: FeedItem[Name] | undefined }): FeedItem {
  const { title, content, summary } = fields;
  const cleaned = {
    ...fields,
    title: title && withoutControls(title),
    content: clean(content),
    summary: clean(summary),
  };
  return Object.fromEntries(
    Object.entries(cleaned).filter(([, value]) => value !== undefined && value !== ''),
  ) as FeedItem;
}

const clean = (text: FeedText | undefined): FeedText | undefined =>
  text && { ...text, value: withoutControls(text.value) };

// biome-ignore lint/suspicious/noControlCharactersInRegex: XML forbids them, but feeds contain them
const withoutControls = (text: string): string => windowsPunctuation(text).replace(/[\u0000-\u0008\u000e-\u001f]/g, '');

/** A title without markup, in one line: publishers escape titles once, twice or in CDATA, with markup or without. */
export function plainTitle(raw: string | undefined): string | undefined {
  if (raw === undefined) return undefined;
  const text = decodeHTML(raw.replace(/<\/?[a-z][^<>]*>/gi, ''))
    .replace(/\s+/g, ' ')
    .trim();
  return text === '' ? undefined : text;
}

/** Whether a text is markup: contains a tag, or an entity that plain text would not. */
export function looksLikeHtml(text: string): boolean {
  return /<\/?(p|br|div|span|a|img|em|i|b|strong|ul|ol|li|h[1-6]|figure|blockquote|table|iframe)\b[^<>]*>|&(#\d+|#x[0-9a-f]+|[a-z]{2,8});/i.test(
    text,
  );
}

/** The limit of the API; longer addresses carry data. */
const LONGEST_ADDRESS = 2048;

/** An absolute http(s) address, or `undefined`. */
export function webAddress(address: string | undefined, base: string): string | undefined {
  const trimmed = address?.trim() ?? '';
  if (trimmed === '' || trimmed.length > LONGEST_ADDRESS || !URL.canParse(trimmed, base)) return undefined;
  const url = new URL(trimmed, base);
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : undefined;
}
