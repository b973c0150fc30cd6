import type { DateSpan } from '../../time/date-span.ts';
import { dayNumber } from '../../time/day.ts';
import type { DatePhrase } from '../dates/date-phrase.ts';
import type { Modality } from '../event.ts';
import type { VerbGroup } from '../sentence/verb-group.ts';
import type { Word } from '../sentence/word.ts';
import type { Anchor } from './anchor.ts';
import { type CandidateFeatures, candidateFeatures } from './candidate-features.ts';
import { type EventCandidate, eventCandidates } from './candidates.ts';
import { groupsByWord, type PairContext, quotedWords } from './pair-context.ts';

/** The date that a sentence passes on to later sentences, and the event it dated. */
export interface Scene {
  readonly phrase: DatePhrase;
  readonly date: DateSpan;
  readonly modality: Modality;
  /** Kind of the verb or noun that it dated: "past", "noun2" … */
  readonly kind: string;
  readonly form: string;
  readonly position: number;
  readonly paragraph: number;
  /** Lower-case names and nouns of its sentence. */
  readonly names: ReadonlySet<string>;
  readonly nouns: ReadonlySet<string>;
}

export interface SentenceForCarrying {
  readonly words: readonly Word[];
  readonly groups: readonly VerbGroup[];
  /** Time expressions of the sentence itself, none of which dates an event. */
  readonly own: readonly DatePhrase[];
  readonly dct: string | undefined;
  readonly position: number;
  readonly paragraph: number;
  readonly question: boolean;
  /** Kinds of furniture that the sentence is part of. */
  readonly furniture: readonly string[];
  /** The next sentence contains a time expression. */
  readonly beforeDated: boolean;
  /** Features of the whole article, see `articleFeatures`. */
  readonly article: readonly string[];
  readonly modalityOf: (anchor: Anchor) => Modality | undefined;
}

/** An event of a sentence without a date, with the features that decide whether the date of an earlier sentence carries over to it. */
export interface CarriedEvent {
  readonly anchor: Anchor;
  readonly date: DateSpan;
  readonly features: readonly string[];
}

const TIME_ADVERB =
  /^(?:also|then|later|earlier|previously|already|meanwhile|afterwards?|before|since|still|now|soon|again|subsequently|instead|however|but|and|so|after|when|as|while|finally|eventually|next)$/;

/** Pairs the event of a sentence with the date passed on by earlier sentences; `undefined` if the sentence names no event. */
export function carriedEvent(sentence: SentenceForCarrying, scene: Scene): CarriedEvent | undefined {
  const { words, groups } = sentence;
  const candidates = eventCandidates(words, groups);
  const context: PairContext = {
    words,
    groups,
    candidates,
    chosen: [],
    phrases: [],
    dct: sentence.dct,
    position: sentence.position,
    question: sentence.question,
    headed: groupsByWord(words, groups),
    quoted: quotedWords(words),
  };
  const described = new Map<number, CandidateFeatures>();
  const describe = (c: number): CandidateFeatures => {
    const known = described.get(c) ?? candidateFeatures(context, c);
    described.set(c, known);
    return known;
  };
  const chosen = mainCandidate(context, describe);
  if (chosen === undefined) return undefined;
  const { group, noun, head } = candidates[chosen] as EventCandidate;
  const anchor: Anchor = {
    // the phrase is in another sentence, so none of this sentence's words belong to it
    range: { ...scene.phrase, first: words.length, last: words.length },
    ...(group === undefined ? {} : { group }),
    ...(noun === undefined ? {} : { noun }),
    presupposed: noun !== undefined,
  };
  const first = candidates.findIndex((one) => isFiniteVerb(one, groups));
  const own = describe(chosen);
  const modality = sentence.modalityOf(anchor);
  const features = [
    ...sentenceFeatures(sentence, context.quoted),
    ...sceneFeatures(sentence, scene, first < 0 ? 'none' : describe(first).kind, own.kind),
    `modality=${modality}`,
    `modality=${modality}/${own.kind}`,
    `kind=${own.kind}`,
    ...own.features.filter((name) => OF_EVENT.test(name)),
    ...(first < 0
      ? []
      : describe(first)
          .features.filter((name) => OF_FIRST.test(name))
          .map((name) => `first:${name}`)),
    ...nearbyAdverbs(words, head),
  ];
  return { anchor, date: scene.date, features };
}

const OF_EVENT = /^(?:class|marker|subject|quoted|negated|det|next|first-finite)/;
const OF_FIRST = /^(?:class|marker|subject|quoted|negated|kind)/;

const isFiniteVerb = ({ group }: EventCandidate, groups: readonly VerbGroup[]): boolean =>
  group !== undefined && groups[group]?.kind === 'finite';

