import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { PlainArticle } from '../../shared/events/event.ts';
import { frameOf, importanceFeatures } from '../../shared/events/mentions/importance.ts';
import type { Mention } from '../../shared/events/merging/mention.ts';
import { readTasks } from '../digest/corpus.ts';
import { clustersOf, type GoldTopic, mentionsIn } from './gold.ts';
import { type Fitted, fitLogistic } from './logistic.ts';

/** One event of one article. */
export interface ImportanceRow {
  readonly subject: string;
  /** Annotated gold has more weight than days of timelines. */
  readonly isGold: boolean;
  readonly features: readonly number[];
  readonly label: boolean;
}

/** Weight of a row of the gold, relative to one of a timeline. */
const GOLD_TIMES = 32;
const MOST_ARTICLES = 500;

/** The features of each mention, by article. */
export function importanceFeaturesIn(
  mentions: readonly Mention[],
  articles: readonly PlainArticle[],
): readonly (readonly number[])[] {
  const frames = new Map(
    articles.map(({ id, text, title, publishedAt }) => [id, frameOf(text, title, publishedAt?.slice(0, 10))]),
  );
  return mentions.map(({ event, articleId }) => {
    const frame = frames.get(articleId);
    if (!frame) throw new Error(`no article ${articleId}`);
    return importanceFeatures(event, frame);
  });
}

/** Events of annotated topics; positive are those of importance 2 and 3. */
export const goldRowsOf = (topics: readonly GoldTopic[]): readonly ImportanceRow[] =>
  topics.flatMap(({ name, articles, clusters }): ImportanceRow[] => {
    const mentions = mentionsIn(articles);
    const found = clustersOf(mentions, clusters);
    return importanceFeaturesIn(mentions, articles).map((features, i) => ({
      subject: name,
      isGold: true,
      features,
      label: (found.get(mentions[i] as Mention)?.importance ?? 0) >= 2,
    }));
  });

/** Events dated to a day, of each folder of timelines by people; positive are those of a day of some timeline. */
export function timelineRowsOf(corpus: string): readonly ImportanceRow[] {
  const folders = readdirSync(corpus, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return folders.flatMap(({ name }): ImportanceRow[] => {
    const tasks = readTasks([join(corpus, name)]);
    const days = new Set(tasks.flatMap(({ reference }) => [...reference.keys()]));
    const articles = [
      ...new Map(tasks.flatMap(({ articles }) => articles.map((one) => [one.id, one] as const))).values(),
    ];
    const mentions = mentionsIn(articles.slice(0, MOST_ARTICLES));
    return importanceFeaturesIn(mentions, articles).flatMap((features, i) => {
      const { date } = (mentions[i] as Mention).event;
      if (date.precision !== 'day') return [];
      return [{ subject: name, isGold: false, features, label: days.has(date.start) }];
    });
  });
}

export function fitImportance(rows: readonly ImportanceRow[]): Fitted {
  const weighed = rows.flatMap((row) => Array.from({ length: row.isGold ? GOLD_TIMES : 1 }, () => row));
  // The two kinds of label have rates of their own.
  const model = fitLogistic(
    weighed.map(({ features, isGold, label }) => ({ label, features: [...features, isGold ? 1 : 0] })),
  );
  return { weights: model.weights.slice(0, -1), bias: model.bias + (model.weights.at(-1) as number) };
}

/** The rows of other subjects than a topic's: "bpoil2" belongs to the subject "bpoil". */
export const withoutSubject = (rows: readonly ImportanceRow[], topic: string): readonly ImportanceRow[] =>
  rows.filter(({ subject }) => !topic.startsWith(subject.replace(/\d+$/, '')));
