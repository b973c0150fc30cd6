import { type NumberOrder, writtenDates } from '../written-date.ts';
import { isEventDate } from './event-date.ts';

/** A date that the article shows to readers. */
export interface VisibleDate {
  /** ISO day or date-time. */
  readonly date: string;
  readonly source: 'time-element' | 'byline';
  /** `published` if a word or a class says so, `modified` likewise; `shown` for a date without a label. */
  readonly kind: 'published' | 'modified' | 'shown';
}

/** From most to least reliable. */
export const KINDS: readonly VisibleDate['kind'][] = ['published', 'shown', 'modified'];

/** A line with more words than this beside its date is prose. */
export const MOST_WORDS = 14;
/** Longest line searched for a date, in characters. */
export const LONGEST_LINE = 160;

/** Words between "published" and its date: prepositions of the languages of `month-names`, and the author. */
const UP_TO_DATE = String.raw`\W*(?:(?:by|von|par|por|da|door) [^\d]{2,40}?\W)?(?:(?:on|am|le|el|il|em|op|den|dnia|at|in|la|of|vom|des artikels)\W+){0,2}(?:\p{L}{2,10}\W{1,2})?$`;

/** Ends with a word that introduces a publication date. */
export const PUBLISHED = new RegExp(
  String.raw`(?<!\p{L})(?:publi(?:shed|é|ée|cado|cada|kováno|sert|ceret|cerad|kacj\p{L}*|cação|cación|cation)|publish date|pubblicat[oa]|veröffentlicht|erschienen|erstellt|posted|created|issued|release date|geplaatst|gepubliceerd|opublikowano|dodano|julkaistu|yayın\p{L}*|megjelent|опубликован\p{L}*|skrevet|inlagd)${UP_TO_DATE}`,
  'iu',
);

/** Ends with a word that introduces a modification date. */
export const MODIFIED = new RegExp(
  String.raw`(?<!\p{L})(?:updated?|modified|revised|edited|aktualisiert|aktualisierung|letzte änderung|geändert|überarbeitet|bearbeitet|mis à jour|mise à jour|modifié|actualizad[oa]|actualización|modificad[oa]|aggiornat[oa]|modificat[oa]|atualizad[oa]|bijgewerkt|aktualizacja|zaktualizowano|uppdaterad|opdateret|oppdatert|päivitetty|aktualizováno|güncelle\p{L}*|frissítve|обновлен\p{L}*)${UP_TO_DATE}`,
  'iu',
);

/** Ends with a word for a date, or for the time of the information. */
export const AS_OF = new RegExp(String.raw`(?<!\p{L})(?:stand|datum|date|fecha|data|as of)${UP_TO_DATE}`, 'iu');

/** Words of at least two letters. */
export const wordsIn = (text: string): number => text.split(/\s+/).filter((word) => /\p{L}{2}/u.test(word)).length;

/**
 * The date of a line after a word for publication; otherwise one that no word for a change precedes. Never that of an
 * event.
 *
 * @param next The lines after it.
 */
export function labelledDate(
  text: string,
  order: NumberOrder | undefined,
  next: readonly (string | undefined)[] = [],
):
  | { readonly date: string; readonly kind: VisibleDate['kind']; readonly start: number; readonly end: number }
  | undefined {
  let from = 0;
  const dates = writtenDates(text, order).flatMap(({ day, start, end }) => {
    const before = text.slice(from, start);
    from = end;
    const kind: VisibleDate['kind'] = MODIFIED.test(before)
      ? 'modified'
      : PUBLISHED.test(before)
        ? 'published'
        : 'shown';
    if (kind === 'shown' && isEventDate(before, text.slice(end), next)) return [];
    return [{ date: day, kind, start, end }];
  });
  for (const kind of KINDS) {
    const found = dates.find((one) => one.kind === kind);
    if (found) return found;
  }
  return undefined;
}
