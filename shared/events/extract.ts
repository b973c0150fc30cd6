import { tag } from '../tagging/tag.ts';
import type { Timex } from '../tagging/timex.ts';
import { findFurniture } from '../text/furniture.ts';
import { detectLanguage } from '../text/language.ts';
import { publicationDateOf } from '../text/publication-date.ts';
import type { Sentence } from '../text/sentences.ts';
import { storySentences } from '../text/story.ts';
import { reportedQuarterIn } from './dates/dating.ts';
import type { Extraction, PlainArticle } from './event.ts';
import { carriedOver, type Scene } from './mentions/carry-over.ts';
import { eventsOfSentence, type Mention } from './mentions/mention.ts';
import type { ArticleContext } from './mentions/read-sentence.ts';
import { joinMentions } from './mentions/same-event.ts';
import { toEvent } from './mentions/to-event.ts';
import { indexEntities } from './names/entities.ts';

/** Longest text that is read; the rest of a longer one is not looked at (the API refuses texts of more than 1 MB anyway). */
const LONGEST_TEXT = 4_000_000;

/**
 * The dated events of one article: what happened, when, how sure the text is, and which sentence says so. Pure: same article, same
 * answer. Never throws for any text; time grows with its length. Offsets index `article.text` as given.
 */
export function extractEvents(article: PlainArticle): Extraction {
  const text = article.text.length > LONGEST_TEXT ? article.text.slice(0, LONGEST_TEXT) : article.text;
  const language = detectLanguage(text);
  const furniture = findFurniture(text);
  const published = publicationDateOf(article, text, furniture);
  const dct = published?.day;
  const timexes = tag(text, {
    ...(dct === undefined ? {} : { dct }),
    language: language === 'und' ? 'en' : language,
  });
  const extraction = {
    language,
    ...(published === undefined ? {} : { publishedAt: published.publishedAt, publishedAtSource: published.source }),
  };
  if (timexes.length === 0) return { ...extraction, events: [] };
  const sentences = storySentences(text, furniture);
  const entities = indexEntities(text, furniture);
  const context: ArticleContext = {
    text,
    dct,
    language,
    entities,
    furniture,
    reportedQuarter: reportedQuarterIn(text, timexes),
  };
  const mentions: Mention[] = [];
  let t = 0;
  let previous: Sentence | undefined;
  let scene: Scene | undefined;
  for (const sentence of sentences) {
    while (t < timexes.length && (timexes[t] as Timex).start < sentence.start) t++;
    const inside: Timex[] = [];
    while (t < timexes.length && (timexes[t] as Timex).end <= sentence.end) inside.push(timexes[t++] as Timex);
    const told = inside.length > 0 ? eventsOfSentence(context, sentence, previous, inside) : [];
    if (told.length > 0) scene = sceneAfter(told, scene);
    else if (scene) {
      scene = { ...scene, age: scene.age + 1 };
      const carried = inside.some((timex) => timex.span) ? undefined : carriedOver(context, sentence, previous, scene);
      if (carried) told.push(carried);
    }
    mentions.push(...told);
    previous = sentence;
  }
  const events = joinMentions(mentions).map((mention) => toEvent(article, mention, context));
  return { ...extraction, events };
}

/** The scene a sentence leaves behind: its last plain event of a day. */
function sceneAfter(told: readonly Mention[], before: Scene | undefined): Scene | undefined {
  const last = told.findLast(
    (mention) => mention.modality === 'asserted' && !mention.presupposed && mention.date.precision === 'day',
  );
  return last ? { mention: last, age: 0 } : before && { ...before, age: before.age + 1 };
}
