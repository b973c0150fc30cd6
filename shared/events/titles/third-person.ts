import { isPlanning, isReporting } from '../lexicon/factuality-verbs.ts';
import { verbForm } from '../lexicon/verb-forms.ts';
import type { SentenceView } from '../sentence/render-words.ts';
import type { Word } from '../sentence/word.ts';
import { ownWords } from './own-words.ts';
import { finish } from './title-ends.ts';

const FIRST = /\b(?:I|[Ww]e|[Mm]y|[Oo]ur|us|me)\b/;
const SECOND = /\b(?:[Yy]ou|[Yy]our|[Ll]et us)\b/;
const OF_MANY: Readonly<Record<string, string>> = { we: 'they', our: 'their', us: 'them', ourselves: 'themselves' };
/** "Berg said: We closed the yard", "Berg wrote in the letter, dated: We …": speaker and statement. */
const SAID = /^(.{3,60}? (?:said|told|added|announced|wrote|predicted|warned)(?: [^:,]{3,40})?)(?:,[^:]{0,20})?: (.+)$/;

/** Whether a title is in the first or second person. */
export const isOfSpeaker = (title: string): boolean =>
  (FIRST.test(title) || SECOND.test(title)) && !/\b(?:War|Phase|Part|Act|Henry|Charles|[A-Z][a-z]+) I\b/.test(title);

/**
 * Rewrites a statement about "us" as one about "them", with its speaker: "Berg said they closed their yard".
 * `undefined` if the speaker is unknown, or if it is about one person whose pronoun is unknown.
 *
 * @param source Who reports the event, asked for where no speaker of "us" is found.
 */
export function inThirdPerson(
  view: SentenceView,
  title: string,
  trigger: number,
  source: () => string | undefined = () => undefined,
): string | undefined {
  if (SECOND.test(title)) return undefined;
  if (ONE.test(title)) return ofOneSpeaker(view, title, trigger);
  const [, front, rest] = SAID.exec(title) ?? ownStatement(title, view.words[trigger]) ?? [];
  const speaker = front ?? speakerOf(view, trigger) ?? named(source());
  if (speaker === undefined) return undefined;
  const told = (rest ?? title).replace(
    /\b(?:[Ww]e|[Oo]ur|us|[Oo]urselves)\b/g,
    (word) => OF_MANY[word.toLowerCase()] ?? word,
  );
  const shifted = finish([
    front ?? `${speaker} said`,
    /^(?:t|wh|how\b|it\b|in\b|if\b|an?\b)/i.test(told) ? told.charAt(0).toLowerCase() + told.slice(1) : told,
  ]);
  return isOfSpeaker(shifted) ? undefined : shifted;
}

const ONE = /\b(?:I|[Mm]y|me|myself)\b/;

/** "Berg said: I want the quay closed" as "Berg said she wants the quay closed", if it is known whether the speaker is a man or a woman. */
function ofOneSpeaker(view: SentenceView, title: string, trigger: number): string | undefined {
  const [, front, rest] = SAID.exec(title) ?? [];
  if (front === undefined || rest === undefined || ONE.test(front) || /\b(?:[Ww]e|[Oo]ur|us)\b/.test(rest))
    return undefined;
  const beside = [view.words[trigger - 1], view.words[trigger + 1]].find((word) => /^s?he$/.test(word?.lower ?? ''));
  const gender = view.genderOf(front.replace(/ (?:said|told|added|announced|wrote|predicted|warned)\b.*$/, ''));
  const pronoun = beside ? (beside.lower as 'he' | 'she') : gender === 'm' ? 'he' : gender === 'f' ? 'she' : undefined;
  const told = pronoun && ownWords(rest, pronoun);
  if (told === undefined) return undefined;
  const shifted = finish([
    front,
    /^(?:(?:[Tt]he|[Tt]his|[Tt]hat|[Ii]t|[Ii]f|[Ii]n|[Tt]o|[Aa]n?|There|What|When|How)\b)/.test(told)
      ? told.charAt(0).toLowerCase() + told.slice(1)
      : told,
  ]);
  return isOfSpeaker(shifted) ? undefined : shifted;
}

/** "Berg vowed that we will …": the speaker of the statement is in front of it. */
function ownStatement(title: string, trigger: Word | undefined): readonly string[] | undefined {
  const lemma = verbForm(trigger?.lower ?? '')?.lemma;
  if (!trigger || lemma === undefined || !(isReporting(lemma) || isPlanning(lemma))) return undefined;
  const at = title.indexOf(` ${trigger.text} `);
  const end = at + trigger.text.length + 1;
  return at > 2 && !isOfSpeaker(title.slice(0, at)) ? ['', title.slice(0, end), title.slice(end + 1)] : undefined;
}

/** A source that is no pronoun. */
const named = (source: string | undefined): string | undefined =>
  source !== undefined && /^(?!(?:He|She|It|They|We|I|You)\b)\p{Lu}/u.test(source) ? source : undefined;

/** The speaker of the nearest "we" or "our" around a word. */
function speakerOf(view: SentenceView, trigger: number): string | undefined {
  let nearest: Word | undefined;
  view.words.forEach((word, i) => {
    const isNearer = nearest === undefined || Math.abs(i - trigger) < Math.abs(view.words.indexOf(nearest) - trigger);
    if (/^(?:we|our|us)$/.test(word.lower) && isNearer) nearest = word;
  });
  return nearest && (view.standsFor({ ...nearest, lower: 'i' }) ?? view.standsFor({ ...nearest, lower: 'we' }));
}
