import type { Anchor } from '../anchoring/anchor.ts';
import { attributionOf } from '../factuality/attribution.ts';
import { SMALL_WORDS } from '../lexicon/closed-class.ts';
import { LIGHT } from '../lexicon/complement-verbs.ts';
import { eventNounStrength } from '../lexicon/event-nouns.ts';
import { isReporting } from '../lexicon/factuality-verbs.ts';
import { verbForm } from '../lexicon/verb-forms.ts';
import { clauseEnd, type WordRange } from '../sentence/clause.ts';
import { contentWords, type OmittedDate, renderWords, type SentenceView } from '../sentence/render-words.ts';
import { subjectOf } from '../sentence/subject.ts';
import type { VerbGroup } from '../sentence/verb-group.ts';
import type { Word } from '../sentence/word.ts';
import { titlesOfBriefNoun } from './brief-noun.ts';
import { clauseTitles, nounPhraseTitle } from './clause-title.ts';
import { type DatedView, isRelative, omitted, withoutRelativeDates } from './hidden-dates.ts';
import { isConditional, isDateNeeded, isSubject, type ParsedView, parsedView } from './parsed-view.ts';
import { statement } from './plan-words.ts';
import { inThirdPerson, isOfSpeaker } from './third-person.ts';
import {
  bestTitle,
  failedChecks,
  graveFaultOf,
  isNameless,
  LEANS,
  type TitleCandidate,
  tells,
  tellsNoStatement,
} from './title-checks.ts';
import { finish, fitsTitle } from './title-ends.ts';

const whole = (title: string): TitleCandidate => ({ title, lost: [] });

const isSmall = (word: string): boolean => {
  const kind = SMALL_WORDS.get(word);
  return kind !== undefined && kind !== 'adjective';
};

/**
 * How far a title is from what an editor would print. `makeshift`: the words of an unnamed "we", a verb that nobody does, a sentence cut to
 * length. `noun`: a noun with little more ("The fire"). `faulty`: it fails a check of `plan-checks.ts` or `title-checks.ts`.
 */
export type TitleQuality = 'whole' | 'faulty' | 'noun' | 'makeshift';

interface Title {
  readonly title: string;
  readonly quality: TitleQuality;
}

