import type { DateSpan } from '../../time/date-span.ts';
import { dayNumber } from '../../time/day.ts';
import type { DatePhrase } from '../dates/date-phrase.ts';
import type { VerbGroup } from '../sentence/verb-group.ts';
import type { Word } from '../sentence/word.ts';
import { candidateFeatures } from './candidate-features.ts';
import { eventCandidates } from './candidates.ts';
import { bucket, groupsByWord, type PairContext, quotedWords } from './pair-context.ts';
import type { AnchorPair, SentencePairs } from './pairs.ts';

/** A date that an earlier sentence told, and what it told of. */
export interface Scene {
  /** `last`: told most recently; `first`: the first one of the article; `published`: the day of writing. */
  readonly option: 'last' | 'first' | 'published';
  readonly phrase: DatePhrase;
  readonly date: DateSpan;
  /** Kind of the verb or noun that it dated: "past", "noun2" … */
  readonly kind: string;
  readonly lemma: string;
  readonly form: string;
  readonly position: number;
  readonly paragraph: number;
  /** Lower-case names of its sentence. */
  readonly names: ReadonlySet<string>;
}

export interface SentenceForCarrying {
  readonly words: readonly Word[];
  readonly groups: readonly VerbGroup[];
  /** Time expressions of the sentence itself, as words. */
  readonly own: readonly DatePhrase[];
  readonly dct: string | undefined;
  readonly position: number;
  readonly paragraph: number;
  readonly question: boolean;
}

/** Candidates of a sentence that a date may carry over to. */
const MOST_CANDIDATES = 12;

const TIME_ADVERB =
  /^(?:also|then|later|earlier|previously|already|meanwhile|afterwards?|before|since|still|now|soon|again|subsequently|instead|however|but|and|so)$/;

/** Pairs every candidate event of a sentence with every date that earlier sentences leave behind; one list a date. */
export function carriedPairs(sentence: SentenceForCarrying, scenes: readonly Scene[]): SentencePairs {
  const { words, groups } = sentence;
  const candidates = eventCandidates(words, groups).slice(0, MOST_CANDIDATES);
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
  const shared = sentenceFeatures(sentence);
  const owns = candidates.map((_, c) => candidateFeatures(context, c));
  const pairs = scenes.map((scene) => {
    const features = [...shared, ...sceneFeatures(sentence, scene)];
    return candidates.map((candidate, c): AnchorPair => {
      const { group, noun } = candidate;
      const own = owns[c] as (typeof owns)[number];
      const rank = candidates
        .slice(0, c)
        .filter((one) => one.group !== undefined && groups[one.group]?.kind === 'finite').length;
      const coarse = group === undefined ? 'noun' : (groups[group]?.kind ?? '');
      return {
        anchor: {
          // the phrase stands in another sentence: none of this one's words belong to it
          range: { ...scene.phrase, first: words.length, last: words.length },
          ...(group === undefined ? {} : { group }),
          ...(noun === undefined ? {} : { noun }),
          presupposed: noun !== undefined,
        },
        candidate: c,
        date: scene.date,
        features: [
          ...own.features,
          ...features,
          `rank=${Math.min(rank, 3)}/${coarse}`,
          `kinds=${own.kind}/${scene.kind}`,
          `kind/age=${own.kind}/${Math.min(sentence.position - scene.position, 4)}`,
          `kind/option=${own.kind}/${scene.option}`,
          `kind/form=${own.kind}/${scene.form}`,
          `same-lemma=${own.lemma === scene.lemma}`,
          ...nearbyAdverbs(words, candidate.head),
        ],
      };
    });
  });
  return { context, pairs };
}

function sentenceFeatures({ words, own }: SentenceForCarrying): string[] {
  const first = words.find((word) => word.tag !== 'mark');
  const features = [`opens=${first?.tag ?? ''}`, `length=${bucket(words.length)}`];
  if (first && /^(?:pronoun|determiner|subordinator|coordinator|adverb|preposition|possessive|wh)$/.test(first.tag))
    features.push(`opens=${first.lower}`);
  if (/^["\u201c\u201d\x60'\u2018]/.test(words[0]?.text ?? '')) features.push('opens-quote');
  for (const { timex } of own) features.push(`own=${timex.type}/${timex.span ? 'placed' : timex.value}`);
  if (own.length === 0) features.push('own=none');
  if (words.some((word) => word.tag === 'relative' || word.tag === 'subordinator')) features.push('complex');
  return features;
}

function sceneFeatures(sentence: SentenceForCarrying, scene: Scene): string[] {
  const age = Math.min(sentence.position - scene.position, 6);
  const paragraphs = Math.min(sentence.paragraph - scene.paragraph, 3);
  const names = sentence.words.filter((word) => word.tag === 'name' && scene.names.has(word.lower)).length;
  const lag = sentence.dct === undefined ? Number.NaN : dayNumber(sentence.dct) - dayNumber(scene.date.end);
  const when = Number.isNaN(lag)
    ? 'unknown'
    : lag < 0
      ? 'future'
      : lag < 2
        ? 'today'
        : lag < 8
          ? 'week'
          : lag < 400
            ? 'year'
            : 'history';
  return [
    `option=${scene.option}`,
    `age=${age}/${scene.option}`,
    `paragraphs=${paragraphs}`,
    `age=${age}/paragraphs=${paragraphs}`,
    `scene-form=${scene.form}`,
    `scene-kind=${scene.kind}`,
    `scene-precision=${scene.date.precision}`,
    `scene-when=${when}`,
    `scene-when=${when}/age=${age}`,
    `scene-when=${when}/option=${scene.option}`,
    `names=${Math.min(names, 2)}`,
  ];
}

function nearbyAdverbs(words: readonly Word[], head: number): string[] {
  const features: string[] = [];
  for (let i = Math.max(0, head - 3); i < Math.min(words.length, head + 3); i++) {
    const { lower } = words[i] as Word;
    if (TIME_ADVERB.test(lower)) features.push(`adverb=${lower}`);
  }
  return features;
}
