/** Languages in which events are extracted; dates are recognised in more (shared/tagging/languages). */
const READ_LANGUAGES: readonly string[] = ['en'];

/** Whether events are extracted from texts of a language (BCP 47). A text too short to detect (`und`) is treated as English. */
export const isReadLanguage = (language: string): boolean =>
  language === 'und' || READ_LANGUAGES.includes(language.split('-')[0] ?? '');
