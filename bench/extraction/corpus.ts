import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** An article of a corpus on disk. */
export interface CorpusArticle {
  readonly id: string;
  readonly text: string;
  readonly publishedAt?: string;
}

/**
 * Articles of a corpus, evenly picked: TimeML files (their text without markup, their creation time) and articles.jsonl files, at any
 * depth below a directory.
 */
export function corpusArticles(directory: string, most: number): CorpusArticle[] {
  const all = [...read(directory)];
  const step = Math.max(1, all.length / most);
  return Array.from({ length: Math.min(most, all.length) }, (_, i) => all[Math.floor(i * step)] as CorpusArticle);
}

function* read(directory: string): Generator<CorpusArticle> {
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) yield* read(path);
    else if (entry.name.endsWith('.tml')) yield timeMl(readFileSync(path, 'utf8'), basename(entry.name, '.tml'));
    else if (entry.name === 'articles.jsonl')
      for (const line of readFileSync(path, 'utf8').split('\n')) if (line) yield JSON.parse(line) as CorpusArticle;
  }
}

function timeMl(xml: string, id: string): CorpusArticle {
  const body = /<TEXT>([\s\S]*?)<\/TEXT>/.exec(xml)?.[1] ?? '';
  const text = body
    .replace(/<[^>]*>/g, '')
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .trim();
  const created = /<TIMEX3[^>]*functionInDocument="CREATION_TIME"[^>]*>/.exec(xml)?.[0];
  const value = created && /value="(\d{4})-?(\d\d)-?(\d\d)/.exec(created);
  return { id, text, ...(value ? { publishedAt: `${value[1]}-${value[2]}-${value[3]}` } : {}) };
}