/** The first verb that reports what happened: a past tense rather than another, and not a verb of saying, being or having; otherwise a noun. */
function mainCandidate(context: PairContext, describe: (c: number) => CandidateFeatures): number | undefined {
  const { candidates, groups, quoted } = context;
  const finite = [...candidates.keys()].filter((c) => isFiniteVerb(candidates[c] as EventCandidate, groups));
  const telling = finite.filter(
    (c) =>
      !quoted[(candidates[c] as EventCandidate).head] &&
      !describe(c).features.some((name) => /^class=(?:report|be|have)$/.test(name)),
  );
  return (
    telling.find((c) => /^past(?:-passive)?$/.test(describe(c).kind)) ??
    telling[0] ??
    finite[0] ??
    [...candidates.keys()].find((c) => describe(c).kind === 'noun2') ??
    (candidates.length > 0 ? 0 : undefined)
  );
}

function sentenceFeatures(sentence: SentenceForCarrying, quoted: readonly boolean[]): string[] {
  const { words, groups, own } = sentence;
  const features = [...sentence.article, `length=${Math.min(Math.floor(words.length / 6), 6)}`];
  const first = words.find((word) => word.tag !== 'mark');
  if (first) features.push(`opens=${first.tag}`);
  if (first && !/^(?:name|noun|verb|number)$/.test(first.tag)) features.push(`opens=${first.lower}`);
  if (/^["\u201c\u201d\x60'\u2018]/.test(words[0]?.text ?? '')) features.push('opens-quote');
  for (const { timex } of own) features.push(`own=${timex.type}/${timex.span ? 'placed' : timex.value}`);
  features.push(own.length === 0 ? 'own=none' : 'own=undated');
  const inside = quoted.filter(Boolean).length;
  if (inside > 0) features.push('has-quote');
  if (inside > words.length / 2) features.push('mostly-quote');
  if (words.some(({ lower }) => /^(?:said|says|told|added|according)$/.test(lower))) features.push('reports');
  features.push(`finite=${Math.min(groups.filter(({ kind }) => kind === 'finite').length, 4)}`);
  features.push(`before-dated=${sentence.beforeDated}`);
  for (const kind of sentence.furniture) features.push(`furniture=${kind}`);
  return features;
}

/** @param main Kind of the first finite verb. @param kind Kind of the event. */
function sceneFeatures(sentence: SentenceForCarrying, scene: Scene, main: string, kind: string): string[] {
  const age = Math.min(sentence.position - scene.position, 6);
  const paragraphs = Math.min(sentence.paragraph - scene.paragraph, 3);
  const shared = (tag: Word['tag'], known: ReadonlySet<string>): number =>
    Math.min(
      new Set(sentence.words.filter((word) => word.tag === tag && known.has(word.lower)).map((w) => w.lower)).size,
      2,
    );
  const when = whenOf(sentence.dct, scene.date);
  const genre = sentence.article[0] ?? '';
  return [
    `age=${age}`,
    `paragraphs=${paragraphs}`,
    `age=${age}/paragraphs=${paragraphs}`,
    `${genre}/paragraphs=${paragraphs}`,
    `${genre}/age=${age}`,
    `paragraphs=${paragraphs}/main=${main}`,
    `main=${main}`,
    `main=${main}/${genre}`,
    `scene-when=${when}`,
    `scene-when=${when}/age=${age}`,
    `scene-when=${when}/paragraphs=${paragraphs}`,
    `scene-kind=${scene.kind}`,
    `scene-modality=${scene.modality}`,
    `scene-precision=${scene.date.precision}`,
    `scene-form=${scene.form}`,
    `names=${shared('name', scene.names)}`,
    `nouns=${shared('noun', scene.nouns)}`,
    `kinds=${kind}/${scene.kind}`,
    `kind=${kind}/paragraphs=${paragraphs}`,
    `kind=${kind}/when=${when}`,
  ];
}

function whenOf(dct: string | undefined, date: DateSpan): string {
  if (dct === undefined) return 'unknown';
  const lag = dayNumber(dct) - dayNumber(date.end);
  return lag < 0 ? 'future' : lag < 2 ? 'today' : lag < 8 ? 'week' : lag < 400 ? 'year' : 'history';
}

function nearbyAdverbs(words: readonly Word[], head: number): string[] {
  const features: string[] = [];
  for (let i = Math.max(0, head - 4); i < Math.min(words.length, head + 4); i++) {
    const { lower } = words[i] as Word;
    if (TIME_ADVERB.test(lower)) features.push(`adverb=${lower}`);
  }
  return features;
}