/** A title of at most 100 characters for the event of a time expression, in the text's own words; empty if the words are insufficient. */
export function titleOf(given: DatedView, anchor: Anchor, keepsDate = false, isFact = true): Title {
  const { range } = anchor;
  const own = omitted(given, range);
  const view = withoutRelativeDates(given, own);
  const trigger = anchor.group === undefined ? (anchor.noun as number) : (view.groups[anchor.group]?.head ?? 0);
  // "Women could not vote until 1971": without the date it would say the opposite
  const parsed = parsedView(view, isFact);
  const isNeeded = keepsDate || (parsed !== undefined && isDateNeeded(parsed, own, isRelative(range)));
  const dropped: OmittedDate = isNeeded ? { first: view.words.length, last: view.words.length } : own;
  const { explicit, stated } = range.timex;
  const isDay = explicit || stated.month === true;
  const titles = function* (): Generator<TitleCandidate> {
    if (anchor.group === undefined && !(parsed && isSubject(parsed, trigger))) {
      // a named event is its own date: "1994 Winter Olympics"
      const isNamed = trigger >= range.first && trigger <= range.last;
      const parts = parsed && nounPhraseTitle(parsed, trigger, isNamed ? undefined : dropped);
      const short = parts && finish(parts);
      // "The broadcast": what its clause tells says more, unless the noun only recalls the event
      const isThin = short !== undefined && !anchor.presupposed && contentWords(short, isSmall) < ENOUGH;
      if (parsed && (isThin || isObjectOfLightVerb(parsed, trigger)))
        yield* titlesOfClauses(view, parsed, trigger, dropped, NO_VERB);
      // "The explosion of 20 April": what its relative clause tells of it says more
      const isBrief = short !== undefined && contentWords(short, isSmall) < ENOUGH;
      if (parsed && isBrief) {
        yield* titlesOfVerbBehind(view, parsed, trigger, dropped, isDay);
        for (const { parts: told, lost, tells: verb } of titlesOfBriefNoun(parsed, trigger, dropped))
          yield { title: finish(told), lost, ...(verb === undefined ? {} : { tells: verb }) };
      }
      if (short) yield { ...whole(short), isNounPhrase: true };
      // "The 1989 crackdown" says more as "Crackdown of 1989", "the explosion on April 20" as "The explosion of April 20"
      if (short && (explicit || (stated.month && stated.day)) && !keepsDate)
        yield { ...whole(`${short} of ${range.timex.text.replace(/^the /i, '')}`), isNounPhrase: true };
    }
    const group = anchor.group === undefined ? undefined : view.groups[anchor.group];
    const subject = group?.kind === 'finite' ? subjectOf(view.words, view.groups, anchor.group as number) : undefined;
    let isCut = false;
    for (const one of parsed
      ? titlesOfClauses(view, parsed, trigger, dropped, { group, subject, isExplicit: isDay })
      : []) {
      isCut ||= one.lost.length > 0;
      yield one;
    }
    if (group)
      yield {
        title: finish(
          wordsOfVerb(view, anchor.group as number, subject ?? nounBefore(view.words, group.first), dropped),
        ),
        // where the parse shows that something is missing, the words alone would not
        lost: isCut ? ['a look at its parse'] : [],
      };
    yield* wholeSentence(view, dropped);
  };
  // "There were protests": the noun says it
  const isExistential = view.words.slice(Math.max(0, trigger - 3), trigger).some(({ lower }) => lower === 'there');
  const { text: word } = view.words[trigger] as Word;
  const conditional = parsed !== undefined && isConditional(parsed, trigger);
  const counts = countsOfClauses(given);
  const candidates = function* (): Generator<TitleCandidate> {
    for (const { title: given, lost, ...rest } of titles()) {
      const title = withoutLooseCount(given, counts);
      yield {
        ...rest,
        title:
          (isOfSpeaker(title) ? inThirdPerson(view, title, trigger, () => attributionOf(view, anchor)) : undefined) ??
          title,
        lost: conditional && !/\b(?:if|unless)\b/i.test(title) ? [...lost, 'its condition'] : lost,
      };
    }
  };
  const best = bestTitle(candidates(), isExistential ? '' : word);
  const { title } = best;
  const told = isExistential ? '' : (best.tells ?? word);
  const isBare = anchor.group === undefined && contentWords(title, isSmall) < 2;
  const fault = graveFaultOf(title, told);
  if (isBare || fault === 'says nothing') return { title: '', quality: 'makeshift' };
  if (fault === undefined) {
    // "Friday is the eve of the fast": a day without which the clause is incomplete
    const faults = failedChecks(title, told).filter(
      (name) => name !== LEANS || !(isNeeded || title.startsWith(range.timex.text)),
    );
    const isFaulty = best.lost.length > 0 || best.isRough === true || faults.length > 0;
    const isNoun = best.isNounPhrase === true && contentWords(title, isSmall) < ENOUGH;
    return { title, quality: isNameless(title, told) ? 'makeshift' : isNoun ? 'noun' : isFaulty ? 'faulty' : 'whole' };
  }
  const sentence = finish(renderWords(view, 0, view.words.length, dropped));
  const isBetter = tells(sentence, word) && graveFaultOf(sentence, word) === undefined;
  return { title: isBetter ? sentence : isOfSpeaker(title) ? title : '', quality: 'makeshift' };
}

/** "|less than two weeks| before the fair opened": counts that belong to a clause with "before" or "after". */
const countsOfClauses = ({ words, ranges }: DatedView): string[] =>
  ranges.flatMap(({ timex, last }) =>
    timex.type === 'DURATION' && /^(?:before|after)$/.test(words[last + 1]?.lower ?? '')
      ? [timex.text.replace(/\s+/g, ' ')]
      : [],
  );

