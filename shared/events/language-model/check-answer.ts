import type { Timex } from '../../tagging/timex.ts';
import { stem } from '../../text/stem.ts';
import { tokenize } from '../../text/tokens.ts';
import type { DateSpan } from '../../time/date-span.ts';
import { MODALITIES, type Modality, type PlainArticle, type TimelineEvent } from '../event.ts';
import { eventsOfPrepared, prepareArticle } from '../extract.ts';
import { SMALL_WORDS } from '../lexicon/closed-class.ts';
import type { StorySentence } from '../mentions/read-sentence.ts';
import { toEvent } from '../mentions/to-event.ts';
import { LONGEST_TITLE } from '../titles/title-ends.ts';
import type { REFUSALS } from './refusals.ts';

/** A rejected event of a model's answer. */
export interface Refused {
  readonly reason: (typeof REFUSALS)[number];
  /** As in the model's answer, truncated; empty if absent. */
  readonly title: string;
}

/** The accepted part of a model's answers. */
export interface CheckedAnswer {
  readonly events: readonly TimelineEvent[];
  readonly refused: readonly Refused[];
}

const LONGEST_REPORTED = 120;
/**
 * Confidence of an event that only the model found. It is not a measured probability: one half, so that readers can
 * exclude it by `minConfidence`. An event that the rules also found keeps their confidence.
 */
const UNCONFIRMED = 0.5;

/**
 * Accepts the parts of a model's answers that the article supports: the sentence is in the text, trigger and time
 * expression are in the sentence, the tagger resolves that expression to the date that the model states, and the
 * title's names and numbers are in the sentence. Dates come from the tagger, entities from the article; if the rules
 * found the same event, their date and modality are used.
 *
 * @param answers Parsed answers of any shape, which are not trusted.
 */
export function checkAnswers(article: PlainArticle, answers: readonly unknown[]): CheckedAnswer {
  const { context, sentences } = prepareArticle(article);
  const own = eventsOfPrepared(article, context, sentences);
  const texts = sentences.map(({ sentence }) => plain(article.text.slice(sentence.start, sentence.end)));
  const events = new Map<string, TimelineEvent>();
  const refused: Refused[] = [];
  for (const given of answers.flatMap(eventsIn)) {
    const claim = claimOf(given);
    const outcome = claim === undefined ? 'malformed' : check(claim);
    if (typeof outcome === 'string') refused.push({ reason: outcome, title: titleIn(given) });
    else if (!events.has(outcome.id)) events.set(outcome.id, outcome);
  }
  return { events: [...events.values()], refused };

  function check(claim: Claim): TimelineEvent | Refused['reason'] {
    const at = texts.findIndex((text) => text.includes(plain(claim.sentence)));
    const found = sentences[at];
    if (found === undefined || plain(claim.sentence) === '') return 'sentence-not-in-text';
    const { sentence } = found;
    const inSentence = article.text.slice(sentence.start, sentence.end);
    const trigger = placeOf(claim.trigger, inSentence, sentence.start);
    if (trigger === undefined) return 'trigger-not-in-sentence';
    const timex = timexFor(claim, found, inSentence);
    if (timex?.span === undefined) return 'date-not-in-sentence';
    const rules = own.find((event) =>
      event.evidence.some(
        (one) => one.start === sentence.start && one.trigger.start < trigger.end && trigger.start < one.trigger.end,
      ),
    );
    const date: DateSpan = rules?.evidence.some((one) => one.timex.start === timex.start) ? rules.date : timex.span;
    if (!agrees(claim.date, date)) return 'date-differs';
    if (claim.title.length > LONGEST_TITLE) return 'title-too-long';
    if (!isBorneOut(claim.title, inSentence)) return 'title-not-in-sentence';
    const mention = {
      sentence,
      trigger,
      lemma: claim.trigger.toLowerCase(),
      isNoun: false,
      presupposed: false,
      timex,
      date,
      basis: 'stated',
      modality: modalityOf(claim.modality, rules, own, found, timex),
      title: claim.title,
      stems: new Set<string>(),
      confidence: rules?.confidence ?? UNCONFIRMED,
      also: [],
    } as const;
    return toEvent(article, mention, context);
  }
}

