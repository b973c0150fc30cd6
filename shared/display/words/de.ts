import type { DateBasis, Modality } from '../../events/event.ts';
import { counted as countedIn } from '../counted.ts';
import { type DateNaming, dateWriter } from '../date-writer.ts';

/** The interface in German, by the names of `en.ts`. */

export const askedLanguage = 'de';
export const sentenceLanguage: string | undefined = 'en';

// Without a day, Intl abbreviates months differently ("Mär") than in dates ("März"), so the name is cut from a
// formatted day.
const months = new Intl.DateTimeFormat('de', { day: 'numeric', month: 'short', timeZone: 'UTC' });

export const monthName = (month: number): string => months.format(Date.UTC(2000, month - 1)).slice(3);

export const yearWords = (year: number): string =>
  year <= 0 ? `${1 - year} v. Chr.` : year < 1000 ? `${year} n. Chr.` : String(year);

export const naming: DateNaming = { monthName, yearWords, dayNumeral: (day) => `${day}.` };

export const { dayWords, stretchWords, precisionWords } = dateWriter(naming);

export const decadeWords = (year: number): string =>
  year > 0 ? `${Math.floor(year / 10) * 10}er-Jahre` : `${Math.floor((1 - year) / 10) * 10}er-Jahre v. Chr.`;

export const centuryWords = (year: number): string =>
  year > 0 ? `${Math.ceil(year / 100)}. Jahrhundert` : `${Math.ceil((1 - year) / 100)}. Jahrhundert v. Chr.`;

export const modalityWords: Readonly<Record<Modality, string>> = {
  asserted: 'Berichtet',
  planned: 'Geplant',
  predicted: 'Erwartet',
  hypothetical: 'Hypothetisch',
  negated: 'Verneint',
};

export const modalityMeanings: Readonly<Record<Modality, string>> = {
  asserted: 'als geschehen berichtet',
  planned: 'angekündigt',
  predicted: 'jemand rechnet damit',
  hypothetical: 'angenommen; es muss nicht geschehen sein',
  negated: 'als nicht geschehen berichtet',
};

export const modalityNote = (modality: Modality): string =>
  modality === 'asserted' ? '' : ` · ${modalityWords[modality].toLowerCase()}`;

export const basisMeanings: Readonly<Record<Exclude<DateBasis, 'stated'>, string>> = {
  derived: 'Datiert nach einem anderen Ereignis.',
  carried: 'Datiert nach einem benachbarten Satz.',
  published: 'Datiert nach dem Tag der Veröffentlichung.',
  editor: 'Von der Redaktion datiert.',
};

const counted = (n: number, one: string, many: string): string => countedIn(n, one, many, 'de');

export const numberWords = (n: number): string => n.toLocaleString('de');
export const eventCount = (n: number): string => counted(n, 'Ereignis', 'Ereignisse');
export const about = (words: string): string => `etwa ${words}`;
export const moreOf = (hidden: number, of: string): string => `${numberWords(hidden)} weitere von ${of}`;
export const mentionCount = (mentions: number, sources: number): string =>
  `${counted(mentions, 'Erwähnung', 'Erwähnungen')} in ${counted(sources, 'Quelle', 'Quellen')}`;
export const moreMentions = (n: number): string => counted(n, 'weitere Erwähnung', 'weitere Erwähnungen');
export const andMore = (n: number): string => `und ${moreMentions(n)}`;
export const accordingTo = ', laut ';
export const unnamedSource = 'ungenannte Quelle';
export const otherDates = 'Andere Belege datieren anders: ';
export const addedByEditor = 'Von der Redaktion ergänzt';

export const pageTitle = (title: string): string => `${title} – Zeitleiste`;
export const timeline = 'Zeitleiste';
export const events = 'Ereignisse';
export const close = 'Schließen';
export const previous = 'Zurück';
export const next = 'Weiter';
export const otherEvents = 'Andere Ereignisse';
export const moveInTime = 'In der Zeit bewegen';
export const earlier = 'Früher';
export const later = 'Später';
export const zoomIn = 'Vergrößern';
export const zoomOut = 'Verkleinern';
export const zoomInHere = 'Hier vergrößern';
export const whole = 'Alles';
export const wholeTimeline = 'Alles zeigen';
export const showOnly = 'Nur zeigen';
export const onlyWith = 'Nur Ereignisse mit ';
export const removeFilter = (name: string): string => `Filter ${name} entfernen`;
export const removeThisFilter = 'diesen Filter entfernen';
export const filters = 'Filter';
export const nothingMatches = 'Dazu steht hier nichts.';
export const noEvents = 'Hier steht noch nichts.';
export const noEventsYet =
  'Hier steht noch nichts. Ereignisse erscheinen hier, sobald ein Artikel mit Daten gelesen ist.';
export const showEverything = 'Alles zeigen';
export const showWhole = 'Ganze Zeitleiste zeigen';
export const noTimeline = 'Keine öffentliche Zeitleiste.';
export const mapOf = (stretch: string): string => `Karte: ${stretch}`;

export const search = 'Suchen';
export const wordsToLookFor = 'Gesuchte Wörter';
export const takeAlong = 'Zum Mitnehmen:';
export const formatNames = { csv: 'CSV', ics: 'Kalender', rss: 'RSS', json: 'JSON', svg: 'Bild' } as const;
export const eachProved = (count: string): string => `${count}, jedes mit dem Satz, der es belegt.`;
export const proofNote = 'Was aus Artikeln gelesen ist, verweist auf seinen Satz.';
export const opensOn = (stretch: string, total: string, from: string): string =>
  `Die Karte zeigt zuerst ${stretch}. Die Liste beginnt ${from} und enthält alle ${total}.`;
export const keyMomentsOf = (total: string): string =>
  `Die wichtigsten von ${total.replace('Ereignisse', 'Ereignissen')}.`;
export const allEvents = 'Alle Ereignisse';
export const reachingIn = (n: number, day: string): string =>
  n === 1
    ? `1 Ereignis begann vor dem ${day} und reicht in diese Zeit`
    : `${eventCount(n)} begannen vor dem ${day} und reichen in diese Zeit`;
export const pages = 'Seiten';
export const firstPage = 'Erste Seite';
export const nextPage = 'Nächste Seite';
export const onThisPage = (count: string): string => `${count} auf dieser Seite`;

export const problemWords = (status: number): { readonly title: string; readonly detail: string } | undefined =>
  status >= 500
    ? {
        title: 'Das ging schief',
        detail: 'Der Dienst konnte die Seite nicht liefern. Bitte später noch einmal versuchen.',
      }
    : status === 429
      ? { title: 'Zu viele Anfragen', detail: 'Bitte in einer Minute noch einmal versuchen.' }
      : {
          title: 'Nicht gefunden',
          detail: 'Diese Zeitleiste gibt es nicht, sie ist nicht öffentlich, oder der Link ist abgelaufen.',
        };
