import * as dates from './dates.ts';
import type { FuzzTarget } from './fuzz-target.ts';
import * as requests from './requests.ts';
import * as texts from './texts.ts';

/** Every reader of untrusted input that is fuzzed, with the number of inputs in a run of the tests: fewer where one takes longer. */
export const TARGETS: readonly (FuzzTarget & { readonly runsInTests: number })[] = [
  { ...dates.wordsOfDates, runsInTests: 3_000 },
  { ...dates.edgesOfTheCalendar, runsInTests: 3_000 },
  { ...dates.machineDates, runsInTests: 3_000 },
  { ...dates.typedDates, runsInTests: 3_000 },
  { ...texts.articles, runsInTests: 600 },
  { ...texts.pages, runsInTests: 1_500 },
  { ...requests.feeds, runsInTests: 500 },
  { ...requests.subscriptions, runsInTests: 500 },
  { ...requests.bodies, runsInTests: 500 },
  { ...requests.queries, runsInTests: 500 },
  { ...requests.seals, runsInTests: 500 },
  { ...requests.addresses, runsInTests: 500 },
];
