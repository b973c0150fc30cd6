/** Languages whose sentences are read for events; dates are found in more (shared/tagging/languages). */
const READ_LANGUAGES: readonly string[] = ['en'];

/** Whether events are found in texts of a language (BCP 47). A text too short to tell (`und`) is read as English. */
export const isReadLanguage = (language: string): boolean =>
  language === 'und' || READ_LANGUAGES.includes(language.split('-')[0] ?? '');
