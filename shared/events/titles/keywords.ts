import { stem } from '../../text/stem.ts';
import { tokenize } from '../../text/tokens.ts';
import { SMALL_WORDS } from '../lexicon/closed-class.ts';
import { isReporting } from '../lexicon/factuality-verbs.ts';
import { verbForm } from '../lexicon/verb-forms.ts';

const MOST = 8;

/** Content words of a title, as written in lower case, each stem once, in order; at most eight. */
export function keywordsOf(title: string): string[] {
  const words: string[] = [];
  const stems = new Set<string>();
  for (const token of tokenize(title)) {
    if (token.kind !== 'word' || token.lower.length < 3 || SMALL_WORDS.has(token.lower)) continue;
    const form = verbForm(token.lower);
    if (form && isReporting(form.lemma)) continue;
    const key = stem(token.lower);
    if (stems.has(key)) continue;
    stems.add(key);
    words.push(token.lower);
    if (words.length === MOST) break;
  }
  return words;
}
