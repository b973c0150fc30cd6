import type { Timex } from '../../tagging/timex.ts';
import type { Furniture } from '../../text/furniture.ts';
import type { Sentence } from '../../text/sentences.ts';
import { type Token, tokenize } from '../../text/tokens.ts';
import type { DateSpan } from '../../time/date-span.ts';
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

/** What is known of the article while its sentences are read. */
export interface ArticleContext {
  readonly text: string;
  readonly dct: string | undefined;
  readonly language: string;
  readonly entities: EntityIndex;
  readonly furniture: readonly Furniture[];
  /** The quarter that a company's report is about. */
  readonly reportedQuarter: DateSpan | undefined;
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
  const ranges = datePhrases(words, timexes);
  const near = overlapping(context.furniture, sentence.start, sentence.end);
  const hidden = (index: number): boolean => {
    const word = words[index];
    return word !== undefined && near.some((f) => word.start >= f.start && word.end <= f.end);
  };
  return { sentence, text, words, groups, ranges, hidden, nameFor: () => undefined, topic: () => undefined };
}

/** What a sentence is about, for the "It" or "They" that opens the next: the subject of its first verb, if that is a thing and short. */
function topicOf(context: ArticleContext, sentence: Sentence): string | undefined {
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
  if (
    !first ||
    !last ||
    subject.to <= from ||
    subject.to - from > 6 ||
    from > 3 ||
    first.tag === 'pronoun' ||
    isPersonNoun(last.lower) ||
    view.hidden(from)
  )
    return undefined;
  if (context.entities.within(first.start, last.end).some((entity) => entity.kind === 'person')) return undefined;
  const text = renderWords(view, from, subject.to, undefined).join(' ');
  return /[,:;]/.test(text) ? undefined : text.replace(/^(?:A|An) /, 'The ');
}

const isPlural = (phrase: string): boolean =>
  /(?:[^s]s|men|people|police|children)$/.test(phrase.split(/ (?:of|in|at|for|from|on|to|with) /)[0] ?? '') &&
  !/^\p{Lu}\S*$/u.test(phrase);

/** A sentence read, with the names that its pronouns stand for looked up from the sentence before on. */
export function viewOf(
  context: ArticleContext,
  sentence: Sentence,
  previous: Sentence | undefined,
  timexes: readonly Timex[],
): ReadSentence {
  const from = previous?.start ?? sentence.start;
  const { entities } = context;
  let topic: string | undefined | null = null;
  return {
    ...readSentence(context, sentence, timexes),
    topic: (pronoun) => {
      if (topic === null)
        topic = previous && previous.paragraph >= sentence.paragraph - 1 ? topicOf(context, previous) : undefined;
      return topic !== undefined && isPlural(topic) === (pronoun === 'they') ? topic : undefined;
    },
    nameFor: (word) =>
      (personFor(word.lower, entities, from, word.start) ?? organizationFor(word.lower, entities, from, word.start))
        ?.name,
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
