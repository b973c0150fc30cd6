import type { FeedText } from './feed-document.ts';
import { looksLikeHtml } from './item-text.ts';

interface Described {
  readonly title?: MediaText;
  readonly description?: MediaText;
}

interface MediaText {
  readonly value?: string;
  readonly type?: string;
}

/** Texts of an item's Media RSS elements: of the item, its groups and its media. */
interface Media extends Described {
  readonly groups?: readonly (Described & { readonly contents?: readonly Described[] })[];
  readonly contents?: readonly Described[];
}

/** The titles or descriptions of an item's media (Media RSS 1.5.1), outermost first: for items without text of their own. */
export function mediaTexts(media: Media | undefined, field: keyof Described): readonly MediaText[] {
  const groups = media?.groups ?? [];
  const holders = [media, ...groups, ...(media?.contents ?? []), ...groups.flatMap(({ contents }) => contents ?? [])];
  return holders.flatMap((holder) => holder?.[field] ?? []);
}

/** The first text that is not empty. */
export function firstText(texts: readonly (MediaText | string | undefined)[]): FeedText | undefined {
  for (const text of texts) {
    const value = typeof text === 'string' ? text : text?.value;
    if (value === undefined || value.trim() === '') continue;
    const isHtml = (typeof text === 'object' && /html/i.test(text?.type ?? '')) || looksLikeHtml(value);
    return { kind: isHtml ? 'html' : 'text', value };
  }
  return undefined;
}
