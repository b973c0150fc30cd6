import type { AnyArticle, Extracted, extractFrom } from '../../../shared/application/extraction.ts';
import { type Compared, compareReadings } from '../../../shared/events/language-model/compare.ts';
import { DatelineError } from '../../../shared/kernel/dateline-error.ts';
import type { Log } from '../../../shared/kernel/log.ts';
import { type LanguageModel, languageModel, type ModelReading, type ModelServices } from './language-model.ts';
import { languageModelSettings } from './settings.ts';

/** The extractor of an article: the rules, a language model, or both for comparison. */
export type Extractor = 'rules' | 'model' | 'compare';

/** An article's events, from the extractor that was requested. */
export interface Reading extends Extracted {
  /** The rest of the model's answer; its `events` only if they are not the reading's own. */
  readonly model?: Omit<ModelReading, 'events'> & Partial<Pick<ModelReading, 'events'>>;
  readonly comparison?: readonly Compared[];
}

/**
 * Adds a model's events to those of the rules, or replaces them.
 *
 * @throws DatelineError `extractor.not-configured` if no model is configured, and the errors of the model.
 */
export async function readingBy(
  extractor: Extractor,
  article: AnyArticle,
  extracted: Extracted,
  model: LanguageModel | undefined,
): Promise<Reading> {
  if (extractor === 'rules') return extracted;
  if (model === undefined) throw new DatelineError('extractor.not-configured', 'No language model is set up here.');
  const { events, ...rest } = await model.read(article, extracted);
  return extractor === 'model'
    ? { ...extracted, events, model: rest }
    : { ...extracted, model: { events, ...rest }, comparison: compareReadings(extracted.events, events) };
}

/**
 * The extractor for ingested articles: the rules, then the model if the environment configures one for articles. If the
 * model fails or its daily budget is spent, the events of the rules stay.
 */
export function extractByModel(
  text: string,
  rules: typeof extractFrom,
  { log, ...services }: ModelServices & { readonly log: Log },
): typeof extractFrom {
  const settings = languageModelSettings(text);
  if (!settings?.readsArticles) return rules;
  const model = languageModel(settings, services);
  return async (article) => {
    const extracted = await rules(article);
    try {
      const { events, refused, usage } = await model.read(article, extracted);
      const counts = { events: events.length, refused: refused.length, ...usage };
      log.info('article.read-by-model', { article: article.id, ...counts });
      return { ...extracted, events };
    } catch (error) {
      if (!(error instanceof DatelineError)) throw error;
      log.warn('article.read-by-rules', { article: article.id, code: error.code });
      return extracted;
    }
  };
}
