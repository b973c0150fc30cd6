import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { dayNumber } from '../../shared/time/day.ts';
import type { DigestArticle } from '../../shared/timeline/digest/article.ts';
import type { Timeline } from './score.ts';

/** One timeline to be made: articles, the subject's words, and the reference timeline by people. */
export interface DigestTask {
  readonly subject: string;
  readonly name: string;
  readonly query: readonly string[];
  readonly articles: readonly (DigestArticle & { readonly publishedAt: string })[];
  readonly reference: Timeline;
  readonly from: string;
  readonly to: string;
  readonly dates: number;
  /** Mean number of sentences a date, rounded. */
  readonly sentences: number;
}

interface TimelinesFile {
  readonly query: readonly string[];
  readonly timelines: readonly {
    readonly name: string;
    readonly entries: readonly { readonly date: string; readonly sentences: readonly string[] }[];
  }[];
}

/**
 * Reads the tasks of subject folders, each with `articles.jsonl` (`{id, publishedAt, text}` a line) and `timelines.json`
 * (`{query, timelines: [{name, entries: [{date, sentences}]}]}`). As in the literature, a task has the articles that were published between
 * the first and the last date of its reference, and is given the number of dates and of sentences per date.
 *
 * @throws Error naming the file that is missing.
 */
export function readTasks(folders: readonly string[]): DigestTask[] {
  return folders.flatMap((folder) => {
    for (const file of ['articles.jsonl', 'timelines.json'])
      if (!existsSync(join(folder, file)))
        throw new Error(`${join(folder, file)} is missing: give --corpus a folder that holds subject folders`);
    const { query, timelines } = JSON.parse(readFileSync(join(folder, 'timelines.json'), 'utf8')) as TimelinesFile;
    const articles = readFileSync(join(folder, 'articles.jsonl'), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as DigestArticle & { readonly publishedAt: string });
    return timelines.map(({ name, entries }) => {
      const reference = new Map<string, string[]>();
      for (const { date, sentences } of entries) reference.set(date, [...(reference.get(date) ?? []), ...sentences]);
      const days = [...reference.keys()].sort();
      const [from, to] = [days[0] as string, days.at(-1) as string];
      const within = ({ publishedAt }: { readonly publishedAt: string }) => {
        const day = dayNumber(publishedAt.slice(0, 10));
        return day >= dayNumber(from) && day <= dayNumber(to);
      };
      const told = [...reference.values()].reduce((sum, sentences) => sum + sentences.length, 0);
      return {
        subject: basename(folder),
        name,
        query,
        articles: articles.filter(within),
        reference,
        from,
        to,
        dates: days.length,
        sentences: Math.max(1, Math.round(told / days.length)),
      };
    });
  });
}
