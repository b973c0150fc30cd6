import { parseIsoDay } from '../time/day.ts';
import { domainOf } from './domain.ts';
import { type FormTable, tabulate } from './grammar/form.ts';
import { withoutInvisible } from './invisible.ts';
import { german } from './languages/de/german.ts';
import { english } from './languages/en/english.ts';
import type { Language } from './languages/language.ts';
import { normalise } from './normalise.ts';
import { Anchors } from './normalising/anchors.ts';
import { settleByArticle } from './normalising/article-wide.ts';
import { recognise } from './recognise.ts';
import { compileLexicon } from './scanning/lexicon.ts';
import { TokenWindow } from './scanning/token-window.ts';
import type { TaggingOptions, Timex } from './timex.ts';

interface Compiled {
  readonly language: Language;
  readonly window: TokenWindow;
  readonly forms: FormTable;
}

const LANGUAGES: readonly Language[] = [english, german];
const compiled = new Map<string, Compiled>();

/** A language's tables, built at its first use. Unknown languages are read as English. */
function compiledLanguage(tag: string): Compiled {
  const known = compiled.get(tag);
  if (known) return known;
  const language = LANGUAGES.find((l) => l.tag === tag) ?? english;
  const made = {
    language,
    window: new TokenWindow(compileLexicon(language.lexicon, language.numerals, language.isTimeInSmallLetters)),
    forms: tabulate(language.pipeline),
  };
  compiled.set(tag, made);
  return made;
}

/**
 * Finds the time expressions of a text and places them on the calendar.
 *
 * Pure: the result depends on the arguments alone. Time is linear in the length of any text.
 *
 * @returns In the order of the text, never overlapping; offsets are UTF-16 code units of `text` as given.
 * @throws RangeError if `dct` is given and is no ISO day that exists.
 */
export function tag(text: string, options: TaggingOptions = {}): Timex[] {
  const { dct, language = 'en', domain } = options;
  if (dct !== undefined && !parseIsoDay(dct)) throw new RangeError(`dct is no ISO day: ${dct}`);
  const visible = withoutInvisible(text);
  if (visible)
    return tag(visible.text, options).map((timex) => {
      const [start, end] = [visible.startOf(timex.start), visible.endOf(timex.end)];
      return { ...timex, start, end, text: text.slice(start, end) };
    });
  const { language: rules, window, forms } = compiledLanguage(language);
  const speechYear = dct === undefined ? undefined : Number(dct.slice(0, -6));
  const found = settleByArticle(recognise(text, window, forms), text, speechYear);
  const anchors = new Anchors(dct, (domain ?? domainOf(found, text, speechYear)) === 'narrative');
  return normalise(found, text, anchors, rules);
}
