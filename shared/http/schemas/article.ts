import * as z from 'zod/mini';
import { REFUSALS } from '../../events/language-model/refusals.ts';
import { EventSchema } from './event.ts';
import { Basis, Collection, IsoDayOrTime, line, Modality, WebAddress } from './primitives.ts';

/** Text, in UTF-8 bytes: 1 MiB. */
export const MAX_TEXT_BYTES = 1_048_576;
/** HTML, in UTF-8 bytes: 3 MiB. */
export const MAX_HTML_BYTES = 3_145_728;

/** The message `too-large` changes the status from 400 to 413. */
export const TOO_LARGE = 'too-large';

const body = (maxBytes: number, what: string) =>
  z.string().check(
    z.refine((text) => /\S/.test(text), 'must not be empty'),
    z.refine((text) => Buffer.byteLength(text) <= maxBytes, {
      error: `must have at most ${maxBytes} bytes of ${what} in UTF-8`,
      params: { [TOO_LARGE]: true },
    }),
    z.refine((text) => !/\p{Surrogate}/u.test(text), 'must be well-formed Unicode (it has half a surrogate pair)'),
  );

/** An article as sent. Exactly one of `text` and `html`. */
export const ArticleInput = z
  .strictObject({
    text: z.exactOptional(body(MAX_TEXT_BYTES, 'text').check(z.describe('The text, 1 MiB at most; or `html`.'))),
    html: z.exactOptional(body(MAX_HTML_BYTES, 'html').check(z.describe('The page, 3 MiB at most; or `text`.'))),
    title: z.exactOptional(line(500)),
    url: z.exactOptional(WebAddress),
    publishedAt: z.exactOptional(IsoDayOrTime),
    source: z.exactOptional(line(200).check(z.describe('Who published it; default: the site of `url`.'))),
    tags: z.exactOptional(z.array(line(100)).check(z.maxLength(50, 'must have at most 50 tags'))),
    collection: z._default(Collection, 'main'),
  })
  .check(
    z.refine((article) => article.text !== undefined || article.html !== undefined, {
      error: 'must be given, or html',
      path: ['text'],
    }),
    z.refine((article) => article.text === undefined || article.html === undefined, {
      error: 'must not be given together with text',
      path: ['html'],
    }),
  );

/** Processing status of an article. */
export const ArticleStatus = z.enum(['queued', 'done', 'failed']);

/** The response to an accepted article. */
export const AcceptedArticle = z.strictObject({ id: z.string(), status: ArticleStatus });

const publishedAtSource = z.enum(['given', 'json-ld', 'meta', 'time-element', 'byline', 'url']);

/** An article as returned: its text, and the events it is evidence for. */
export const ArticleSchema = z.strictObject({
  id: z.string(),
  collection: Collection,
  status: ArticleStatus,
  reason: z.exactOptional(z.string()),
  title: z.exactOptional(z.string()),
  url: z.exactOptional(z.string()),
  source: z.exactOptional(z.string()),
  publishedAt: z.exactOptional(z.string()),
  publishedAtSource: z.exactOptional(publishedAtSource),
  language: z.exactOptional(z.string()),
  tags: z.array(z.string()),
  feedId: z.exactOptional(z.string()),
  acceptedAt: z.string(),
  extractorVersion: z.exactOptional(z.string()),
  /** The text that offsets refer to; absent while an HTML article is queued. */
  text: z.exactOptional(z.string()),
  events: z.array(EventSchema),
});

/** An article in a list: without text and events. */
export const ArticleSummarySchema = z.strictObject({
  id: z.string(),
  collection: Collection,
  status: ArticleStatus,
  reason: z.exactOptional(z.string().check(z.describe('Why it failed.'))),
  title: z.exactOptional(z.string()),
  url: z.exactOptional(z.string()),
  source: z.exactOptional(z.string()),
  publishedAt: z.exactOptional(z.string()),
  publishedAtSource: z.exactOptional(publishedAtSource),
  language: z.exactOptional(z.string()),
  tags: z.array(z.string()),
  feedId: z.exactOptional(z.string()),
  acceptedAt: z.string(),
  changedAt: z.string().check(z.describe('Since when it has its status.')),
  extractorVersion: z.exactOptional(z.string()),
});

/** One page of articles. */
export const ArticleList = z.strictObject({
  articles: z.array(ArticleSummarySchema),
  next: z.nullable(z.string()),
});

/** The events of one article; nothing is stored. */
/** Why a candidate event was extracted or rejected. */
const DecisionSchema = z.strictObject({
  sentence: z.string(),
  trigger: z.string().check(z.describe('The word that names the event.')),
  timex: z.string().check(z.describe('The words that date it.')),
  basis: Basis,
  date: z.exactOptional(z.string()),
  dateFrom: z.exactOptional(z.string().check(z.describe('The event that a derived date comes from.'))),
  modality: z.exactOptional(Modality),
  modalityFrom: z.exactOptional(z.string().check(z.describe('The verb, and the verbs it depends on, outwards.'))),
  title: z.exactOptional(z.string()),
  confidence: z.number(),
  outcome: z.enum(['event', 'refused']),
  reason: z.exactOptional(z.string().check(z.describe('Why it was refused.'))),
  features: z.array(z.strictObject({ name: z.string(), weight: z.number() })),
});

/** The events that a language model found, and the parts of its answer that the article does not support. */
const ModelReadingSchema = z.strictObject({
  events: z.exactOptional(z.array(EventSchema).check(z.describe('With `compare` only.'))),
  refused: z.array(z.strictObject({ reason: z.enum(REFUSALS), title: z.string() })),
  usage: z.strictObject({ inputTokens: z.number(), outputTokens: z.number(), usd: z.number() }),
});

/** One event by the rules and by the model; either may be missing. */
const ComparedSchema = z.strictObject({
  rules: z.exactOptional(z.string()),
  model: z.exactOptional(z.string()),
  differs: z.exactOptional(z.array(z.enum(['date', 'modality', 'title']))),
});

/** The events of an article. */
export const ExtractionSchema = z.strictObject({
  language: z.string(),
  publishedAt: z.exactOptional(z.string()),
  publishedAtSource: z.exactOptional(publishedAtSource),
  title: z.exactOptional(z.string()),
  text: z.string(),
  events: z.array(EventSchema),
  explanation: z.exactOptional(z.array(DecisionSchema)),
  model: z.exactOptional(ModelReadingSchema),
  comparison: z.exactOptional(z.array(ComparedSchema)),
});
