import type { Timex } from '../../tagging/timex.ts';
import type { Furniture } from '../../text/furniture.ts';
import type { Sentence } from '../../text/sentences.ts';
import { type Token, tokenize } from '../../text/tokens.ts';
import type { DateSpan } from '../../time/date-span.ts';
import type { ExtractionModels } from '../anchoring/model.ts';
import { countFromEvents } from '../dates/counted-from-event.ts';
import { type DatePhrase, datePhrases } from '../dates/date-phrase.ts';
import { organizationFor, personFor } from '../names/coreference.ts';
import type { EntityIndex } from '../names/entities.ts';
import { readDatedEntry } from '../sentence/dated-entry.ts';
import { renderWords, type SentenceView } from '../sentence/render-words.ts';
import { subjectOf } from '../sentence/subject.ts';
import type { VerbGroup } from '../sentence/verb-group.ts';
import { findVerbGroups, settlePrepositions } from '../sentence/verb-groups.ts';
import { readWords, type Word } from '../sentence/words.ts';
import { isPersonNoun } from '../titles/subject-words.ts';
import type { LifeDates } from './life-dates.ts';

/** What is known of the article while its sentences are read. */
export interface ArticleContext {
  readonly text: string;
  readonly dct: string | undefined;
  readonly language: string;
  readonly entities: EntityIndex;
  readonly furniture: readonly Furniture[];
  /** The quarter that a company's report is about. */
  readonly reportedQuarter: DateSpan | undefined;
  readonly models: ExtractionModels;
}

/** A sentence of the story with the time expressions inside it. */
export interface StorySentence {
  readonly sentence: Sentence;
  /** The sentences before, the nearest first. */
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
  return { sentence, text, words, groups, ranges, hidden, nameFor: () => undefined, topic: () => undefined };
}

/** What a sentence is about: its first subject, as a later sentence may name it again. */
interface Topic {
  readonly text: string;
  /** Pronouns that may stand for it. */
  readonly pronouns: ReadonlySet<string>;
}

const PERSON = new Set(['he', 'she']);
const THING = new Set(['it']);
const MANY = new Set(['they']);
/** Words of a subject that is named again. */
const LONGEST_TOPIC = 7;

/** The topic of a sentence: the subject of its first verb, if it is short; a pronoun where that is the subject. */
function topicOf(context: ArticleContext, sentence: Sentence): Topic | string | undefined {
  if (sentence.end - sentence.start > 400) return undefined;
  const view = readSentence(context, sentence, []);
  const { words, groups } = view;
  const g = groups.findIndex(
    (group) =>
      group.kind === 'finite' &&
      !words
        .slice(0, group.first)
        .some(
          (word, i) =>
            word.tag === 'relative' && !groups.some((x) => x.kind === 'finite' && x.first > i && x.last < group.first),
        ),
  );
  if (g < 0) return undefined;
  const subject = subjectOf(words, groups, g);
  let { from } = subject;
  // "In April the fort fell": the month is no part of it
  for (let i = from + 1; i < subject.to; i++)
    if (words[i]?.tag === 'determiner' && words[i - 1]?.tag === 'name') from = i;
  const first = words[from];
  const last = words[subject.to - 1];
  if (!first || !last || subject.to <= from || subject.to - from > LONGEST_TOPIC || from > 3 || view.hidden(from))
    return undefined;
  if (first.tag === 'pronoun') return first.lower;
  const text = renderWords(view, from, subject.to, undefined).join(' ');
  if (/[,:;]/.test(text) || /^(?:what|this|that|these|those|there)\b/i.test(text)) return undefined;
  const isNamedPerson = context.entities.within(first.start, last.end).some((entity) => entity.kind === 'person');
  const pronouns =
    isNamedPerson || (isPersonNoun(last.lower) && !isPlural(text)) ? PERSON : isPlural(text) ? MANY : THING;
  return { text: text.replace(/^(?:A|An) /, 'The '), pronouns };
}

const isPlural = (phrase: string): boolean =>
  /(?:[^s]s|men|people|police|children)$/.test(phrase.split(/ (?:of|in|at|for|from|on|to|with) /)[0] ?? '') &&
  !/^\p{Lu}\S*$/u.test(phrase);

/** What a pronoun that opens a sentence stands for: the subject of the sentence before, through a chain of the same pronoun. */
function topicFor(
  context: ArticleContext,
  sentence: Sentence,
  earlier: readonly Sentence[],
  pronoun: string,
): string | undefined {
  let paragraph = sentence.paragraph;
  for (const before of earlier) {
    if (before.paragraph < paragraph - 1) return undefined;
    paragraph = before.paragraph;
    const topic = topicOf(context, before);
    if (topic === undefined) return undefined;
    if (typeof topic !== 'string') {
      const isAlone = pronoun === 'it' || pronoun === 'they' || personsIn(context, before) < 2;
      return topic.pronouns.has(pronoun) && isAlone ? topic.text : undefined;
    }
    if (topic !== pronoun) return undefined;
  }
  return undefined;
}

const personsIn = ({ entities }: ArticleContext, { start, end }: Sentence): number =>
  entities.within(start, end).filter(({ kind }) => kind === 'person').length;

/**
 * A sentence read, with the names that its pronouns stand for looked up from the sentences before on.
 *
 * @param earlier The sentences before, the nearest first.
 */
export function viewOf(
  context: ArticleContext,
  sentence: Sentence,
  earlier: readonly Sentence[],
  timexes: readonly Timex[],
): ReadSentence {
  const { entities } = context;
  const topics = new Map<string, string | undefined>();
  const openings = [...earlier.slice(0, 2).map(({ start }) => start)];
  if (openings.length === 0) openings.push(sentence.start);
  return {
    ...readSentence(context, sentence, timexes),
    topic: (pronoun) => {
      if (!topics.has(pronoun)) topics.set(pronoun, topicFor(context, sentence, earlier, pronoun));
      return topics.get(pronoun);
    },
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

/** Furniture that meets a stretch; furniture is in order and apart. */
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