/** A title that was cut before such a clause loses the count, too. */
function withoutLooseCount(title: string, counts: readonly string[]): string {
  const loose = counts.find((count) => title.endsWith(` ${count}`));
  return loose === undefined ? title : title.slice(0, -loose.length - 1).replace(/[,;]$/, '');
}

/** "taking |control| of the port": what happened is told by the verb with its noun. */
function isObjectOfLightVerb({ parse, tokenOf }: ParsedView, word: number): boolean {
  const { relation, head } = parse.tokens[tokenOf[word] ?? -1] ?? {};
  return relation === 'obj' && LIGHT.has(parse.tokens[head ?? -1]?.lemma ?? '');
}

const NO_VERB: VerbInWords = { group: undefined, subject: undefined, isExplicit: false };

/** Words that say something, in a noun phrase that can stand for an event: "oil spill in the Gulf". */
const ENOUGH = 3;

interface VerbInWords {
  readonly group: VerbGroup | undefined;
  readonly subject: WordRange | undefined;
  /** The date names its month or its year. */
  readonly isExplicit: boolean;
}

/** Titles of a word's own clause, then that clause with a fuller name or with its date, then the clauses that govern it. */
function* titlesOfClauses(
  view: SentenceView,
  parsed: ParsedView,
  trigger: number,
  dropped: OmittedDate,
  { group, subject, isExplicit }: VerbInWords,
): Generator<TitleCandidate> {
  let own: TitleCandidate | undefined;
  let isDone = false;
  const fuller = function* ({ title, lost }: TitleCandidate): Generator<TitleCandidate> {
    isDone = true;
    yield { title: withFullerSubject(view, title), lost };
    // "The rig sank" says too little alone; "is due by 11 January" nothing without its date
    const says = group !== undefined && isReporting(group.lemma);
    if (!says && (isExplicit || lost.length > 0 || !title.includes((view.words[trigger] as Word).text)))
      for (const { parts, lost: without, isOwn } of clauseTitles(parsed, trigger, undefined, subject)) {
        if (!isOwn) break;
        yield { title: finish(parts), lost: without };
      }
  };
  for (const { parts, lost, isOwn } of clauseTitles(parsed, trigger, dropped, subject)) {
    const title = finish(parts);
    if (own !== undefined && !isOwn && !isDone) yield* fuller(own);
    const saying = (view.words[trigger] as Word).text;
    // "A spokesman said": the end of a title loses its bare "said"
    const isBareSaying = title.endsWith(saying) || !title.includes(saying) || tellsNoStatement(title);
    if (isOwn && group && !group.passive && isReporting(group.lemma) && isBareSaying) {
      const said = wordsSaidBefore(view, group, subject ?? NOWHERE);
      const speaker = title.includes(saying)
        ? title.slice(0, title.indexOf(saying) + saying.length)
        : `${title} ${saying}`;
      // "Berg said |in a letter|: The quay is closed": the place stays where there is room
      const [, ...statement] = said;
      const isRoomy = title.includes(saying) && !title.includes(':') && fitsTitle([title, ':', ...statement]);
      if (said.length > 0) yield whole(finish([isRoomy ? title : speaker, ':', ...statement]));
    }
    yield { title, lost };
    if (isOwn) own ??= { title, lost };
  }
  if (own !== undefined && !isDone) yield* fuller(own);
}

/** "since an |explosion| on a rig killed 11": the verb whose subject, by the order of the words, the noun is. */
function* titlesOfVerbBehind(
  view: SentenceView,
  parsed: ParsedView,
  noun: number,
  dropped: OmittedDate,
  isExplicit: boolean,
): Generator<TitleCandidate> {
  const { words, groups } = view;
  const g = groups.findIndex(({ first, kind }) => kind === 'finite' && first > noun && first < noun + FARTHEST_VERB);
  const group = groups[g];
  if (!group || words.slice(noun, group.first).some(({ tag }) => tag === 'mark' || tag === 'relative')) return;
  const subject = subjectOf(words, groups, g);
  if (subject.from > noun || subject.to <= noun) return;
  // "the risk of an |explosion| is low"
  if (words.slice(subject.from, noun).some(({ tag }) => tag === 'preposition')) return;
  yield* titlesOfClauses(view, parsed, group.head, dropped, { group, subject, isExplicit });
}

