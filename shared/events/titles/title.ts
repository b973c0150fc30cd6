import type { Anchor } from '../anchoring/anchor.ts';
import type { DatePhrase } from '../dates/date-phrase.ts';
import { SMALL_WORDS } from '../lexicon/closed-class.ts';
import { isPredicting, isReporting } from '../lexicon/factuality-verbs.ts';
import { opensAnew } from '../sentence/clause.ts';
import { contentWords, type OmittedDate, renderWords, type SentenceView } from '../sentence/render-words.ts';
import type { Word } from '../sentence/word.ts';
import { clauseTitle, governingTitles, nounPhraseTitle } from './clause-title.ts';
import { isParticiple, isSubject, parsedView } from './parsed-view.ts';
import { bestTitle } from './title-checks.ts';
import { finish } from './title-ends.ts';
import { SUFFERED, titleOfVerb } from './title-verb.ts';

/** A sentence with its date phrases. */
interface DatedView extends SentenceView {
  readonly ranges: readonly DatePhrase[];
}

const isSmall = (word: string): boolean => {
  const kind = SMALL_WORDS.get(word);
  return kind !== undefined && kind !== 'adjective';
};

/** A title of at most 90 characters for what a time expression dates, in the text's own words; empty where there are none to say it. */
export function titleOf(sentence: DatedView, anchor: Anchor, keepsDate = false): string {
  const { range } = anchor;
  const view = withoutRelativeDates(sentence, range);
  const trigger = anchor.group === undefined ? (anchor.noun as number) : (view.groups[anchor.group]?.head ?? 0);
  // "Women could not vote until 1971": without the date it would say the opposite
  const dropped: OmittedDate = keepsDate
    ? { first: view.words.length, last: view.words.length }
    : { first: range.first, last: range.last };
  const titles = function* (): Generator<string> {
    const parsed = parsedView(view);
    const noun = anchor.group === undefined && !(parsed && isSubject(parsed, trigger));
    if (noun) {
      const parts = parsed && nounPhraseTitle(parsed, trigger, dropped);
      if (parts) yield finish(parts);
      yield ruleTitle(view, anchor, dropped);
      // "The 1989 crackdown" says more as "Crackdown of 1989"
      const short = parts && finish(parts);
      if (short && range.timex.explicit && !keepsDate) yield `${short} of ${range.timex.text.replace(/^the /i, '')}`;
    }
    // where rules and parse read another verb, the one that finds a finite verb is right more often
    const group = anchor.group === undefined ? undefined : view.groups[anchor.group];
    // "was overthrown and executed": the words tell who suffers it
    const isSuffered =
      group !== undefined &&
      view.words[group.first - 1]?.tag === 'coordinator' &&
      group.first === group.last &&
      SUFFERED.test(group.lemma);
    const rulesFirst =
      isSuffered ||
      (group?.kind === 'finite' &&
        parsed !== undefined &&
        (isReporting(group.lemma) || isPredicting(group.lemma) || isParticiple(parsed, trigger)));
    if (rulesFirst) yield ruleTitle(view, anchor, dropped);
    const parts = parsed && clauseTitle(parsed, trigger, dropped);
    const own = parts && finish(parts);
    const ruled = rulesFirst || noun ? '' : ruleTitle(view, anchor, dropped);
    // where the two name another subject, the words' own order is the safer guide
    if (own !== undefined && !(ruled !== '' && nameOthers(own, ruled))) yield own;
    if (ruled !== '') yield ruled;
    if (own !== undefined) {
      yield withFullerSubject(view, own);
      // "The rig sank" says too little alone
      const dated = parsed && range.timex.explicit ? clauseTitle(parsed, trigger, undefined) : undefined;
      if (dated) yield finish(dated);
    }
    if (parsed) for (const governing of governingTitles(parsed, trigger, dropped)) yield finish(governing);
  };
  // "There were protests": the noun says it
  const isExistential = view.words.slice(Math.max(0, trigger - 3), trigger).some(({ lower }) => lower === 'there');
  return bestTitle(titles(), isExistential ? '' : (view.words[trigger] as Word).text);
}

/** Has neither of two titles the first content word of the other? */
function nameOthers(a: string, b: string): boolean {
  const first = (title: string): string =>
    title
      .toLowerCase()
      .split(' ')
      .find((word) => !isSmall(word)) ?? '';
  return !b.toLowerCase().includes(first(a)) && !a.toLowerCase().includes(first(b));
}

/** "The rig sank": the rig by the name that the article gave it before. */
function withFullerSubject(view: SentenceView, title: string): string {
  const noun = /^The (\p{Ll}+) /u.exec(title)?.[1];
  const fuller = noun === undefined ? undefined : view.fullerName(noun);
  return noun === undefined || fuller === undefined ? title : `The ${fuller}${title.slice(4 + noun.length)}`;
}

