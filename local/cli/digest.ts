import { availableParallelism } from 'node:os';
import type { Command } from 'commander';
import type { Extracted } from '../../shared/application/extraction.ts';
import type { Digest } from '../../shared/timeline/digest/article.ts';
import { DigestMaker } from '../../shared/timeline/digest/digest.ts';
import { textWorkers } from '../service/text-workers.ts';
import { readArticles } from './io/article-files.ts';
import { digestMarkdown, digestText } from './io/digest-text.ts';
import { EXTRACTED_AT_ONCE, EXTRACTION_BUDGET } from './io/extraction-budget.ts';
import type { ArticleFields } from './io/fields.ts';
import { write } from './io/json-lines.ts';
import { wholeNumber } from './io/option-values.ts';
import { rangeOptions } from './io/options.ts';
import { inkFor, widthOf } from './io/terminal.ts';
import { today } from './io/today.ts';

/** The options of `dateline digest`, as commander gives them. */
export interface DigestCommandOptions {
  readonly jsonl?: boolean;
  readonly markdown?: boolean;
  readonly dates: number;
  readonly sentences: number;
  /** Words separated by commas. */
  readonly query?: string;
  readonly from?: string;
  readonly to?: string;
}

/**
 * `dateline digest`: with `--jsonl`, reads articles as JSON lines and prints one line; otherwise reads files (text,
 * HTML, JSON or JSON lines) and prints a readable digest. Returns the exit code.
 */
export async function digest(files: readonly string[], options: DigestCommandOptions): Promise<number> {
  const maker = makerOf(options);
  const workers = textWorkers({ ...EXTRACTION_BUDGET, threads: availableParallelism() });
  // Articles are extracted concurrently and added in their order, so that the digest is always the same.
  let added: Promise<void> = Promise.resolve();
  const { broken } = await readArticles(
    files,
    { jsonl: options.jsonl ?? false, atOnce: EXTRACTED_AT_ONCE },
    (article) => {
      const extracted = workers.extract({ ...article, today: today() });
      const own = added.then(async () => add(maker, article, await extracted));
      added = own.catch(() => {});
      extracted.catch(() => {});
      return own;
    },
  );
  await workers.stop();
  const made = maker.make();
  if (options.jsonl) await write(process.stdout, `${JSON.stringify(made)}\n`);
  else await write(process.stdout, forReader(made, options));
  return broken > 0 ? 1 : 0;
}

function makerOf({ dates, sentences, query, ...options }: DigestCommandOptions): DigestMaker {
  const words = (query ?? '').split(',').filter((word) => word.trim() !== '');
  return new DigestMaker({
    dates,
    sentences,
    ...(words.length > 0 && { query: words }),
    ...rangeOptions(options),
  });
}

function add(maker: DigestMaker, article: ArticleFields, { events, text, publishedAt }: Extracted): void {
  const { html, ...rest } = article;
  const day = article.publishedAt ?? (html === undefined ? undefined : publishedAt);
  maker.add({ ...rest, text, ...(day !== undefined && { publishedAt: day }) }, events);
}

function forReader(made: Digest, { markdown }: DigestCommandOptions): string {
  if (markdown) return digestMarkdown(made);
  if (made.entries.length === 0) return 'No dates that matter were found.\n';
  return digestText(made, { ink: inkFor(process.stdout, process.env), width: widthOf(process.stdout) });
}

/** Adds `dateline digest` to the program. */
export function addCommand(program: Command, setExitCode: (code: number) => void): void {
  program
    .command('digest')
    .description('Summarise many articles by the dates that matter and their key sentences.')
    .argument('[files...]', 'text, HTML, JSON or .jsonl files; - or nothing for standard input')
    .option('--jsonl', 'articles in, one JSON object a line; one line out: {entries: [{date, sentences, …}]}')
    .option('--dates <n>', 'how many dates, at most', wholeNumber, 20)
    .option('--sentences <k>', 'how many sentences a date, at most', wholeNumber, 2)
    .option('--query <words>', 'words of the subject, parted by commas')
    .option('--from <date>', 'no date before this day, month or year')
    .option('--to <date>', 'no date after this day, month or year')
    .option('--markdown', 'write Markdown')
    .addHelpText(
      'after',
      `
Examples:
  dateline digest articles.jsonl --dates 10 --query "reactor,meltdown"
  dateline digest --jsonl --dates 15 --sentences 1 < articles.jsonl
  dateline digest *.txt --markdown > timeline.md`,
    )
    .action(async (files: readonly string[], options: DigestCommandOptions) => {
      setExitCode(await digest(files, options));
    });
}
