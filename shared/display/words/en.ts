import type { DateBasis, Modality } from '../../events/event.ts';
import { counted } from '../counted.ts';
import { type DateNaming, dateWriter } from '../date-writer.ts';

/** The interface in English. `de.ts` has the same exports; the widget is built once with each file. */

/** The language parameter for the API: empty for English, its default. */
export const askedLanguage = '';
/** The language of the evidence if it differs from the interface's. */
export const sentenceLanguage: string | undefined = undefined;

const months = new Intl.DateTimeFormat('en-US', { month: 'short', timeZone: 'UTC' });

/** The short name of a month, 1…12. */
export const monthName = (month: number): string => months.format(Date.UTC(2000, month - 1));

/** A year: `1969`, `AD 79` (below 1000, where bare digits would not be read as a year), `44 BC` (astronomical −43). */
export const yearWords = (year: number): string =>
  year <= 0 ? `${1 - year} BC` : year < 1000 ? `AD ${year}` : String(year);

export const naming: DateNaming = { monthName, yearWords, dayNumeral: String };

export const { dayWords, stretchWords, precisionWords } = dateWriter(naming);

const ordinal = (n: number): string =>
  `${n}${n % 100 > 10 && n % 100 < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th')}`;

/** The decade of an astronomical year. */
export const decadeWords = (year: number): string =>
  year > 0 ? `${Math.floor(year / 10) * 10}s` : `${Math.floor((1 - year) / 10) * 10}s BC`;

/** The century of an astronomical year. */
export const centuryWords = (year: number): string =>
  year > 0 ? `${ordinal(Math.ceil(year / 100))} century` : `${ordinal(Math.ceil((1 - year) / 100))} century BC`;

/** Labels of modalities. */
export const modalityWords: Readonly<Record<Modality, string>> = {
  asserted: 'Reported',
  planned: 'Planned',
  predicted: 'Predicted',
  hypothetical: 'Hypothetical',
  negated: 'Denied',
};

/** Explains each modality to readers who do not know the term. */
export const modalityMeanings: Readonly<Record<Modality, string>> = {
  asserted: 'told as having happened',
  planned: 'announced or scheduled',
  predicted: 'somebody expects it',
  hypothetical: 'imagined; it did not happen, or need not have',
  negated: 'told as not having happened',
};

/** The label to append to a date: ` · planned`; empty for asserted events. */
export const modalityNote = (modality: Modality): string =>
  modality === 'asserted' ? '' : ` · ${modalityWords[modality].toLowerCase()}`;

/** How an event gets a date that its sentence does not state. */
export const basisMeanings: Readonly<Record<Exclude<DateBasis, 'stated'>, string>> = {
  derived: 'Dated from another event.',
  carried: 'Dated by a neighbouring sentence.',
  published: 'Dated by the day of writing.',
  editor: 'Dated by an editor.',
};

export const numberWords = (n: number): string => n.toLocaleString('en-US');
export const eventCount = (n: number): string => counted(n, 'event');
export const about = (words: string): string => `about ${words}`;
export const moreOf = (hidden: number, of: string): string => `${numberWords(hidden)} more of ${of}`;
export const mentionCount = (mentions: number, sources: number): string =>
  `${counted(mentions, 'mention')} in ${counted(sources, 'source')}`;
export const moreMentions = (n: number): string => counted(n, 'more mention');
export const andMore = (n: number): string => `and ${moreMentions(n)}`;
export const accordingTo = ', according to ';
export const unnamedSource = 'unnamed source';
export const otherDates = 'Other evidence dates it differently: ';
export const addedByEditor = 'Added by an editor';

export const pageTitle = (title: string): string => `${title} – timeline`;
export const timeline = 'Timeline';
export const events = 'Events';
export const close = 'Close';
export const previous = 'Previous';
export const next = 'Next';
export const otherEvents = 'Other events';
export const moveInTime = 'Move in time';
export const earlier = 'Earlier';
export const later = 'Later';
export const zoomIn = 'Zoom in';
export const zoomOut = 'Zoom out';
export const zoomInHere = 'Zoom in here';
export const whole = 'Whole';
export const wholeTimeline = 'Whole timeline';
export const showOnly = 'Show only';
export const onlyWith = 'Only events with ';
export const removeFilter = (name: string): string => `Remove the filter ${name}`;
export const removeThisFilter = 'remove this filter';
export const filters = 'Filters';
export const nothingMatches = 'Nothing on this timeline matches.';
export const noEvents = 'This timeline has no events yet.';
export const noEventsYet =
  'This timeline has no events yet. They appear here as soon as an article with dates has been read.';
export const showEverything = 'Show everything';
export const showWhole = 'Show the whole timeline';
export const noTimeline = 'There is no such public timeline.';
export const mapOf = (stretch: string): string => `Map of ${stretch}`;

export const search = 'Search';
export const wordsToLookFor = 'Words to look for';
export const takeAlong = 'Take it along:';
export const formatNames = { csv: 'CSV', ics: 'Calendar', rss: 'RSS', json: 'JSON', svg: 'Image' } as const;
export const eachProved = (count: string): string => `${count}, each with the sentence that proves it.`;
export const proofNote = 'What is read from articles points back at its sentence.';
export const opensOn = (stretch: string, total: string, from: string): string =>
  `The map opens on ${stretch}. The list has all ${total}, from ${from}.`;
export const keyMomentsOf = (total: string): string => `The key moments of ${total}.`;
export const allEvents = 'All events';
export const reachingIn = (n: number, day: string): string =>
  `${eventCount(n)} began before ${day} and reach${n === 1 ? 'es' : ''} into this time`;
export const pages = 'Pages';
export const firstPage = 'First page';
export const nextPage = 'Next page';
export const onThisPage = (count: string): string => `${count} on this page`;

/** The text of an error page for a status. English uses the API's own messages. */
export const problemWords = (_status: number): { readonly title: string; readonly detail: string } | undefined =>
  undefined;
