import { isReadLanguage } from '../../events/languages.ts';

/** Explains why an article has no events, and what to do about it. */
export function noEventsWords({
  language,
  publishedAt,
}: {
  readonly language?: string;
  readonly publishedAt?: string;
}): string {
  if (language !== undefined && !isReadLanguage(language)) {
    return `The text is in ${languageName(language)}, which is not read yet: events are found in English texts only.`;
  }
  return publishedAt === undefined
    ? 'No date of publication is known, so “last year” or “on Friday” say nothing. Send it again with one.'
    : 'The text names no dates that an event could be tied to.';
}

function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames('en', { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
