import type { Timex } from '../../tagging/timex.ts';
import type { Furniture } from '../../text/furniture.ts';
import type { Sentence } from '../../text/sentences.ts';
import { type Token, tokenize } from '../../text/tokens.ts';
import type { DateSpan } from '../../time/date-span.ts';
import type { ExtractionModels } from '../anchoring/model.ts';
import { countFromEvents } from '../dates/counted-from-event.ts';
import { type DatePhrase, datePhrases } from '../dates/date-phrase.ts';
import { antecedentOf, companyOf } from '../names/antecedents.ts';
import { organizationFor, personFor } from '../names/coreference.ts';
import type { EntityIndex } from '../names/entities.ts';
import { fullerName, placedNoun } from '../names/fuller-name.ts';
import { readDatedEntry } from '../sentence/dated-entry.ts';
import type { Parses } from '../sentence/parses.ts';
import type { SentenceView } from '../sentence/render-words.ts';
import type { VerbGroup } from '../sentence/verb-group.ts';
import { findVerbGroups, settlePrepositions } from '../sentence/verb-groups.ts';
import type { Word } from '../sentence/word.ts';
import { readWords } from '../sentence/words.ts';
import type { LifeDates } from './life-dates.ts';

/** Data of the article used for all its sentences. */
export interface ArticleContext {
  readonly text: string;
  readonly dct: string | undefined;
  /** The last day of which it may tell as past: the day of writing, or the day after it (`day-ahead.ts`). */
  readonly lastDay: string | undefined;
  readonly language: string;
  readonly entities: EntityIndex;
  readonly furniture: readonly Furniture[];
  /** The quarter that a company's report is about. */
  readonly reportedQuarter: DateSpan | undefined;
  readonly models: ExtractionModels;
  readonly parses: Parses;
}

/** A sentence of the story with the time expressions inside it. */
export interface StorySentence {
  readonly sentence: Sentence;
  /** The previous sentences, nearest first. */
  readonly earlier: readonly Sentence[];
  readonly timexes: readonly Timex[];
  /** Births and deaths in brackets behind names. */
  readonly lives: LifeDates;
  /** Counted from 0. */
  readonly position: number;
}

/** A sentence read as words and verb groups, with its time expressions as word ranges. */
export interface ReadSentence extends SentenceView {
  readonly sentence: Sentence;
  readonly ranges: readonly DatePhrase[];
  /** An entry of a chronicle whose verb was found by its position, since the parser often takes it for a noun. */
  readonly isEntry: boolean;
  /** The time that the narrative has reached before it. */
  readonly reached?: DateSpan;
}

/** Reads one sentence. */
export function readSentence(context: ArticleContext, sentence: Sentence, timexes: readonly Timex[]): ReadSentence {
  const { text } = context;
  const tokens: Token[] = tokenize(text, sentence.start, sentence.end);
  let t = 0;
  const rough: Word[] = readWords(tokens, (token) => {
    while (t < timexes.length && (timexes[t] as Timex).end <= token.start) t++;
    const timex = timexes[t];
    return timex && token.start >= timex.start - 1 && token.end <= timex.end ? t : -1;
  });
  const first = findVerbGroups(rough);
  const read = readDatedEntry(rough, first);
  const groups: VerbGroup[] = read === rough ? first : findVerbGroups(read);
  const words = settlePrepositions(read, groups);
  const ranges = countFromEvents(words, datePhrases(words, timexes));
  const near = overlapping(context.furniture, sentence.start, sentence.end);
  const hidden = (index: number): boolean => {
    const word = words[index];
    return word !== undefined && near.some((f) => word.start >= f.start && word.end <= f.end);
  };
  return {
    sentence,
    text,
    words,
    groups,
    ranges,
    isEntry: read !== rough,
    hidden,
    nameFor: () => undefined,
    standsFor: () => undefined,
    fullerName: () => undefined,
    genderOf: (name) => {
      const surname = name.slice(name.lastIndexOf(' ') + 1);
      const person = context.entities.named.find(
        ({ entity }) => entity.kind === 'person' && (entity.name === surname || entity.name.endsWith(` ${surname}`)),
      );
      return person && context.entities.genderOf(person.entity);
    },
    namesPerson: (start, end) => context.entities.within(start, end).some(({ kind }) => kind === 'person'),
    parse: () => context.parses(sentence),
  };
}

/**
 * A sentence with the antecedents of its pronouns, looked up from the previous sentences on.
 *
 * @param earlier The previous sentences, nearest first.
 */
export function viewOf(
  context: ArticleContext,
  sentence: Sentence,
  earlier: readonly Sentence[],
  timexes: readonly Timex[],
): ReadSentence {
  const { entities } = context;
  const around = { text: context.text, entities, sentence, earlier, parses: context.parses };
  const openings = [...earlier.slice(0, 2).map(({ start }) => start)];
  if (openings.length === 0) openings.push(sentence.start);
  return {
    ...readSentence(context, sentence, timexes),
    fullerName: (noun) =>
      fullerName(context.text, sentence.start, noun) ?? placedNoun(context.text, sentence.start, noun),
    standsFor: (word) => antecedentOf(around, word.lower, word.start) ?? companyOf(around, word.lower),
    nameFor: (word) => {
      for (const from of openings) {
        const named =
          personFor(word.lower, entities, from, word.start) ?? organizationFor(word.lower, entities, from, word.start);
        if (named) return named.name;
      }
      return undefined;
    },
  };
}

/** Furniture that overlaps a stretch; furniture is ordered and does not overlap. */
export function overlapping(furniture: readonly Furniture[], start: number, end: number): readonly Furniture[] {
  let low = 0;
  let high = furniture.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((furniture[middle] as Furniture).end <= start) low = middle + 1;
    else high = middle;
  }
  let last = low;
  while (last < furniture.length && (furniture[last] as Furniture).start < end) last++;
  return furniture.slice(low, last);
}
