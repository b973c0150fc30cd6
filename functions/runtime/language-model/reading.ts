import type { AnyArticle, Extracted, extractFrom } from '../../../shared/application/extraction.ts';
import { type Compared, compareReadings } from '../../../shared/events/language-model/compare.ts';
import { DatelineError } from '../../../shared/kernel/dateline-error.ts';
import type { Log } from '../log.ts';
import { type LanguageModel, languageModel, type ModelReading, type ModelServices } from './language-model.ts';
import { languageModelSettings } from './settings.ts';

/** Who reads an article: the rules, a language model, or both for a person to compare. */
export type Extractor = 'rules' | 'model' | 'compare';

/** An article's events, by whichever reader was asked. */
export interface Reading extends Extracted {
  /** What the model's answer left; its `events` only where they are not the reading's own. */
  readonly model?: Omit<ModelReading, 'events'> & Partial<Pick<ModelReading, 'events'>>;
  readonly comparison?: readonly Compared[];
}

/**
 * Adds a model's reading to that of the rules, or puts it in its place.
 *
 * @throws DatelineError `extractor.not-configured` where there is no model, and as the model does.
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
 * The extractor of ingested articles: the rules, and after them the model, where the environment names one that reads articles. The reading of the rules stays
 * where the model does not answer or may cost no more today.
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
