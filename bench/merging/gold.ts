import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PlainArticle } from '../../shared/events/event.ts';
import { extractEvents, extractWithUndated } from '../../shared/events/extract.ts';
import type { Mention } from '../../shared/events/merging/mention.ts';
import { mentionsOf } from '../../shared/events/merging/mentions-of.ts';

/** One event of the gold with all its mentions, as annotators clustered them. */
export interface GoldCluster {
  readonly label: string;
  /** Inclusive ISO days. */
  readonly start: string;
  readonly end: string;
  /** 3 must stand on a ten-entry timeline, 2 on a full one, 1 is minor. */
  readonly importance: 1 | 2 | 3;
  readonly mentions: readonly {
    readonly articleId: string;
    readonly trigger: string;
    readonly triggerStart: number;
  }[];
}

/** The articles of one subject and the clusters that annotators made of their mentions. */
export interface GoldTopic {
  readonly name: string;
  readonly articles: readonly PlainArticle[];
  readonly clusters: readonly GoldCluster[];
}

/**
 * Reads every `NAME-articles.jsonl` with its `NAME-clusters.json` in a folder, by name.
 *
 * @throws Error if the folder has none.
 */
export function readTopics(folder: string): readonly GoldTopic[] {
  const names = readdirSync(folder)
    .flatMap((file) => /^(.*)-clusters\.json$/.exec(file)?.[1] ?? [])
    .filter((name) => existsSync(join(folder, `${name}-articles.jsonl`)))
    .sort();
  if (names.length === 0) throw new Error(`${folder} has no NAME-articles.jsonl with a NAME-clusters.json`);
  return names.map((name) => ({
    name,
    articles: readFileSync(join(folder, `${name}-articles.jsonl`), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as PlainArticle),
    clusters: (JSON.parse(readFileSync(join(folder, `${name}-clusters.json`), 'utf8')) as { clusters: GoldCluster[] })
      .clusters,
  }));
}

/** Mentions that extraction finds in articles. */
export const mentionsIn = (articles: readonly PlainArticle[]): readonly Mention[] =>
  articles.flatMap((article) =>
    mentionsOf({ id: article.id, collection: 'main', tags: [] }, extractEvents(article).events, (name) => name),
  );

/** Undated mentions in articles. */
export const undatedIn = (articles: readonly PlainArticle[]): readonly Mention[] =>
  articles.flatMap((article) =>
    mentionsOf({ id: article.id, collection: 'main', tags: [] }, extractWithUndated(article).undated, (name) => name),
  );

/** The gold cluster of each mention whose trigger is that of a gold mention; mentions that annotators did not list have none. */
export function clustersOf(
  mentions: readonly Mention[],
  clusters: readonly GoldCluster[],
): ReadonlyMap<Mention, GoldCluster> {
  const byArticle = new Map<string, Mention[]>();
  for (const mention of mentions)
    byArticle.set(mention.articleId, [...(byArticle.get(mention.articleId) ?? []), mention]);
  const found = new Map<Mention, GoldCluster>();
  for (const cluster of clusters) {
    for (const { articleId, trigger, triggerStart } of cluster.mentions) {
      const end = triggerStart + trigger.length;
      for (const mention of byArticle.get(articleId) ?? []) {
        const isHit = mention.event.evidence.some(({ trigger: own }) => own.start < end && triggerStart < own.end);
        if (isHit && !found.has(mention)) found.set(mention, cluster);
      }
    }
  }
  return found;
}
