import { type ArticleFields, articleFields } from './fields.ts';
import { openInput, readInput } from './input.ts';
import { BrokenLine, readJsonLines, write } from './json-lines.ts';
import { articleOf } from './read-article.ts';

/**
 * Passes every article of some files to `take`, in order, with up to `atOnce` in progress: each line of JSON lines
 * (`.jsonl`, `.ndjson`, or all files if `jsonl` is set), or the one article of a text, HTML or JSON file. No files, or
 * `-`, means standard input. An invalid line is reported on stderr with its number, and reading continues.
 *
 * @returns The number of invalid lines.
 * @throws CommandFailure for a file that cannot be read.
 */
export async function readArticles(
  files: readonly string[],
  { jsonl, atOnce = 1 }: { readonly jsonl: boolean; readonly atOnce?: number },
  take: (article: ArticleFields) => Promise<void> | void,
): Promise<{ readonly broken: number }> {
  let broken = 0;
  const underWay = new Set<Promise<void>>();
  const tell = async (file: string, number: number, work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      broken += 1;
      await write(process.stderr, `${files.length > 1 ? `${file}, ` : ''}line ${number}: ${error.message}\n`);
    }
  };
  for (const file of files.length > 0 ? files : ['-']) {
    if (!jsonl && !/\.(jsonl|ndjson)$/.test(file)) {
      await take(articleOf(file, await readInput(file), {}));
      continue;
    }
    for await (const { number, line } of readJsonLines(await openInput(file))) {
      const done = tell(file, number, async () => {
        if (line instanceof BrokenLine) throw line;
        await take(articleFields(line));
      }).finally(() => underWay.delete(done));
      underWay.add(done);
      if (underWay.size >= atOnce) await Promise.race(underWay);
    }
  }
  await Promise.all(underWay);
  return { broken };
}
