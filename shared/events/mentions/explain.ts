import type { DateSpan } from '../../time/date-span.ts';
import type { Anchor } from '../anchoring/anchor.ts';
import { type LinearModel, onCurve, probability } from '../anchoring/linear-model.ts';
import { eventFeatures } from '../anchoring/pairs.ts';
import type { DateBasis, Modality } from '../event.ts';
import { embeddingVerbOf } from '../factuality/embedding-verb.ts';
import type { VerbGroup } from '../sentence/verb-group.ts';
import type { ArticleMention } from './article-mention.ts';
import type { ArticleSentence } from './article-sentence.ts';
import { mentionOf, ownBasis, readAnchor } from './mention.ts';
import { readArticle } from './read-article.ts';
import type { ArticleContext, StorySentence } from './read-sentence.ts';

/** Why a candidate event with a date was extracted or rejected. */
export interface Decision {
  readonly sentence: string;
  /** The word that names the event. */
  readonly trigger: string;
  /** The words that date it, and the resulting days. */
  readonly timex: string;
  readonly basis: DateBasis;
  readonly date?: string;
  /** The event that the date is derived from, and where the article tells of it. */
  readonly dateFrom?: string;
  readonly modality?: Modality;
  /** The words that determined the modality: the verb's own, and the verbs it depends on, from inside out. */
  readonly modalityFrom?: string;
  readonly title?: string;
  /** 0…1. */
  readonly confidence: number;
  readonly outcome: 'event' | 'refused';
  /** The reason for rejecting it. */
  readonly reason?: string;
  /** The features with the largest weights; a positive weight supports an event. None for an event dated by another one. */
  readonly features: readonly { readonly name: string; readonly weight: number }[];
}

/** Most features listed for a decision. */
const MOST_FEATURES = 6;
/** Rejected candidates with a lower probability are not listed. */
const LEAST_TOLD = 0.1;

/** Every decision on the sentences of an article that have a date of their own or one that carries over to them. */
export function* explainSentences(context: ArticleContext, sentences: readonly StorySentence[]): Generator<Decision> {
  const { models } = context;
  for (const read of readArticle(context, sentences, models.anchor, true)) {
    const candidates = [
      ...read.own.map((pair) => ({ anchor: pair.anchor, features: eventFeatures(pair), model: models.event })),
      ...(read.carried ? [{ ...read.carried, model: models.carry }] : []),
    ];
    for (const candidate of candidates) {
      const decision = decide(context, read, candidate);
      if (decision) yield decision;
    }
  }
}

/** A candidate event with a date, and the data of the decision. */
interface Candidate {
  readonly anchor: Anchor;
  /** The date, where it comes from another sentence. */
  readonly date?: DateSpan;
  readonly features: readonly string[];
  readonly model: LinearModel;
}

function decide(
  context: ArticleContext,
  { story, view }: ArticleSentence,
  { anchor, date: carried, features, model }: Candidate,
): Decision | undefined {
  const confidence = onCurve(context.models.curve, probability(model, features));
  const isLikely = confidence >= context.models.emitFrom;
  if (!isLikely && confidence < LEAST_TOLD) return undefined;
  const reading = readAnchor(context, view, anchor, carried);
  const mention =
    reading && mentionOf(context, view, anchor, confidence, carried && { date: carried, basis: 'carried' });
  const group = anchor.group === undefined ? undefined : view.groups[anchor.group];
  const trigger = view.words[group?.head ?? anchor.noun ?? 0];
  const reason = isLikely ? refusal(reading !== undefined, mention) : `confidence below ${context.models.emitFrom}`;
  return {
    sentence: context.text.slice(story.sentence.start, story.sentence.end),
    trigger: trigger?.text ?? '',
    timex: anchor.range.timex.text,
    basis: carried ? 'carried' : ownBasis(view.words, anchor.range, group),
    ...(reading ? { date: reading.date.edtf, modality: reading.modality } : {}),
    ...(group ? { modalityFrom: modalityFrom(view, group) } : {}),
    ...(mention ? { title: mention.title } : {}),
    confidence: Math.round(confidence * 100) / 100,
    outcome: reason === undefined ? 'event' : 'refused',
    ...(reason === undefined ? {} : { reason }),
    features: strongest(model, features),
  };
}

function refusal(hasReading: boolean, mention: ArticleMention | undefined): string | undefined {
  if (!hasReading) return 'the date has no place on the calendar, or contradicts the tense';
  return mention ? undefined : 'the words around it make no title';
}

/** "will open, under plan, under say": the words that determined the modality. */
function modalityFrom({ words, groups }: ArticleSentence['view'], group: VerbGroup): string {
  const own = words.slice(group.first, group.last + 1).map(({ text }) => text);
  const chain = [`${own.join(' ')}${group.negated ? ' (negated)' : ''}`];
  const seen = new Set<number>();
  let at = groups.indexOf(group);
  for (
    let over = embeddingVerbOf(words, groups, at);
    over && !seen.has(at);
    over = embeddingVerbOf(words, groups, at)
  ) {
    seen.add(at);
    if (over.noun !== undefined) chain.push(`under a noun that makes it ${over.noun}`);
    if (over.group === undefined) break;
    chain.push(`under ${groups[over.group]?.lemma}`);
    at = over.group;
  }
  return chain.join(', ');
}

const strongest = (model: LinearModel, features: readonly string[]): Decision['features'] =>
  [...new Set(features)]
    .map((name) => ({
      name: name.replace(/^1:/, '').replace(/^2:/, 'further '),
      weight: Math.round((model.weights.get(name) ?? 0) * 100) / 100,
    }))
    .filter(({ weight }) => weight !== 0)
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    .slice(0, MOST_FEATURES);
