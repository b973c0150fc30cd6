import { isReadLanguage } from '../events/languages.ts';

/** Explains why an article has no events, and what to do about it. */
export function noEventsWords({
  language,
  publishedAt,
}: {
  readonly language?: string;
  readonly publishedAt?: string;
}): string {
  if (language !== undefined && !isReadLanguage(language)) {
    return `The text is in ${languageName(language)}, which is not supported yet: events are found in English texts only.`;
  }
  return publishedAt === undefined
    ? 'The publication date is unknown, so “last year” and “on Friday” cannot be resolved. Send the article again with its date.'
    : 'The text has no dates of events.';
}

function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames('en', { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
