import { glyphImage } from '../../display/glyphs.ts';
import { type Markup, markup } from '../../display/markup.ts';
import { markedSentence } from '../../display/sentence.ts';
import { sourceName } from '../../display/source-name.ts';
import { webUrl } from '../../display/web-url.ts';
import { ENGLISH, type Words } from '../../display/words.ts';
import type { Evidence, TimelineEvent } from '../../events/event.ts';
import { civilDayOf } from '../../time/day.ts';
import { splitByStart } from '../../timeline/split-by-start.ts';

import { editorsNote } from './note.ts';

/** Settings of the rendered list. */
export interface ListOptions {
  /** Heading element of periods, `h2`…`h6`; titles are one level deeper. */
  readonly heading: number;
  readonly toEvent: (event: TimelineEvent) => string;
  readonly toEntity: (id: string) => string;
  /** First day of the range: events that began before it are collapsed under a line that says so. */
  readonly from?: string | undefined;
  /** Events shown on a narrow page; all by default. */
  readonly major?: readonly string[] | undefined;
  readonly words?: Words;
}

/** A heading of a level known at run time; levels above 6 become 6. */
export const headingOf = (level: number, content: Markup | string, attributes: Markup | string = ''): Markup => {
  const name = `h${Math.min(6, Math.max(1, level))}` as const;
  return markup`<${name}${attributes && markup` ${attributes}`}>${content}</${name}>`;
};

/** The modality of an event, if it is not asserted. */
export const modalityTag = (
  { modality }: Pick<TimelineEvent, 'modality'>,
  { modalityWords }: Words = ENGLISH,
): Markup | false => modality !== 'asserted' && markup`<span class="tag ${modality}">${modalityWords[modality]}</span>`;

/** The date as a `<time>` with a machine-readable value if HTML has one (there is none before the year 1). */
export function dateWords({ date }: Pick<TimelineEvent, 'date'>): Markup {
  const { start, end, precision } = date;
  const year = civilDayOf(start)?.year ?? 0;
  const machine =
    precision === 'day'
      ? start
      : precision === 'month'
        ? start.slice(0, 7)
        : precision === 'year'
          ? start.slice(0, 4)
          : '';
  const isValid = year >= 1 && machine !== '' && (precision !== 'day' || start === end);
  return isValid ? markup`<time datetime="${machine}">${date.display}</time>` : markup`<span>${date.display}</span>`;
}

/** The language of the evidence, for screen readers, if the page has another. */
export const sentenceLang = ({ sentenceLanguage }: Words): Markup | false =>
  sentenceLanguage !== undefined && markup` lang="${sentenceLanguage}"`;

/** "Pacific Ledger, 12 Dec 2022", linked if the article has a web address. */
export function sourceLine(
  evidence: Evidence,
  event: Pick<TimelineEvent, 'sources' | 'evidence'>,
  { dayWords, unnamedSource, accordingTo }: Words = ENGLISH,
): Markup {
  const url = webUrl(evidence.url);
  const name = sourceName(evidence, event) ?? unnamedSource;
  const published = evidence.publishedAt ? `, ${dayWords(evidence.publishedAt.slice(0, 10))}` : '';
  const linked =
    url === undefined
      ? markup`${name}`
      : markup`<a href="${url}" target="_blank" rel="noopener noreferrer nofollow">${name}</a>`;
  return markup`<cite>${linked}${published}</cite>${evidence.attribution !== undefined && markup`${accordingTo}<bdi>${evidence.attribution}</bdi>`}`;
}

function listItem(event: TimelineEvent, options: ListOptions): Markup {
  const words = options.words ?? ENGLISH;
  const best = event.evidence[0];
  const fuzz = words.precisionWords(event.date);
  const others = event.mentions - 1;
  const entities = event.entities.slice(0, 4);
  const isMinor = options.major !== undefined && !options.major.includes(event.id);
  return markup`<li class="event ${event.modality}${isMinor && ' minor'}" id="e-${event.id}">
<p class="when">${dateWords(event)}${fuzz !== undefined && markup` <small>${fuzz}</small>`}</p>${glyphImage(event.modality)}
<div class="what">${headingOf(options.heading + 1, markup`<a href="${options.toEvent(event)}"><bdi>${event.title}</bdi></a>`)}${modalityTag(event, words)}
${editorsNote(event, words)}${best !== undefined && markup`<blockquote dir="auto"${sentenceLang(words)}>${markedSentence(best)}</blockquote>`}
${
  event.mentions > 0 &&
  markup`<p class="from">${best !== undefined && sourceLine(best, event, words)}${
    others > 0 &&
    markup` <a
class="more" href="${options.toEvent(event)}">${words.andMore(others)}</a>`
  }</p>`
}${
  entities.length > 0 &&
  markup`<p
class="names">${entities.map((entity) => markup`<a href="${options.toEntity(entity.id)}"><bdi>${entity.name}</bdi></a> `)}</p>`
}</div></li>`;
}

type Grain = 'century' | 'decade' | 'year' | 'month';

function grainOf(events: readonly TimelineEvent[]): Grain {
  const years = events.map((event) => civilDayOf(event.date.start)?.year ?? 0);
  const span = Math.max(...years) - Math.min(...years);
  // The finest unit with about one heading for every three entries or fewer.
  const distinct = (of: (year: number) => number): number => new Set(years.map(of)).size;
  const most = Math.max(3, events.length / 3);
  if (span === 0) return 'month';
  if (distinct((y) => y) <= most) return 'year';
  return distinct((y) => Math.floor(y / 10)) <= most ? 'decade' : 'century';
}

function periodOf(event: TimelineEvent, grain: Grain, words: Words): string {
  const day = civilDayOf(event.date.start);
  if (!day) return '';
  const { year, month } = day;
  if (grain === 'month') return `${words.monthName(month)} ${words.yearWords(year)}`;
  if (grain === 'year') return words.yearWords(year);
  return grain === 'century' ? words.centuryWords(year) : words.decadeWords(year);
}

/** The events as an ordered list, the main content of the page, under headings of their periods. */
export function eventList(all: readonly TimelineEvent[], options: ListOptions): Markup {
  const words = options.words ?? ENGLISH;
  const { reaching, events } = splitByStart(all, options.from);
  const grain = grainOf(events);
  const periods: { name: string; events: TimelineEvent[] }[] = [];
  for (const event of events) {
    const name = periodOf(event, grain, words);
    const last = periods.at(-1);
    if (last?.name === name) last.events.push(event);
    else periods.push({ name, events: [event] });
  }
  const before = options.from === undefined ? '' : words.dayWords(options.from);
  return markup`${
    reaching.length > 0 &&
    markup`<details class="reaching"${events.length === 0 && markup` open`}><summary>${words.reachingIn(reaching.length, before)}</summary><ol
class="events">${reaching.map((event) => listItem(event, options))}</ol></details>`
  }<ol class="periods">${periods.map(({ name, events }) => section(name, events, options))}</ol>`;
}

/** The events in the given order under one heading. */
export const rankedList = (name: string, events: readonly TimelineEvent[], options: ListOptions): Markup =>
  markup`<ol class="periods">${section(name, events, options)}</ol>`;

const section = (name: string, events: readonly TimelineEvent[], options: ListOptions): Markup =>
  markup`<li>${headingOf(options.heading, name)}<ol class="events">${events.map((event) => listItem(event, options))}</ol></li>`;