function ruleTitle(view: SentenceView, anchor: Anchor, dropped: OmittedDate): string {
  const { range } = anchor;
  if (anchor.group !== undefined) return titleOfVerb(view, anchor.group, dropped);
  const noun = anchor.noun as number;
  // a named event is its own date: "1994 Winter Olympics"
  if (noun >= range.first && noun <= range.last) return titleOfNoun(view, noun, undefined);
  const title = titleOfNoun(view, noun, dropped);
  // "Protests" says too little alone: with its date it is a name, "1992 protests"
  return contentWords(title, isSmall) >= 3 ? title : titleOfNoun(view, noun, undefined);
}

const RELATIVE =
  /\b(?:yesterday|today|tomorrow|tonight|ago|earlier|(?:last|next|this) \w+|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b/i;

/** Hides adverbials of other dates that lean on the day of writing ("on Monday", "last week"): the reader of a timeline has another day. */
function withoutRelativeDates(sentence: DatedView, own: DatePhrase): SentenceView {
  const { words } = sentence;
  const hiddenWords = new Set<number>();
  for (const { first, last, timex } of sentence.ranges) {
    if (first === own.first || timex.explicit || !RELATIVE.test(timex.text)) continue;
    // "Monday's meeting", "this week's strike", "since Monday": part of a phrase, or of a stretch
    if (
      /^(?:noun|name|adjective|number|possessive|time)$/.test(words[last + 1]?.tag ?? '') ||
      words[last]?.lower === "'s"
    )
      continue;
    const before = words[first - 1];
    const isPlain =
      before?.tag === 'preposition'
        ? /^(?:on|in|at)$/.test(before.lower)
        : /^(?:noun|name|number|verb|mark|adverb|object-pronoun)$/.test(before?.tag ?? '');
    if (!isPlain) continue;
    for (let i = before?.tag === 'preposition' ? first - 1 : first; i <= last; i++) hiddenWords.add(i);
  }
  return hiddenWords.size === 0
    ? sentence
    : { ...sentence, hidden: (index) => hiddenWords.has(index) || sentence.hidden(index) };
}

/** From a noun phrase: "Bloody crackdown on democracy protests in Tiananmen Square". */
function titleOfNoun(view: SentenceView, noun: number, dropped: OmittedDate | undefined): string {
  const { words } = view;
  let start = noun;
  while (start > 0) {
    const before = words[start - 1] as Word;
    if (opensAnew(words, start)) break;
    const inside = ['noun', 'name', 'adjective', 'number', 'time'].includes(before.tag);
    const owned = before.lower === "'s" || before.lower === "'" || before.lower === '’';
    const datesComma = before.text === ',' && words[start - 2]?.tag === 'time';
    if (
      !inside &&
      !owned &&
      !datesComma &&
      !(before.tag === 'verb' && words[start]?.tag === 'noun' && words[start - 2]?.tag === 'determiner')
    )
      break;
    start--;
  }
  const before = words[start - 1];
  const owner = before?.tag === 'possessive' && before.lower !== "'s" ? view.nameFor(before) : undefined;
  const lead = owner ? [`${owner}${owner.endsWith('s') ? "'" : "'s"}`] : [];
  const parts = renderWords(view, start, nounEnd(words, noun), dropped);
  if (!dropped && /^the$/i.test(parts[0] ?? '')) parts.shift();
  return finish([...lead, ...parts]);
}

/** Through the prepositional phrases that follow the noun. */
function nounEnd(words: readonly Word[], noun: number): number {
  for (let i = noun + 1; i < words.length; i++) {
    const word = words[i] as Word;
    if (opensAnew(words, i)) return i;
    if (['preposition', 'noun', 'name', 'adjective', 'determiner', 'possessive', 'number', 'time'].includes(word.tag)) {
      if (/^(?:since|according|despite|including|like|than|as|before|after|until)$/.test(word.lower)) return i;
      continue;
    }
    const second = words[i + 1]?.tag ?? '';
    const goesOn =
      ['name', 'noun'].includes(second) ||
      (second === 'determiner' && words.slice(noun, i).some(({ lower }) => lower === 'between'));
    if (word.tag === 'coordinator' && goesOn && !verbSoonAfter(words, i + 1)) continue;
    return i;
  }
  return words.length;
}

const verbSoonAfter = (words: readonly Word[], from: number): boolean => {
  for (let i = from; i < words.length && i < from + 6; i++)
    if (['verb', 'be', 'have', 'modal'].includes((words[i] as Word).tag)) return words[i - 1]?.tag !== 'to';
  return false;
};

/** Does a title say enough to stand on a timeline? */
export function saysEnough(title: string, lemma: string): boolean {
  const n = contentWords(title, isSmall);
  return (
    n >= 2 ||
    (n === 1 &&
      !isSmall(title.toLowerCase().split(' ').at(-1) ?? '') &&
      !/^(?:be|do|have|go|get|make|it)$/.test(lemma) &&
      !/^(?:it|there|this|that) /i.test(title))
  );
}
