import { displayDate } from '../events/dates/display.ts';
import type { EventDate, TimelineEvent } from '../events/event.ts';
import type { Overview } from '../timeline/overview.ts';
import type { InterfaceLanguage } from '../timeline/view.ts';
import { GERMAN_DATES } from './german-dates.ts';

const germanDate = (date: EventDate): EventDate => ({ ...date, display: displayDate(date, GERMAN_DATES) });

/** The event with its dates formatted in a language. Title and evidence stay in the language of the article. */
export const eventIn = <E extends TimelineEvent>(language: InterfaceLanguage | undefined, event: E): E =>
  language === 'de' ? { ...event, date: germanDate(event.date), otherDates: event.otherDates.map(germanDate) } : event;

/** The overview with the dates of its top events formatted in a language. */
export const overviewIn = <O extends Overview>(language: InterfaceLanguage | undefined, overview: O): O =>
  language === 'de'
    ? {
        ...overview,
        buckets: overview.buckets.map((bucket) => ({
          ...bucket,
          top: bucket.top.map((event) => eventIn(language, event)),
        })),
      }
    : overview;
