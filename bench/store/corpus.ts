import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A line of a corpus's `articles.jsonl`. */
export interface CorpusArticle {
  /** Its file's name and its own id. */
  readonly id: string;
  readonly source: string;
  readonly publishedAt: string;
  readonly text: string;
}

/** The articles of all files named `articles.jsonl` in a folder, one of each file in turn. */
export function corpusArticles(folder: string, most: number): readonly CorpusArticle[] {
  const names = readdirSync(folder, { recursive: true }).map(String);
  const files = names.filter((name) => name.endsWith('articles.jsonl')).sort();
  const lines = files.map((file) => readFileSync(join(folder, file), 'utf8').trim().split('\n'));
  const taken: CorpusArticle[] = [];
  for (let n = 0; taken.length < most && lines.some((own) => own.length > n); n++) {
    for (const [at, own] of lines.entries()) {
      const line = own[n];
      if (line === undefined || taken.length === most) continue;
      const article = JSON.parse(line);
      taken.push({ ...article, source: String(article.source), id: `${files[at]}/${article.id}` });
    }
  }
  return taken;
}