/** Most words from a noun to the verb whose subject it is. */
const FARTHEST_VERB = 8;

/** The noun phrase that ends before a word. */
function nounBefore(words: readonly Word[], to: number): WordRange {
  let from = to;
  while (/^(?:noun|name|adjective|number|possessive|determiner)$/.test(words[from - 1]?.tag ?? '')) from--;
  return { from, to };
}

/** The words from the subject of a verb to the end of its clause, for a sentence that is too long to be parsed. */
function wordsOfVerb(view: SentenceView, g: number, subject: WordRange, dropped: OmittedDate): string[] {
  const { words, groups } = view;
  const lead = /^(?:had|were|should|if|unless|whether)$/.test(words[subject.from - 1]?.lower ?? '') ? 1 : 0;
  return [
    ...renderWords(view, subject.from - lead, subject.to, dropped),
    ...renderWords(view, groups[g]?.first ?? 0, clauseEnd(words, groups, g), dropped, ''),
  ];
}

/** All words of a sentence that is no longer than a title. */
function* wholeSentence(view: SentenceView, dropped: OmittedDate): Generator<TitleCandidate> {
  const { words } = view;
  if ((words.at(-1)?.end ?? 0) - (words[0]?.start ?? 0) > LONGEST_SENTENCE) return;
  const parts = renderWords(view, 0, words.length, dropped);
  if (fitsTitle(parts)) yield { title: finish(parts), lost: [], isRough: true };
}

/** Longest sentence that may fit a title without its date and asides, in UTF-16 code units. */
const LONGEST_SENTENCE = 160;

const NOWHERE: WordRange = { from: 0, to: 0 };

/** '"We were pushed out," Berg said': what stands before who says it; "On the radio, Berg said" has nothing said before. */
function wordsSaidBefore(view: SentenceView, { first, last, kind }: VerbGroup, speaker: WordRange): string[] {
  const isMark = (at: number): boolean => /^[,"”'’!?]$/.test(view.words[at]?.text ?? '');
  let { from } = speaker;
  // "Eels are dying, researchers | warned": the words give the verb a subject farther back
  if (!isMark(from - 1) && kind === 'finite' && view.words[last + 1]?.lower !== 'that')
    for (from = first; from > first - LONGEST_SPEAKER && from > 0 && !isMark(from - 1); ) from--;
  const isClause = view.groups.some((each) => each.kind === 'finite' && each.last < from);
  return isClause && isMark(from - 1) ? [':', ...statement(renderWords(view, 0, from, undefined, ''))] : [];
}

/** Most words of who says something, behind what he says. */
const LONGEST_SPEAKER = 12;

/** "The rig sank": the rig by the name that the article gave it before. */
function withFullerSubject(view: SentenceView, title: string): string {
  const noun = /^The (\p{Ll}+) /u.exec(title)?.[1];
  const fuller = noun === undefined ? undefined : view.fullerName(noun);
  return noun === undefined || fuller === undefined ? title : `The ${fuller}${title.slice(4 + noun.length)}`;
}

/** Whether a title is informative enough for a timeline. */
export function saysEnough(title: string, lemma: string): boolean {
  const n = contentWords(title, isSmall);
  return (
    n >= 2 ||
    (n === 1 &&
      !isSmall(title.toLowerCase().split(' ').at(-1) ?? '') &&
      // "Dated": one word, and it is the verb
      (title.includes(' ') ||
        verbForm(title.toLowerCase())?.lemma !== lemma ||
        eventNounStrength(title.toLowerCase()) > 0) &&
      !/^(?:be|do|have|go|get|make|it)$/.test(lemma) &&
      !/^(?:it|there|this|that) /i.test(title))
  );
}