/** An event as a model claims it. */
interface Claim {
  readonly sentence: string;
  readonly trigger: string;
  readonly dateText: string;
  readonly date: string;
  readonly title: string;
  readonly modality: Modality;
}

const eventsIn = (answer: unknown): readonly unknown[] => {
  const events = (answer as { events?: unknown } | null)?.events;
  return Array.isArray(events) ? events : [undefined];
};

function claimOf(given: unknown): Claim | undefined {
  const { sentence, trigger, dateText, date, title, modality } = Object(given) as Record<string, unknown>;
  const texts = [sentence, trigger, dateText, date, title];
  if (!texts.every((text) => typeof text === 'string' && text.trim() !== '')) return undefined;
  if (!MODALITIES.includes(modality as Modality)) return undefined;
  const words = { sentence, trigger, dateText, date } as Omit<Claim, 'title' | 'modality'>;
  return { ...words, title: String(title).trim(), modality: modality as Modality };
}

const titleIn = (given: unknown): string =>
  String((Object(given) as { title?: unknown }).title ?? '').slice(0, LONGEST_REPORTED);

/** A text normalised for comparison: white space, quotation marks and dashes. Its length differs from that of the text. */
const plain = (text: string): string =>
  text
    .replace(/[‘’‚‛]/g, "'")
    .replace(/[“”„«»]/g, '"')
    .replace(/[‐‑–—]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();

/** The position of whole words in a sentence; offsets refer to the article. */
function placeOf(words: string, sentence: string, from: number): { start: number; end: number } | undefined {
  const pattern = words
    .trim()
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/\s+/g, '\\s+');
  const found = new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, 'u').exec(sentence);
  return found === null ? undefined : { start: from + found.index, end: from + found.index + found[0].length };
}

/** The tagger's expression that the model's words overlap. */
function timexFor({ dateText }: Claim, { sentence, timexes }: StorySentence, inSentence: string): Timex | undefined {
  const place = placeOf(dateText, inSentence, sentence.start);
  if (place === undefined) return undefined;
  const isTooWide = ({ span }: Timex) => span?.precision === 'century' || span?.precision === 'millennium';
  return timexes.find(
    (one) =>
      one.span !== undefined && one.type !== 'SET' && !isTooWide(one) && one.start < place.end && place.start < one.end,
  );
}

/** Whether a year, month or day lies within the tagger's days, or contains them. */
function agrees(date: string, { start, end }: DateSpan): boolean {
  const [, year, month = '', day = ''] = /^(-?\d{4})(-\d\d)?(-\d\d)?$/.exec(date.trim()) ?? [];
  if (year === undefined) return false;
  const cut = (iso: string): string => iso.slice(0, year.length + month.length + day.length);
  const given = year + month + day;
  return cut(start) === given || (cut(start) <= given && given <= cut(end) && !start.startsWith('-'));
}

/** Whether each name and number of a title is in the sentence, including its first word, which is always capitalised. */
function isBorneOut(title: string, sentence: string): boolean {
  const written = (text: string): readonly string[] =>
    tokenize(text, 0, text.length).map(({ start, end }) => text.slice(start, end).replace(/['’]s$/, ''));
  const lower = written(sentence).map((word) => word.toLowerCase());
  const words = new Set(lower);
  const stems = new Set(lower.map(stem));
  return written(title).every((word, at) => {
    if (!/^\p{Lu}|\p{N}/u.test(word)) return true;
    const small = word.toLowerCase();
    return words.has(small) || (at === 0 && (SMALL_WORDS.has(small) || stems.has(stem(small))));
  });
}

/** A hedge found by the rules never becomes a fact: if they found the event, or only hedged events under the same date, their modality is used. */
function modalityOf(
  claimed: Modality,
  rules: TimelineEvent | undefined,
  own: readonly TimelineEvent[],
  { sentence }: StorySentence,
  timex: Timex,
): Modality {
  if (rules) return rules.modality;
  const near = own.filter(({ evidence }) =>
    evidence.some((one) => one.start === sentence.start && one.timex.start === timex.start),
  );
  const [first] = near;
  return claimed === 'asserted' && first && near.every(({ modality }) => modality !== 'asserted')
    ? first.modality
    : claimed;
}
