import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PlainArticle } from '../../shared/events/event.ts';
import type { Mention } from '../../shared/events/merging/mention.ts';
import { mentionsIn } from './gold.ts';
import { type LabelledPair, labelledPairs } from './pairs.ts';

const MOST_ARTICLES = 900;

/** The labelled pairs of each folder of `corpus` that holds `articles.jsonl`, by the folder's name. */
export function pairsOfSubjects(corpus: string): ReadonlyMap<string, readonly LabelledPair[]> {
  return new Map([...mentionsOfSubjects(corpus)].map(([name, mentions]) => [name, labelledPairs(mentions, 7)]));
}

function mentionsOfSubjects(corpus: string): ReadonlyMap<string, readonly Mention[]> {
  const names = readdirSync(corpus)
    .filter((name) => existsSync(join(corpus, name, 'articles.jsonl')))
    .sort();
  if (names.length === 0) throw new Error(`${corpus} has no folder with articles.jsonl`);
  return new Map(
    names.map((name) => {
      const lines = readFileSync(join(corpus, name, 'articles.jsonl'), 'utf8')
        .split('\n')
        .filter(Boolean);
      return [name, mentionsIn(lines.slice(0, MOST_ARTICLES).map((line) => JSON.parse(line) as PlainArticle))];
    }),
  );
}
